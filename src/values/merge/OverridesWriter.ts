import { stringify, visit, type Document, type Node } from 'yaml';
import { isPresetMarker } from '../presetMarker';
import { isRemovalNote } from '../removalNotes';
import { findComments } from './comments';
import type { EntryChange } from './changes';
import { shiftLine, shiftLines } from './indent';
import { entryHead, entryText, type Entry } from './valueTree';

const STEP = 2;

/** Writes values that differ as YAML of its own, with the maps around them. */
export class OverridesWriter {
  readonly lines: string[] = [];
  readonly #baseComments: ReadonlySet<string>;
  readonly #document: Document.Parsed;
  /** The maps that the last line is in. */
  #open: readonly Entry[] = [];

  /** Comments of the defaults are left out; `document` is that of the text with the differences. */
  constructor(base: string, document: Document.Parsed) {
    this.#baseComments = new Set(findComments(base));
    this.#document = document;
  }

  write({ within }: EntryChange, entry: Entry): void {
    const shared = within.findIndex((map, depth) => map !== this.#open[depth]);
    const from = shared === -1 ? within.length : shared;
    for (const [depth, map] of within.entries()) if (depth >= from) this.#writeHead(map, depth);
    this.#open = within;
    const indent = within.length * STEP;
    this.#writeComments(entry, indent);
    const written = hasAliases(entry.value.node)
      ? ' '.repeat(indent) + shiftLines(this.#resolve(entry), indent)
      : ' '.repeat(indent) + shiftLines(entryText(entry), indent - entry.indent);
    for (const line of written.split('\n')) this.lines.push(line);
  }

  #writeHead(map: Entry, depth: number): void {
    const { source, from, headTo } = map;
    const indent = ' '.repeat(depth * STEP);
    const comment = entryHead(map).comment;
    const own = this.#baseComments.has(comment.trim()) ? '' : comment;
    this.#writeComments(map, depth * STEP);
    this.lines.push(indent + source.text.slice(from, headTo) + own);
  }

  /** Those that the user typed above an entry. */
  #writeComments({ source, leadFrom, lineFrom, indent: column }: Entry, indent: number): void {
    for (const line of source.text.slice(leadFrom, lineFrom).split('\n')) {
      const comment = line.trim();
      if (!comment.startsWith('#') || isPresetMarker(comment)) continue;
      // A note that stands in the values says nothing about them.
      if (isRemovalNote(comment)) continue;
      if (this.#baseComments.has(comment)) continue;
      this.lines.push(shiftLine(line, indent - column));
    }
  }

  /** What an alias stands for may not be where these values are put. */
  #resolve({ name, value }: Entry): string {
    const plain: unknown = value.node?.toJS(this.#document, {
      mapAsMap: true,
      // What would be too much is not read in the first place.
      maxAliasCount: -1,
    });
    return stringify(new Map([[name, plain]]), {
      indent: STEP,
      aliasDuplicateObjects: false,
    }).trimEnd();
  }
}

function hasAliases(node: Node | null): boolean {
  let found = false;
  visit(node, {
    Alias: () => {
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}
