import type { ValuesCarry } from '../../model/valuesCarry';

/** What edits were carried from: the name of the pack and its version. */
export function carriedFrom({ from: { pack } }: ValuesCarry): string {
  return [pack.displayName, pack.version?.tag].filter(Boolean).join(' ');
}
