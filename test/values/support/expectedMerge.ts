import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';

/** A list of maps that all three texts have differently may be merged by its items: see the examples. */
const ANY_LIST = Symbol('any list');

type Value = unknown;
type ValueMap = Map<unknown, Value>;

/** Maps keep keys of any name as what they are. */
export function parseValues(text: string): Value {
  return (parse(text, { mapAsMap: true }) as Value) ?? new Map();
}

/** What a merge must mean, told by plain values. */
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
    if ([base, own, given].every(isListOfMaps)) return ANY_LIST;
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

/** Two values, but for the lists that are not foretold. */
export function isExpected(actual: Value, expected: Value): boolean {
  if (expected === ANY_LIST) return Array.isArray(actual);
  if (!isValueMap(actual) || !isValueMap(expected)) return isDeepStrictEqual(actual, expected);
  if (actual.size !== expected.size) return false;
  return [...expected].every(
    ([key, value]) => actual.has(key) && isExpected(actual.get(key), value),
  );
}

function isListOfMaps(value: Value): boolean {
  return Array.isArray(value) && value.every(isValueMap);
}

function isValueMap(value: Value): value is ValueMap {
  return value instanceof Map;
}
