import type { LayerDiagnostic } from '../../model/diagnostics';
import type { StackReviewMessages } from './messages';

/** A finding about a layer in words. */
export function layerProblemText(
  messages: StackReviewMessages,
  { code, params }: LayerDiagnostic,
  cloudName: string,
): string {
  const { pack = '', version = '', manifest = '' } = params;
  switch (code) {
    case 'pack-missing':
      return messages.packMissing;
    case 'pack-name-missing':
      return messages.packNameMissing;
    case 'version-missing':
      return messages.versionMissing(pack);
    case 'values-missing':
      return messages.valuesMissing(pack);
    case 'cloud-type-mismatch':
      return messages.cloudTypeMismatch(pack, version, cloudName);
    case 'pack-deprecated':
      return messages.packDeprecated(pack);
    case 'manifest-name-missing':
      return messages.manifestNameMissing;
    case 'manifest-name-taken':
      return messages.manifestNameTaken(manifest);
    case 'manifest-empty':
      return messages.manifestEmpty(manifest);
    default:
      return code satisfies never;
  }
}
