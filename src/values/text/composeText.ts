import { Composer, type Document } from 'yaml';
import { findKeyErrors } from './keyErrors';
import { readAliases } from './readAliases';
import type { Refusal, TextScan } from './scanText';

/** Errors of each kind that are kept; a text with more has no use for them. */
export const MAX_ERRORS = 1000;

/** Keys that stand twice are looked for by `findKeyErrors`. */
const COMPOSE_OPTIONS = {
  version: '1.2',
  merge: false,
  uniqueKeys: false,
  keepSourceTokens: true,
  prettyErrors: false,
} as const;

/** The documents of a text that may have several. */
export interface ComposedText {
  readonly ok: true;
  /** With their errors, keys that stand twice and unknown aliases included, in the order of the text. */
  readonly documents: readonly Document.Parsed[];
}

/**
 * Makes documents of the tokens of a text, one after each pause. A text without document gives one without
 * contents. Refused where aliases stand for too much.
 */
export function* composeText(
  { tokens, hasAliases }: TextScan,
  length: number,
): Generator<undefined, ComposedText | Refusal> {
  const composer = createComposer();
  const documents: Document.Parsed[] = [];
  let faults = 0;
  for (const token of tokens) {
    if (token.type === 'error') faults += 1;
    if (token.type === 'error' && faults > MAX_ERRORS) continue;
    for (const document of composer.next(token)) documents.push(document);
    if (token.type === 'document') yield;
  }
  for (const document of composer.end(documents.length === 0, length)) documents.push(document);

  for (const document of documents) {
    const aliases = hasAliases ? readAliases(document, MAX_ERRORS) : null;
    if (aliases?.bomb) {
      const [from, to] = aliases.bomb.range ?? [0, 0];
      return { ok: false, refused: 'yaml-alias-bomb', from, to };
    }
    const duplicates = findKeyErrors(document, MAX_ERRORS);
    const errors = [...document.errors, ...duplicates, ...(aliases?.errors ?? [])];
    document.errors = errors.sort((a, b) => a.pos[0] - b.pos[0]);
    yield;
  }
  return { ok: true, documents };
}

/**
 * A composer that stops noting errors after the first thousand: each is an `Error` with a stack, and a paste of
 * something that is no YAML at all can have a fault at every character.
 */
function createComposer(): Composer {
  const composer = new Composer(COMPOSE_OPTIONS);
  const report: unknown = Reflect.get(composer, 'onError');
  if (typeof report !== 'function') return composer;
  let count = 0;
  Reflect.set(composer, 'onError', (...args: unknown[]) => {
    count += 1;
    if (count <= MAX_ERRORS) Reflect.apply(report, composer, args);
  });
  return composer;
}
