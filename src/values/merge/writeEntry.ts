import type { ValuesPath } from '../../model/textDiagnostic';
import { asMap } from './asMap';
import { newComments } from './comments';
import { shiftLines } from './indent';
import type { MergedText } from './MergedText';
import { isEdited } from './mergePlan';
import { entryHead, entryText, type Entry } from './valueTree';

/** An entry as it stands in its text, at another indentation. */
export function writeWhole(out: MergedText, entry: Entry, indent: number): void {
  out.startEntry(indent);
  if (entry.indent === indent) out.write(entry.source, entry.from, entry.to);
  else out.writeText(`${shiftLines(entryText(entry), indent - entry.indent)}\n`);
}

/** The key of the new version with the user's value and a comment. */
export function writeValue(out: MergedText, theirs: Entry, mine: Entry, comment: string): void {
  const { value, source } = mine;
  if (value.kind !== 'leaf' && value.isCompact) {
    writeWhole(out, mine, theirs.indent);
    return;
  }
  out.startEntry(theirs.indent);
  out.write(theirs.source, theirs.from, theirs.headTo);
  const shift = theirs.indent - mine.indent;
  if (value.kind === 'leaf') {
    const [first = '', ...rest] = entryHead(mine).value.split('\n');
    // Behind the last line of `|` a comment would be content.
    const isScalarBlock = /^[ \t]+(?:[&!][^ ]+[ \t]+)*[|>]/.test(first);
    const above = isScalarBlock && !first.includes(' #') ? first + comment : first;
    const text = [above, ...rest].join('\n');
    out.writeText(`${shiftLines(isScalarBlock ? text : text + comment, shift)}\n`);
  } else {
    const body = source.text.slice(value.lineTo, mine.to).replace(/\n$/, '');
    out.writeText(`${entryHead(mine).value}${comment}${shiftLines(body, shift)}\n`);
  }
}

/**
 * What the user edited of an entry that the new version no longer has, without what only stood there by
 * default. Each edit is a conflict.
 */
export function writeKept(
  out: MergedText,
  path: ValuesPath,
  base: Entry | null,
  mine: Entry,
  indent: number,
): void {
  const { source, leadFrom, lineFrom, from, value } = mine;
  const shift = indent - mine.indent;
  const lead = source.text.slice(leadFrom, lineFrom);
  if (lead !== '') {
    out.startLine();
    out.writeText(shiftLines(`\n${lead.replace(/\n$/, '')}`, shift).slice(1) + '\n');
  }
  const [before, own] = [base === null ? null : asMap(base), asMap(mine)];
  if (!before?.entries.length || !own?.entries.length || own.isCompact) {
    out.addConflict({
      kind: 'removed-in-new',
      path,
      base: valueSource(base),
      mine: valueSource(mine),
      theirs: null,
    });
    writeWhole(out, mine, indent);
    return;
  }
  out.startEntry(indent);
  // A flow map is written out below.
  const head = value.kind === 'leaf' ? '' : entryHead(mine).value;
  out.writeText(`${source.text.slice(from, mine.headTo)}${head}${entryHead(mine).comment}\n`);
  const old = new Map(before.entries.map((entry) => [entry.id, entry]));
  for (const entry of own.entries) {
    const other = old.get(entry.id) ?? null;
    if (other === null || isEdited(other, entry)) {
      writeKept(out, [...path, entry.name], other, entry, entry.indent + shift);
    } else {
      writeComments(out, newComments(wholeText(other), wholeText(entry)), entry.indent + shift);
    }
  }
  const tails = [before, own].map((map) => map.source.text.slice(map.tailFrom, map.tailTo));
  writeComments(out, newComments(tails[0] ?? '', tails[1] ?? ''), own.indent + shift);
}

/** Comments that have lost their place, in lines of their own. */
export function writeComments(out: MergedText, comments: readonly string[], indent: number): void {
  for (const comment of comments) {
    out.startLine();
    out.writeText(`${' '.repeat(indent)}${comment}\n`);
  }
}

/** With the comments above it. */
function wholeText({ source, leadFrom, to }: Entry): string {
  return source.text.slice(leadFrom, to);
}

/** The source of a value, its lines moved to the left as far as they go; null for none. */
export function valueSource(entry: Entry | null): string | null {
  if (entry === null) return null;
  const { source, value, indent } = entry;
  if (value.kind === 'leaf') return shiftLines(entryHead(entry).value.trim(), -indent);
  const from = value.entries[0]?.leadFrom ?? value.tailFrom;
  const text = source.text.slice(from, value.tailTo).trimEnd();
  return value.isCompact
    ? shiftLines(text, -value.indent)
    : shiftLines(`\n${text}`, -value.indent).slice(1);
}
