import { Composer, type CST, type Document } from 'yaml';
import { findDuplicateKeys } from './duplicateKeys';

/** Errors of a text that are kept; a text with more has no use for them. */
export const MAX_ERRORS = 1000;

/** Keys that stand twice are looked for by `findDuplicateKeys`. */
const COMPOSE_OPTIONS = {
  version: '1.2',
  merge: false,
  uniqueKeys: false,
  keepSourceTokens: true,
  prettyErrors: false,
} as const;

/**
 * Makes documents of tokens, one after each pause. A text without document gives one without contents.
 * Errors include keys that stand twice and are in the order of the text.
 */
export function* composeText(
  tokens: Iterable<CST.Token>,
  length: number,
): Generator<undefined, readonly Document.Parsed[]> {
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
    const duplicates = findDuplicateKeys(document).slice(0, MAX_ERRORS);
    document.errors = [...document.errors, ...duplicates].sort((a, b) => a.pos[0] - b.pos[0]);
    if (duplicates.length > 0 || documents.length === 1) yield;
  }
  return documents;
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
