import type { CST, Document, YAMLError } from 'yaml';
import { composeText, type ComposedText } from './composeText';
import { scanText, type Refusal } from './scanText';

/** A text of values as its parser sees it. All ranges count in the text as it was given. */
export interface ParsedValues {
  readonly ok: true;
  /** With source tokens. Has no contents (or null) where the text is empty or only comments. */
  readonly document: Document.Parsed;
  readonly text: string;
  /** 1 where a byte order mark is before the text, else 0. */
  readonly offset: number;
  /** What is wrong with it as YAML, keys that stand twice included; in the order of the text. */
  readonly errors: readonly YAMLError[];
}

export type ParsedText = ParsedValues | Refusal;

/**
 * Parses the text of values, one document of YAML 1.2. What would take without measure is refused: texts
 * over 4 million characters, nested deeper than 200, aliases that stand for endlessly much, several
 * documents. Never throws; a text that is not quite YAML has `errors` and as much of a document as there is.
 */
export function parseText(text: string): ParsedText {
  return drain(parseTextSteps(text));
}

/** The same in steps of a few milliseconds each. */
export function* parseTextSteps(text: string): Generator<undefined, ParsedText> {
  const scan = yield* scanText(text);
  if (!scan.ok) return scan;
  const second = scan.tokens.filter((token) => token.type === 'document')[1];
  if (second !== undefined) return severalDocuments(text, second);

  const composed = yield* composeText(scan, text.length);
  if (!composed.ok) return composed;
  const [document] = composed.documents;
  // There is always one; then the text is at fault in a way that nobody thought of.
  if (document === undefined) return severalDocuments(text, undefined);
  const offset = text.startsWith('\uFEFF') ? 1 : 0;
  return { ok: true, document, text, offset, errors: document.errors };
}

/** The documents of a text that may have several, in steps; refused as values are, but for being several. */
export function* parseDocumentsSteps(text: string): Generator<undefined, ComposedText | Refusal> {
  const scan = yield* scanText(text);
  return scan.ok ? yield* composeText(scan, text.length) : scan;
}

/** Takes all steps at once. */
export function drain<Result>(steps: Generator<undefined, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function severalDocuments(text: string, second: CST.Token | undefined): Refusal {
  const from = second?.offset ?? 0;
  const end = text.indexOf('\n', from);
  return {
    ok: false,
    refused: 'yaml-several-documents',
    from,
    to: end === -1 ? text.length : end,
  };
}
