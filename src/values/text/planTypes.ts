import type { Collection, PathStep } from './findPath';
import type { ValuesSource } from './valuesSource';

/** Something to be added to a map or list. */
export interface Insertion {
  /** Key in its map; null for an item of a list. */
  readonly key: string | null;
  /** Index of the entry it goes behind; -1 for the first place. */
  readonly after: number;
  /** How much further in it stands than its parent, where it comes from. */
  readonly indent: number;
  /** Blank lines and comments above it where it comes from, trimmed. */
  readonly gap: readonly string[];
  /** Whether `after` is what is directly before it where it comes from, too. */
  readonly isNeighbour: boolean;
  /** Comments that follow it in its map, trimmed. */
  readonly below: readonly string[];
  readonly body: EntryBody | ChainBody;
}

/** As it stands in another text. */
export interface EntryBody {
  readonly kind: 'entry';
  readonly source: ValuesSource;
  readonly step: PathStep;
}

/** A key whose map holds only what is inserted. */
export interface ChainBody {
  readonly kind: 'chain';
  readonly key: string;
  /** The key as written. */
  readonly written: string;
  readonly children: Insertion[];
}

/** Comments and blank lines next to an entry that go. */
export interface DroppedLines {
  /**
   * Which of the lines above go, between the entry and what is before it: given from the top and without
   * indentation, answered by their places.
   */
  readonly above?: ((lines: readonly string[]) => readonly number[]) | undefined;
  /** Lines that go where they follow the entry exactly so; without indentation. */
  readonly below?: readonly string[] | undefined;
}

/** What becomes of one map or list of a text. Numbers are the places of its entries. */
export interface CollectionEdit {
  readonly collection: Collection;
  /** The steps to the entry that holds it; empty for the map of the whole text. */
  readonly holder: readonly PathStep[];
  readonly removed: Set<number>;
  /** What goes of the lines around entries that are removed, or stay. */
  readonly dropped: Map<number, DroppedLines>;
  /** Lines that replace what is behind the head. */
  readonly tails: Map<number, readonly string[]>;
  /** What goes in where nothing is (`key:`, `{}`) or where something else than a map was. */
  readonly fills: Map<number, Insertion[]>;
  readonly commentsAbove: Map<number, readonly string[]>;
  readonly commentsBelow: Map<number, readonly string[]>;
  readonly insertions: Insertion[];
}

export function emptyEdit(collection: Collection, holder: readonly PathStep[]): CollectionEdit {
  return {
    collection,
    holder,
    removed: new Set(),
    dropped: new Map(),
    tails: new Map(),
    fills: new Map(),
    commentsAbove: new Map(),
    commentsBelow: new Map(),
    insertions: [],
  };
}
