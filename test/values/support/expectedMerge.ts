import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';

type Value = unknown;
type ValueMap = Map<unknown, Value>;

/** Items of a list that belong together by their names; where new ones stand is not foretold. */
class NamedItems {
  readonly items: ValueMap;

  constructor(items: ValueMap) {
    this.items = items;
  }
}

/** Maps keep keys of any name as what they are. */
export function parseValues(text: string): Value {
  return (parse(text, { mapAsMap: true }) as Value) ?? new Map();
}

/** What a merge must mean, told by plain values; lists with items must be written as lines. */
export function expectedMerge(
  base: Value,
  mine: Value,
  theirs: Value,
  conflicts: string[] = [],
  path: readonly unknown[] = [],
): Value {
  if (isDeepStrictEqual(mine, base)) return theirs;
  if (isDeepStrictEqual(theirs, base) || isDeepStrictEqual(mine, theirs)) return mine;
  const hadEntries = isValueMap(base) && base.size > 0;
  const [own, given] = [mine, theirs].map((value) =>
    value === null && hadEntries ? new Map() : value,
  );
  if (!isValueMap(own) || !isValueMap(given)) {
    const items =
      isListOfMaps(base) && isListOfMaps(own) && isListOfMaps(given)
        ? mergeItems([base, own, given], conflicts, path)
        : null;
    if (items !== null) return items;
    conflicts.push(path.join('/'));
    return mine;
  }
  const old: ValueMap = isValueMap(base) ? base : new Map();
  const merged: ValueMap = new Map();
  for (const key of new Set([...given.keys(), ...own.keys()])) {
    const at = [...path, key];
    if (own.has(key) && given.has(key)) {
      merged.set(key, expectedMerge(old.get(key), own.get(key), given.get(key), conflicts, at));
    } else if (given.has(key)) {
      if (!old.has(key)) merged.set(key, given.get(key));
      else if (!isDeepStrictEqual(old.get(key), given.get(key))) conflicts.push(at.join('/'));
    } else if (!old.has(key)) {
      merged.set(key, own.get(key));
    } else if (isEdited(old.get(key), own.get(key))) {
      merged.set(key, kept(old.get(key), own.get(key), conflicts, at));
    }
  }
  return merged;
}

type Lists = readonly [base: ValueMap[], mine: ValueMap[], theirs: ValueMap[]];

/** Null where it is not beyond doubt which items belong together, or a path could not name a conflict. */
function mergeItems(
  lists: Lists,
  conflicts: string[],
  path: readonly unknown[],
): readonly Value[] | NamedItems | null {
  const [base, mine, theirs] = lists;
  const [old, own, given] = [byName(base), byName(mine), byName(theirs)];
  if (old === null || own === null || given === null) {
    const isAligned = lists.every(({ length }) => length === base.length);
    if (!isAligned || isMoved(base, mine) || isMoved(base, theirs)) return null;
    return mine.map((item, at) =>
      expectedMerge(base[at], item, theirs[at], conflicts, [...path, at]),
    );
  }
  const names = [...own.keys()];
  if (isDeepStrictEqual(names, [...given.keys()])) {
    return names.map((name, at) =>
      expectedMerge(old.get(name), mine[at], theirs[at], conflicts, [...path, at]),
    );
  }
  const found: string[] = [];
  const merged = expectedMerge(old, own, given, found);
  return found.length === 0 && isValueMap(merged) ? new NamedItems(merged) : null;
}

/** Null unless each item has a name of its own. */
function byName(items: readonly ValueMap[]): ValueMap | null {
  const named = new Map(items.map((item) => [item.get('name'), item]));
  const isNamed = [...named.keys()].every((name) => typeof name === 'string');
  return isNamed && named.size === items.length ? named : null;
}

function isMoved(before: readonly Value[], after: readonly Value[]): boolean {
  return after.some(
    (item, at) =>
      !isDeepStrictEqual(item, before[at]) && before.some((old) => isDeepStrictEqual(old, item)),
  );
}

function isEdited(base: Value, mine: Value): boolean {
  if (!isValueMap(base) || !isValueMap(mine)) return !isDeepStrictEqual(base, mine);
  return [...mine].some(([key, value]) => !base.has(key) || isEdited(base.get(key), value));
}

function kept(base: Value, mine: Value, conflicts: string[], path: readonly unknown[]): Value {
  if (!isValueMap(base) || !isValueMap(mine) || base.size === 0) {
    conflicts.push(path.join('/'));
    return mine;
  }
  const edited = [...mine].filter(
    ([key, value]) => !base.has(key) || isEdited(base.get(key), value),
  );
  return new Map(
    edited.map(([key, value]) => [key, kept(base.get(key), value, conflicts, [...path, key])]),
  );
}

export function isExpected(actual: Value, expected: Value): boolean {
  if (expected instanceof NamedItems) {
    const named = isListOfMaps(actual) ? byName(actual) : null;
    return named !== null && isExpected(named, expected.items);
  }
  if (Array.isArray(actual) && Array.isArray(expected)) {
    if (actual.length !== expected.length) return false;
    return expected.every((item, at) => isExpected(actual[at], item));
  }
  if (!isValueMap(actual) || !isValueMap(expected)) return isDeepStrictEqual(actual, expected);
  if (actual.size !== expected.size) return false;
  return [...expected].every(
    ([key, value]) => actual.has(key) && isExpected(actual.get(key), value),
  );
}

function isListOfMaps(value: Value): value is ValueMap[] {
  return Array.isArray(value) && value.length > 0 && value.every(isValueMap);
}

function isValueMap(value: Value): value is ValueMap {
  return value instanceof Map;
}
