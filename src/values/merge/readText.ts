import type { Document, ErrorCode } from 'yaml';
import { parseTextSteps } from '../text/parseText';
import { foldTemplates } from '../text/templates';
import type { GivenText } from './GivenText';
import { readTree } from './readTree';
import type { Block } from './valueTree';

/** A text of values, taken apart. */
export interface ReadText {
  readonly source: GivenText;
  readonly document: Document.Parsed;
  readonly root: Block;
  /** Whether something is wrong with it that leaves no doubt where keys and values stand. */
  readonly hasErrors: boolean;
  /** Whether an alias stands for nothing. */
  readonly hasBrokenAliases: boolean;
  /** Whether it may have anchors and aliases. */
  readonly hasAnchors: boolean;
}

const HARMLESS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'BAD_ALIAS',
  'DUPLICATE_KEY',
  'KEY_OVER_1024_CHARS',
  'TAG_RESOLVE_FAILED',
]);

/** Null where a text is not YAML, or no map of values. */
export function* readTextSteps(source: GivenText): Generator<undefined, ReadText | null> {
  const parsed = yield* parseTextSteps(source.text);
  if (!parsed.ok || parsed.errors.some(({ code }) => !HARMLESS.has(code))) return null;
  yield;
  const { document, errors } = parsed;
  foldTemplates(document, source.text);
  const root = readTree(source, document);
  if (root === null) return null;
  const hasAnchors = /(?:^|[\s[{,])[&*][^\s&]/.test(source.text);
  const hasBrokenAliases = errors.some(({ code }) => code === 'BAD_ALIAS');
  return { source, document, root, hasErrors: errors.length > 0, hasBrokenAliases, hasAnchors };
}
