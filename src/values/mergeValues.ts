import type { MergeResult } from '../model/valuesMerge';
import { findChanges } from './merge/changes';
import { mergeAsLines } from './merge/mergeAsLines';
import { mergeBlock } from './merge/mergeBlock';
import type { MergeContext } from './merge/MergeContext';
import { GivenText } from './merge/GivenText';
import { MergedText } from './merge/MergedText';
import { mergeEntry } from './merge/mergeEntry';
import { planMerge } from './merge/mergePlan';
import { findMarkerLine, mergeMarkers } from './merge/mergeMarkers';
import { readTextSteps } from './merge/readText';
import type { Block, TreeText } from './merge/valueTree';
import { drain } from './text/parseText';

/** Three texts of the values of a layer. */
export interface MergeValuesInput {
  /** The defaults that the user began with. */
  readonly base: string;
  /** The user's text. */
  readonly mine: string;
  /** The defaults of the new version. */
  readonly theirs: string;
}

/**
 * The defaults of another version with the user's edits carried over: a three-way merge by keys. Lines that no
 * edit touches are those of `theirs` byte for byte, with its line ends and its comments; comments that the user
 * typed come along.
 *
 * Maps are merged by their keys. A list is one value, unless all its items are maps and belong together without
 * doubt: by a `name` of their own, or by their place where no side added, removed or moved one. Presets that the
 * user switched on or off stay so in the marker. A conflict is where both sides changed a value differently,
 * where the user edited what is gone (it is put back), and where the user removed what has changed (it stays
 * away): the text has the user's side.
 *
 * Texts that cannot be read as values are merged line by line; conflicts then have an empty path. Never throws.
 */
export function mergeValues(input: MergeValuesInput): MergeResult {
  return drain(mergeValuesSteps(input));
}

/** The same in steps, so that other work can be done between them. */
export function* mergeValuesSteps(input: MergeValuesInput): Generator<undefined, MergeResult> {
  const { base, mine, theirs } = input;
  if (mine === base || mine === theirs) return { text: theirs, conflicts: [], carried: [] };
  const [old, own, given] = [new GivenText(base), new GivenText(mine), new GivenText(theirs)];
  const oldTree = yield* readTextSteps(old);
  const ownTree = yield* readTextSteps(own);
  if (theirs === base) {
    const changes = oldTree && ownTree ? findChanges(oldTree.root, ownTree.root) : [];
    return { text: mine, conflicts: [], carried: changes.map(({ path }) => path) };
  }
  const givenTree = yield* readTextSteps(given);
  if (oldTree === null || ownTree === null || givenTree === null)
    return mergeAsLines(old, own, given);
  const result = mergeTrees(old, own, given, [oldTree.root, ownTree.root, givenTree.root]);
  // Of a key that stands twice each value may be a conflict, and a path names but one of them.
  if (hasSamePaths(result)) return mergeAsLines(old, own, given);
  yield;
  if (!oldTree.hasAnchors && !ownTree.hasAnchors && !givenTree.hasAnchors) return result;
  // An alias may have come without what it stands for.
  const merged = yield* readTextSteps(new GivenText(result.text));
  const isBroken = merged === null || merged.hasBrokenAliases;
  const wasBroken = ownTree.hasBrokenAliases || givenTree.hasBrokenAliases;
  return isBroken && !(merged !== null && wasBroken) ? mergeAsLines(old, own, given) : result;
}

function hasSamePaths({ conflicts }: MergeResult): boolean {
  return new Set(conflicts.map(({ path }) => JSON.stringify(path))).size < conflicts.length;
}

function mergeTrees(
  base: TreeText,
  mine: TreeText,
  theirs: GivenText,
  [old, own, given]: readonly [Block, Block, Block],
): MergeResult {
  const out = new MergedText(theirs);
  const context: MergeContext = {
    out,
    markers: new Map([base, mine, theirs].map((source) => [source, findMarkerLine(source.text)])),
    marker: mergeMarkers(base.text, mine.text, theirs.text),
    mergeEntry: (path, ...sides) => {
      mergeEntry(context, path, ...sides);
    },
  };
  mergeBlock(context, [], planMerge(old, own, given));
  if (context.marker !== null) out.prepend(context.marker);
  return out.finish();
}
