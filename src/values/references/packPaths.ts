import type { ReferenceContext } from './referenceContext';
import { resolveDottedPath } from '../text/findPath';
import { parseTextSteps, type ParsedText } from '../text/parseText';

/** Deeper paths are not looked for. */
const MAX_SEGMENTS = 25;

/** What a reference to a pack leads to. */
export type PackTarget = 'found' | 'pack-unknown' | 'path-unknown';

/** Answers for the references of one text; each pack's values are parsed once. */
export interface PackPaths {
  find: (dotted: string) => Generator<undefined, PackTarget>;
}

/** Looks up references such as `cni-calico.charts.calico.mtu` in the values of the packs. */
export function createPackPaths({ packs }: Pick<ReferenceContext, 'packs'>): PackPaths {
  const parsed = new Map<string, ParsedText>();
  return {
    *find(dotted) {
      // Names of packs may have dots: the longest that fits.
      const [pack] = Object.entries(packs)
        .filter(([name]) => dotted.startsWith(`${name}.`))
        .sort(([a], [b]) => b.length - a.length);
      if (pack === undefined) return 'pack-unknown';
      const [name, text] = pack;
      let values = parsed.get(name);
      if (values === undefined) {
        values = yield* parseTextSteps(text);
        parsed.set(name, values);
      }
      const path = dotted.slice(name.length + 1);
      // What cannot be read may well be there.
      if (!values.ok || values.errors.length > 0) return 'found';
      if (path.split('.').length > MAX_SEGMENTS) return 'found';
      return resolveDottedPath(values.document.contents, path).length > 0
        ? 'found'
        : 'path-unknown';
    },
  };
}
