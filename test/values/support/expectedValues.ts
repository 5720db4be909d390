import { parse } from 'yaml';
import type { PackPreset } from '../../../src/model/packs';

type Values = Record<string, unknown>;

/** What a text says, as plain values; an empty text is an empty map. */
export function valuesOf(text: string): Values {
  const value: unknown = parse(text, { merge: false });
  return isMap(value) ? value : {};
}

/** Remove, then deep-merge: maps merge, everything else replaces. */
export function withPreset(values: Values, preset: PackPreset): Values {
  const result = structuredClone(values);
  for (const path of preset.remove) removeDotted(result, path.split('.'));
  return deepMerge(result, valuesOf(preset.add));
}

export function deepMerge(values: Values, other: Values): Values {
  const result = { ...values };
  for (const [key, value] of Object.entries(other)) {
    const before = result[key];
    result[key] =
      isMap(value) && (isMap(before) || before === null) ? deepMerge(before ?? {}, value) : value;
  }
  return result;
}

export function isMap(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The path that a dotted path stands for in some values; none where it is not there. */
export function dottedPath(values: unknown, path: string): readonly (readonly string[])[] {
  if (!isMap(values)) return [];
  return Object.keys(values)
    .filter((key) => path === key || path.startsWith(`${key}.`))
    .sort((a, b) => b.length - a.length)
    .flatMap((key) =>
      path === key
        ? [[key]]
        : dottedPath(values[key], path.slice(key.length + 1)).map((rest) => [key, ...rest]),
    )
    .slice(0, 1);
}

/** The paths to everything that is no map with entries. */
export function leavesOf(values: unknown, path: readonly string[]): readonly (readonly string[])[] {
  if (!isMap(values) || Object.keys(values).length === 0) return [path];
  return Object.entries(values).flatMap(([key, value]) => leavesOf(value, [...path, key]));
}

function removeDotted(values: Values, parts: readonly string[]): boolean {
  for (let length = parts.length; length > 0; length -= 1) {
    const key = parts.slice(0, length).join('.');
    if (!Object.hasOwn(values, key)) continue;
    const inner = values[key];
    if (length === parts.length) {
      Reflect.deleteProperty(values, key);
      return true;
    }
    if (isMap(inner) && removeDotted(inner, parts.slice(length))) return true;
  }
  return false;
}
