import { isScalar } from 'yaml';
import { fieldValue } from './readFields';
import { findNode, resolveDottedPath } from './text/findPath';
import { parseTextSteps } from './text/parseText';

/** What to read of texts of values: paths are dotted, as packs name them. */
export interface ReadScalarsInput {
  readonly texts: readonly { readonly text: string; readonly paths: readonly string[] }[];
}

/** For each text, in the order of its paths. Null where nothing is, or no text or number. */
export type ReadScalars = readonly (readonly (string | number | null)[])[];

/** Reads single values of several texts. A text with faults is not read: what stands where is in doubt. */
export function* readScalarsSteps({ texts }: ReadScalarsInput): Generator<undefined, ReadScalars> {
  const answers: (readonly (string | number | null)[])[] = [];
  for (const { text, paths } of texts) {
    const parsed = yield* parseTextSteps(text);
    const root = parsed.ok && parsed.errors.length === 0 ? parsed.document.contents : null;
    answers.push(
      paths.map((dotted) => {
        const [path] = resolveDottedPath(root, dotted);
        const node = path === undefined ? null : findNode(root, path);
        const value = isScalar(node) ? fieldValue(node.value, node.source) : null;
        return typeof value === 'boolean' ? null : value;
      }),
    );
  }
  return answers;
}
