import type { PackPreset } from '../../model/packs';

/** A preset that one version has, or both. */
export interface ComparedPreset {
  readonly group: string;
  readonly name: string;
  readonly displayName: string;
  readonly isLeft: boolean;
  readonly isRight: boolean;
  /** Both have it, with other values. */
  readonly isChanged: boolean;
}

/** The presets of two versions by group and name, in the order of the left one, what is new behind. */
export function comparePresets(
  left: readonly PackPreset[],
  right: readonly PackPreset[],
): readonly ComparedPreset[] {
  const find = (presets: readonly PackPreset[], { group, name }: PackPreset) =>
    presets.find((preset) => preset.group === group && preset.name === name);
  const rows = left.map((preset): ComparedPreset => {
    const other = find(right, preset);
    return {
      ...rowOf(preset),
      isLeft: true,
      isRight: other !== undefined,
      isChanged: other !== undefined && !isSame(preset, other),
    };
  });
  const added = right.filter((preset) => find(left, preset) === undefined);
  return [
    ...rows,
    ...added.map((preset) => ({
      ...rowOf(preset),
      isLeft: false,
      isRight: true,
      isChanged: false,
    })),
  ];
}

/** Whether both have the same presets, with the same values. */
export function hasSamePresets(left: readonly PackPreset[], right: readonly PackPreset[]): boolean {
  return comparePresets(left, right).every(isSameInBoth);
}

/** Whether a preset makes no difference between the two. */
export function isSameInBoth({ isLeft, isRight, isChanged }: ComparedPreset): boolean {
  return isLeft && isRight && !isChanged;
}

function rowOf({ group, name, displayName }: PackPreset) {
  return { group, name, displayName };
}

function isSame(a: PackPreset, b: PackPreset): boolean {
  return (
    a.add.trimEnd() === b.add.trimEnd() &&
    a.remove.length === b.remove.length &&
    a.remove.every((path, at) => path === b.remove[at])
  );
}
