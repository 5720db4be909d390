import type { TextRange } from '../../model/textDiagnostic';
import { createCommentTest } from './findComments';

/** What a reference leads to. `app` are the outputs of app profiles; `unknown` is none that is known. */
export type ReferenceKind = 'var' | 'macro' | 'system' | 'pack' | 'app' | 'unknown';

/** Why a reference cannot be read. */
export type ReferenceFault =
  /** `{{` without `}}` on its line. */
  | 'unclosed'
  /** One inside of another. */
  | 'nested'
  /** Without name, or without the dot before `spectro`. */
  | 'malformed';

/** `{{.spectro.var.name}}` and its like, from the first to behind the last brace. */
export interface Reference extends TextRange {
  readonly kind: ReferenceKind;
  /** Variable, macro, system macro (`cluster.name`) or pack; empty where it is missing. */
  readonly name: string;
  /** Of a pack: what is read from its values. Empty for all others. */
  readonly path: string;
  readonly nameFrom: number;
  readonly nameTo: number;
  /** Nothing but the reference is between the braces: no function. */
  readonly isPlain: boolean;
  readonly fault: ReferenceFault | null;
}

/** Longer expressions are none of ours. */
const MAX_EXPRESSION = 500;

const WORD = 'spectro';

/**
 * All references of the product in a text, in its order. Those in comments are left out, those in block
 * scalars are not. Other `{{ }}`, such as those of Helm, are none of ours. Does not parse: the text may be
 * anything. One pass, quick enough for the main thread.
 */
export function findReferences(text: string): readonly Reference[] {
  // Most texts have none, and need not be looked through for comments.
  if (!text.includes(WORD)) return [];
  const all = findAllReferences(text);
  if (all.length === 0) return all;
  const isComment = createCommentTest(text);
  return all.filter(({ from }) => !isComment(from));
}

/** The reference that is all of a text but for spaces around it; null where there is more, or none. */
export function onlyReference(text: string): Reference | null {
  const value = text.trim();
  const [only, ...others] = findAllReferences(value);
  if (only === undefined || others.length > 0) return null;
  return only.from === 0 && only.to === value.length ? only : null;
}

/** Those in comments, too. */
export function findAllReferences(text: string): readonly Reference[] {
  const references: Reference[] = [];
  let at = 0;
  for (let word = text.indexOf(WORD); word !== -1; word = text.indexOf(WORD, at)) {
    const open = openingBraces(text, Math.max(at, word - MAX_EXPRESSION), word);
    at = word + WORD.length;
    if (open === -1) continue;
    const end = expressionEnd(text, open);
    const found = readExpression(text.slice(open + 2, end.contentTo), open, end);
    if (found.length === 0) continue;
    for (const reference of found) references.push(reference);
    at = Math.max(at, end.to);
  }
  return references;
}

/** The `{{` that a place is behind, on the same line; -1 where it is in no braces. */
function openingBraces(text: string, start: number, place: number): number {
  const before = text.slice(start, place);
  const open = before.lastIndexOf('{{');
  if (open === -1 || /\}\}|[\r\n]/.test(before.slice(open))) return -1;
  return start + open;
}

interface ExpressionEnd {
  readonly contentTo: number;
  readonly to: number;
  readonly fault: ReferenceFault | null;
}

function expressionEnd(text: string, from: number): ExpressionEnd {
  const window = text.slice(from + 2, from + 2 + MAX_EXPRESSION);
  const lineLength = window.search(/[\r\n]/);
  const line = lineLength === -1 ? window : window.slice(0, lineLength);
  const close = line.indexOf('}}');
  const open = line.indexOf('{{');
  const start = from + 2;
  if (close === -1) {
    // What follows belongs to the next expression, if there is one.
    const length = open === -1 ? line.length : open;
    return { contentTo: start + length, to: start + length, fault: 'unclosed' };
  }
  if (open === -1 || open > close)
    return { contentTo: start + close, to: start + close + 2, fault: null };
  const outer = line.indexOf('}}', close + 2);
  const to = start + (outer === -1 ? close : outer) + 2;
  return { contentTo: start + open, to, fault: 'nested' };
}

/** Each `.spectro.` between a pair of braces; that the dot is missing can be said of the first word only. */
const REFERENCE = /(^|[\s(|=,"'`])(\.?)spectro\.([A-Za-z_]*)(?:(\.)([\w./-]*))?/g;

function readExpression(content: string, from: number, end: ExpressionEnd): Reference[] {
  const references: Reference[] = [];
  for (const match of content.matchAll(REFERENCE)) {
    const [whole, before = '', dot = '', word = '', secondDot = '', rest = ''] = match;
    const head = content.slice(0, match.index + before.length).replace(/^-/, '');
    const isFirst = head.trim() === '';
    const tail = content.slice(match.index + whole.length).replace(/-$/, '');
    const kind = kindOf(word);
    const isPlain = isFirst && tail.trim() === '';
    // `spectro.` without dot may be a word of another language, `.spectro.pack` alone a map for a function.
    if (dot === '' && (!isFirst || kind === 'unknown')) continue;
    if (secondDot === '' && !isPlain) continue;
    const dotted = rest.replace(/\.$/, '');
    const name = kind === 'pack' ? (dotted.split('.')[0] ?? '') : dotted;
    const nameFrom = from + 2 + match.index + whole.length - rest.length;
    const isWhole = rest !== '' && !rest.startsWith('.') && !rest.endsWith('.');
    const isMalformed = dot === '' || !isWhole || !/^(?:$|[\s|)}"'`,])/.test(tail);
    references.push({
      kind,
      name,
      path: kind === 'pack' ? dotted.slice(name.length + 1) : '',
      from,
      to: end.to,
      nameFrom,
      nameTo: nameFrom + name.length,
      isPlain,
      fault: end.fault ?? (isMalformed ? 'malformed' : null),
    });
  }
  return references;
}

function kindOf(word: string): ReferenceKind {
  switch (word) {
    case 'var':
    case 'macro':
    case 'system':
    case 'pack':
    case 'app':
      return word;
    default:
      return 'unknown';
  }
}
