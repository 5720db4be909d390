import type { ValuesPath } from '../model/textDiagnostic';
import { findChanges, type EntryChange } from './merge/changes';
import { GivenText } from './merge/GivenText';
import { OverridesWriter } from './merge/OverridesWriter';
import { readTextSteps } from './merge/readText';
import { removalNote } from './removalNotes';
import { drain } from './text/parseText';

/** One value in which a text differs from another. */
export interface ValuesChange {
  readonly path: ValuesPath;
  readonly kind: 'added' | 'changed' | 'removed';
  /** Where it stands in the current text, from 1; for what was removed, where the map begins that it was in. */
  readonly line: number;
}

/** How a text of values differs from the defaults it began with. */
export interface ValuesDiff {
  /**
   * What was added or changed, as YAML with no more than that, and a comment `# @removed a.b` for each key
   * that is gone; '' where nothing differs. `applyOverrides` puts it into another text.
   */
  readonly text: string;
  readonly removed: readonly ValuesPath[];
  /** All changes, map by map in the order of the current text; what was removed comes last in its map. */
  readonly changes: readonly ValuesChange[];
  /** Whether both texts are YAML without errors; where not, nothing else is said. */
  readonly isReadable: boolean;
}

/**
 * The user's overrides: what a text says that the defaults do not, nested only as deep as needed, with the
 * user's quotes and comments. A list that differs is there as a whole. How values are written, and comments
 * alone, are no difference. Never throws.
 */
export function diffValues(base: string, current: string): ValuesDiff {
  return drain(diffValuesSteps(base, current));
}

/** The same in steps, so that other work can be done between them. */
export function* diffValuesSteps(base: string, current: string): Generator<undefined, ValuesDiff> {
  const nothing = { text: '', removed: [], changes: [] };
  if (base === current) return { ...nothing, isReadable: true };
  const before = yield* readTextSteps(new GivenText(base));
  yield;
  const after = yield* readTextSteps(new GivenText(current));
  const isReadable = before?.hasErrors === false && after?.hasErrors === false;
  if (!isReadable) return { ...nothing, isReadable };
  yield;
  const changes = findChanges(before.root, after.root);
  const writer = new OverridesWriter(before.source.text, after.document);
  for (const change of changes) if (change.after !== null) writer.write(change, change.after);
  const removed = changes.flatMap(({ kind, path }) => (kind === 'removed' ? [path] : []));
  const lines = [...writer.lines, ...removed.map(removalNote)];
  const lineOf = lineFinder(after.source);
  return {
    text: lines.length === 0 ? '' : `${lines.join('\n')}\n`,
    removed,
    changes: changes.map((change) => ({
      kind: change.kind,
      path: change.path,
      line: lineOf(change),
    })),
    isReadable,
  };
}

function lineFinder(source: GivenText): (change: EntryChange) => number {
  const starts = [0];
  for (let at = source.text.indexOf('\n'); at !== -1; at = source.text.indexOf('\n', at + 1)) {
    starts.push(at + 1);
  }
  return ({ after, within }) => {
    // Entries of a flow map have no line of their own.
    const entry = [...within, after].findLast((candidate) => candidate?.source === source);
    if (entry === undefined || entry === null) return 1;
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= entry.from) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
