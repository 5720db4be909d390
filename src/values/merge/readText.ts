import type { Document } from 'yaml';
import { parseTextSteps } from '../text/parseText';
import type { GivenText } from './GivenText';
import { readTree } from './readTree';
import type { Block } from './valueTree';

/** A text of values, taken apart. */
export interface ReadText {
  readonly source: GivenText;
  readonly document: Document.Parsed;
  readonly root: Block;
  readonly hasDuplicateKeys: boolean;
  /** Whether it may have anchors and aliases. */
  readonly hasAnchors: boolean;
}

/** Null where a text is not YAML, or no map of values. */
export function* readTextSteps(source: GivenText): Generator<undefined, ReadText | null> {
  const parsed = yield* parseTextSteps(source.text);
  if (!parsed.ok || parsed.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return null;
  yield;
  const { document, errors } = parsed;
  const root = readTree(source, document);
  if (root === null) return null;
  const hasAnchors = /(?:^|[\s[{,])[&*][^\s&]/.test(source.text);
  return { source, document, root, hasDuplicateKeys: errors.length > 0, hasAnchors };
}
