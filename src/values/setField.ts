import { isAlias, isCollection, isScalar } from 'yaml';
import type { ValuesPath } from '../model/textDiagnostic';
import { canInsert } from './missingPath';
import { fieldValue } from './readFields';
import { endOfLine, hasSource, nextLine, readEntry, type Entry } from './text/entries';
import { applyChanges } from './text/editText';
import { findSteps } from './text/findPath';
import { createTextPlan } from './text/textPlan';
import { writeScalar, type ScalarBefore } from './text/writeScalar';
import { drain } from './text/parseText';
import { isTemplate } from './text/templates';
import { breaksAliases, readSourceSteps, type ValuesSource } from './text/valuesSource';

export interface SetFieldInput {
  readonly text: string;
  readonly path: ValuesPath;
  readonly value: string | number | boolean;
}

/**
 * The text with another value at a path. How it is quoted stays, quotes come where the value would be read
 * as something else without them; comments and everything else stay byte for byte. A key that is
 * missing goes to the end of its map. Unchanged where a map, list or alias is at the path, where something else
 * than maps is on the way, and where the text cannot be read. Never throws.
 */
export function setField(input: SetFieldInput): { readonly text: string } {
  return drain(setFieldSteps(input));
}

/** The same in steps, none longer than it takes to compose the text. */
export function* setFieldSteps({
  text,
  path,
  value,
}: SetFieldInput): Generator<undefined, { readonly text: string }> {
  const source = yield* readSourceSteps(text);
  yield;
  const step = source === null ? undefined : findSteps(source.root, path)?.at(-1);
  if (source === null) return { text };
  if (step === undefined) return { text: yield* insertField(source, path, value) };
  const entry = readEntry(source.lines, step);
  const { value: node, headEnd, leadInEnd, contentEnd, isFlow } = entry;
  if (isCollection(node) || isAlias(node) || isTemplate(node)) return { text };
  // `? key` without a colon has no place for a value.
  if (!isFlow && !hasSource(node) && leadInEnd === headEnd) return { text };

  if (!isScalar(node) || !hasSource(node)) {
    const written = writeScalar(value, {
      ...NOTHING,
      isFlow,
      indent: hasRoomForBlock(source, entry, leadInEnd) ? entry.column + INDENT : undefined,
      lineEnd: source.lineEnd,
    });
    const separator = isFlow && leadInEnd === headEnd ? ': ' : ' ';
    return {
      text: applyChanges(text, [{ from: leadInEnd, to: leadInEnd, insert: separator + written }]),
    };
  }
  if (fieldValue(node.value, node.source) === value) return { text };
  const from = node.range?.[0] ?? leadInEnd;
  const insert = writeScalar(value, {
    type: node.type ?? 'PLAIN',
    source: text.slice(from, contentEnd),
    value: node.value,
    isFlow,
    indent:
      node.type?.startsWith('BLOCK') || hasRoomForBlock(source, entry, contentEnd)
        ? entry.column + INDENT
        : undefined,
    lineEnd: source.lineEnd,
  });
  return { text: applyChanges(text, [{ from, to: Math.min(contentEnd, text.length), insert }]) };
}

/** Whether nothing would become part of a block of text that ends at `at`. */
function hasRoomForBlock({ lines }: ValuesSource, { column }: Entry, at: number): boolean {
  if (lines.slice(at, endOfLine(lines, at)).trim() !== '') return false;
  for (let start = nextLine(lines, at); start < lines.length; start = nextLine(lines, start)) {
    const line = lines.slice(start, endOfLine(lines, start));
    const isBlank = line.trim() === '';
    if ((isBlank ? line : indentOfLine(line)).length >= column + INDENT) return false;
    if (!isBlank) break;
  }
  return true;
}

function indentOfLine(line: string): string {
  return /^ */.exec(line)?.[0] ?? '';
}

/** With the value as a new key at the end of its map, and the maps around it where they are missing. */
function* insertField(
  source: ValuesSource,
  path: ValuesPath,
  value: string | number | boolean,
): Generator<undefined, string> {
  const { text } = source;
  if (value === '' || !canInsert(source.root, path)) return text;
  const lines = path.map((key, depth) => {
    const written = writeScalar(String(key), NOTHING);
    const end = depth === path.length - 1 ? ` ${writeScalar(value, NOTHING)}` : '';
    return `${'  '.repeat(depth)}${written}:${end}\n`;
  });
  const added = yield* readSourceSteps(lines.join(''));
  if (added === null) return text;
  const plan = createTextPlan(source);
  plan.merge(added);
  const result = applyChanges(text, plan.changes());
  yield;
  const read = yield* readSourceSteps(result);
  return read === null || breaksAliases(source, read) ? text : result;
}

/** How much further in the lines of a block of text stand than its key. */
const INDENT = 2;

const NOTHING: ScalarBefore = { type: 'PLAIN', source: '', value: null, isFlow: false };
