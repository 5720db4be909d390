import { scanKeys } from './scanKeys';

/** A value of a pack that a reference can lead to, or a map of such values. */
export interface PackValue {
  /** What is to be written behind `within`, dotted where it is further below. */
  readonly name: string;
  /** There is more below it. */
  readonly isMap: boolean;
  /** What it is now, where that is a single value. */
  readonly value: string | null;
}

export interface PackValueList {
  readonly values: readonly PackValue[];
  /** There are more. Those that have `search` in their names go first. */
  readonly isCut: boolean;
}

export interface ListPackValuesInput {
  readonly text: string;
  /** The dotted path that is written already; empty for none. */
  readonly within: string;
  /** What is written of the next name: what is further below is listed, too, where it has this in its name. */
  readonly search: string;
}

/** As many as anybody scrolls through. */
const MOST = 1_000;

/** What may follow in a reference, level by level: so every path can be reached, however long the text is. */
export function* listPackValuesSteps({
  text,
  within,
  search,
}: ListPackValuesInput): Generator<undefined, PackValueList> {
  const prefix = within === '' ? '' : `${within}.`;
  const wanted = search.toLowerCase();
  const next = new Map<string, PackValue>();
  const below = new Map<string, PackValue>();
  const others = new Map<string, PackValue>();
  let omitted = 0;
  yield* scanKeys(text, ({ path, parent, value }) => {
    if (!path.startsWith(prefix)) return;
    const above = parent.slice(prefix.length);
    for (const list of [next, below, others]) {
      const map = list.get(above);
      if (map?.isMap === false) list.set(above, { ...map, isMap: true, value: null });
    }
    const name = path.slice(prefix.length);
    // A key with dots in it may begin in what is written already.
    const isNext = parent.length <= within.length;
    const isWanted = name.toLowerCase().includes(wanted);
    if (!isNext && (wanted === '' || !isWanted)) return;
    const list = !isNext ? below : isWanted ? next : others;
    if (list.size < MOST || list.has(name)) list.set(name, { name, isMap: false, value });
    else omitted += 1;
  });
  const values = [...next.values(), ...below.values(), ...others.values()];
  return { values: values.slice(0, MOST), isCut: omitted > 0 || values.length > MOST };
}

export interface ReadPackValueInput {
  readonly text: string;
  readonly path: string;
}

/** What a dotted path leads to; null where it leads to nothing. Of equal keys the last counts. */
export function* readPackValueSteps({
  text,
  path,
}: ReadPackValueInput): Generator<undefined, PackValue | null> {
  const found: PackValue[] = [];
  yield* scanKeys(text, (key) => {
    const [known] = found;
    if (key.path === path) found[0] = { name: path, isMap: false, value: key.value };
    else if (known !== undefined && key.parent === path) {
      found[0] = { ...known, isMap: true, value: null };
    }
  });
  return found[0] ?? null;
}
