import { isMap, isScalar } from 'yaml';
import type { Document, ErrorCode, YAMLMap } from 'yaml';
import { hasSource } from './entries';
import { lineEndOf, type LineEnd } from './lineEnd';
import { parseTextSteps } from './parseText';
import { foldTemplates } from './templates';

/** Findings of the parser that leave no doubt where keys and values stand. */
const harmless: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'DUPLICATE_KEY',
  'BAD_ALIAS',
  'TAG_RESOLVE_FAILED',
  'KEY_OVER_1024_CHARS',
]);

/** A text of values that can be edited: it was read without doubt, and what it holds is a map or nothing. */
export interface ValuesSource {
  readonly text: string;
  /** The text with its last line ended, so that every line is followed by a line end. */
  readonly lines: string;
  /** As its first line ends. */
  readonly lineEnd: LineEnd;
  readonly document: Document.Parsed;
  /** How many aliases stand for nothing. */
  readonly looseAliases: number;
  /** Null where the text is empty or only comments. */
  readonly root: YAMLMap | null;
}

/** Null where the text cannot be edited by path: it is not YAML, no map, or more than can be read. */
export function* readSourceSteps(text: string): Generator<undefined, ValuesSource | null> {
  const parsed = yield* parseTextSteps(text);
  if (!parsed.ok) return null;
  if (parsed.errors.some((error) => !harmless.has(error.code))) return null;
  foldTemplates(parsed.document, text);
  const { contents } = parsed.document;
  const root = isMap(contents) ? contents : null;
  const isEmpty = contents === null || (isScalar(contents) && !hasSource(contents));
  if (root === null && !isEmpty) return null;
  const lineEnd = lineEndOf(text);
  const isEnded = text === '' || text === '\uFEFF' || text.endsWith('\n');
  return {
    text,
    lines: isEnded ? text : text + lineEnd,
    lineEnd,
    document: parsed.document,
    looseAliases: parsed.errors.filter(({ code }) => code === 'BAD_ALIAS').length,
    root,
  };
}

/** Whether an edit has taken away what an alias stands for. */
export function breaksAliases(before: ValuesSource, after: ValuesSource): boolean {
  return after.looseAliases > before.looseAliases;
}
