import type { ValuesPath } from '../model/textDiagnostic';
import { allPaths } from './presetPaths';
import { removeWithMaps } from './removeWithMaps';
import { applyChanges } from './text/editText';
import { isMap } from 'yaml';
import { findKey, findNode, findSteps, keyText } from './text/findPath';
import { commentsBelow, gapAbove, linesBehind } from './text/gaps';
import type { DroppedLines } from './text/planTypes';
import { createTextPlan } from './text/textPlan';
import type { ValuesSource } from './text/valuesSource';

export interface UndoPresetInput {
  readonly text: ValuesSource;
  /** What the preset added. */
  readonly add: ValuesSource;
  /** The paths it decides about. */
  readonly paths: readonly ValuesPath[];
  /** What the text is to say there instead. */
  readonly without: ValuesSource;
}

export interface UndonePreset {
  readonly text: string;
  /** What was taken out or became what it was before: paths of the preset, maps that held nothing else. */
  readonly gone: readonly ValuesPath[];
}

/**
 * The text with everything under a preset's paths as another text has it; the preset's comments go as well.
 * What the user took out together with the map around it stays away.
 */
export function undoPreset({ text, add, paths, without }: UndoPresetInput): UndonePreset {
  const plan = createTextPlan(text);
  const hasPath = (source: ValuesSource, path: ValuesPath) => findSteps(source.root, path) !== null;
  const { gone, restored } = removeWithMaps(
    text,
    without,
    paths.filter((path) => hasPath(text, path) && !hasPath(without, path)),
  );
  for (const path of gone) plan.remove(path, droppedAt(path));
  for (const path of restored) plan.copy(path, without);
  for (const path of paths) {
    if (!hasPath(without, path)) continue;
    const parent = path.slice(0, -1);
    if (parent.length === 0 || isMap(findNode(text.root, parent))) plan.copy(path, without);
  }
  for (const path of allPaths(add.root, [])) {
    if (hasPath(text, path) && hasPath(without, path)) plan.drop(path, droppedAt(path));
  }
  return { text: applyChanges(text.text, plan.changes()), gone: [...gone, ...restored] };

  /** Comments and blank lines that came with the preset; comments of the other text stay. */
  function droppedAt(path: ValuesPath): DroppedLines {
    const steps = findSteps(add.root, path);
    if (steps === null) return {};
    const gap = gapAbove(add, steps);
    const below = commentsBelow(add, steps);
    const known = linesAround(without, text, path);
    return {
      above: (lines) => linesOfGap(lines, gap, known),
      below: below.some((line) => known.has(line)) ? [] : below,
    };
  }
}

/** Comments that are in `gap`; and its blank lines, as far as all is there from the bottom up as in it. */
function linesOfGap(
  lines: readonly string[],
  gap: readonly string[],
  known: ReadonlySet<string>,
): readonly number[] {
  const came = new Set(gap);
  const offset = lines.length - gap.length;
  const other = lines.findLastIndex(
    (line, index) => gap[index - offset] !== line || known.has(line),
  );
  return lines.flatMap((line, index) => {
    const isDropped = line === '' ? index > other : came.has(line) && !known.has(line);
    return isDropped ? [index] : [];
  });
}

/** The comments that a text has where a path is, or where it would be beside the neighbours it has in `text`. */
function linesAround(
  source: ValuesSource,
  text: ValuesSource,
  path: ValuesPath,
): ReadonlySet<string> {
  const isComment = (line: string) => line !== '';
  const steps = findSteps(source.root, path);
  if (steps !== null) return new Set(gapAbove(source, steps).filter(isComment));
  const parent = findNode(source.root, path.slice(0, -1));
  const own = findSteps(text.root, path)?.at(-1);
  if (!isMap(parent) || own === undefined || !isMap(own.collection)) return new Set();
  for (const pair of own.collection.items.slice(0, own.index).reverse()) {
    const key = keyText(pair);
    const index = key === null ? -1 : findKey(parent, key);
    if (index === -1) continue;
    return new Set(linesBehind(source, { collection: parent, index }).filter(isComment));
  }
  const holder = findSteps(source.root, path.slice(0, -1)) ?? [];
  const first = [...holder, { collection: parent, index: 0 }];
  return new Set(parent.items.length === 0 ? [] : gapAbove(source, first).filter(isComment));
}
