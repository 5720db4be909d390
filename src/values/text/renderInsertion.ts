import { isMap } from 'yaml';
import { flowEntry, flowText } from './flowText';
import { entryLines } from './fragments';
import { valueOf } from './findPath';
import { blockEndOf } from './keptBlocks';
import { withoutBlankStart } from './placeInsertion';
import type { Insertion } from './planTypes';

/** What is inserted as lines of a block map or list whose heads stand at `column`, without its gap. */
export function insertionLines({ key, body }: Insertion, column: number): readonly string[] {
  if (body.kind === 'chain') {
    return [
      `${' '.repeat(column)}${body.written}:`,
      ...childLines(body.children, column + childIndent(body.children)),
    ];
  }
  const { source, step } = body;
  if (key === null || step.collection.flow !== true) return itemOrEntry(body, column);
  return entryLines(source, step, column);
}

/** How much further in the lines of a new map stand than its key. */
export function childIndent([first]: readonly Insertion[]): number {
  return first?.indent ?? 0;
}

/** Insertions below each other, with the comments that go along. */
export function childLines(insertions: readonly Insertion[], column: number): readonly string[] {
  const indent = ' '.repeat(column);
  const pad = (line: string) => (line === '' ? '' : indent + line);
  return insertions.flatMap((insertion, index) => {
    const { gap, below } = insertion;
    const above = insertions[index - 1];
    // Blank lines below a block of text that keeps them would be part of it.
    const isApart = above !== undefined && blockEndOf(above) !== 'kept';
    const shown = isApart ? gap : withoutBlankStart(gap);
    return [...shown.map(pad), ...insertionLines(insertion, column), ...below.map(pad)];
  });
}

/** What is inserted as an entry of `{ }` or `[ ]`. */
export function insertionFlow({ body }: Insertion): string {
  if (body.kind === 'entry') return flowEntry(body.source, body.step);
  const isPlain = /^[\w./-]+$/.test(body.written);
  const key = isPlain || /^["']/.test(body.written) ? body.written : JSON.stringify(body.key);
  return `${key}: ${flowMap(body.children)}`;
}

export function flowMap(insertions: readonly Insertion[]): string {
  return insertions.length === 0 ? '{}' : `{ ${insertions.map(insertionFlow).join(', ')} }`;
}

function itemOrEntry(
  { source, step }: Extract<Insertion['body'], { kind: 'entry' }>,
  column: number,
): readonly string[] {
  if (isMap(step.collection) || step.collection.flow !== true) {
    return entryLines(source, step, column);
  }
  return [`${' '.repeat(column)}- ${flowText(source, valueOf(step))}`];
}
