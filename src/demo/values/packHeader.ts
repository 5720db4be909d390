import { lines, listOf, nest, text, type Piece } from '../text';

export interface PackHeaderOptions {
  /** @default none */
  readonly comment?: string | undefined;
  readonly images?: readonly string[] | undefined;
  readonly namespace?: string | undefined;
  /** Always text in YAML: the platform reads it as a string. */
  readonly installPriority?: string | undefined;
  /** Further keys of `pack`. */
  readonly more?: Piece;
  readonly namespaceLabels?: string | undefined;
}

/** The `pack:` section that every pack starts with. */
export function packHeader(options: PackHeaderOptions): string {
  const { comment, images = [], namespace, installPriority, more, namespaceLabels } = options;
  return text`
    pack:
      ${comment !== undefined && `# ${comment}`}
      ${
        images.length > 0 &&
        lines('content:', '  images:', nest(listOf(images.map((image) => `image: ${image}`)), 4))
      }
      ${namespace !== undefined && `namespace: "${namespace}"`}
      ${
        namespaceLabels !== undefined &&
        `# Labels are written as one string per namespace: "key=value,key=value".\nnamespaceLabels:\n  "${namespace ?? 'default'}": "${namespaceLabels}"`
      }
      ${installPriority !== undefined && `spectrocloud.com/install-priority: "${installPriority}"`}
      ${more}
  `;
}
