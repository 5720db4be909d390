import { lineEndOf } from './text/lineEnd';

/** A preset that is switched on, as the marker in a values text names it. */
export interface EnabledPreset {
  readonly group: string;
  readonly name: string;
}

/** The line of a text that says which presets are on. */
export interface PresetMarker {
  /** Start of the line. */
  readonly from: number;
  /** Before its line end. */
  readonly to: number;
  /** Behind the colon. */
  readonly entriesFrom: number;
  readonly entries: readonly EnabledPreset[];
}

const BYTE_ORDER_MARK = '\uFEFF';
const PREFIX = '# spectrocloud.com/enabled-presets:';
const MARKER = /^#[ \t]*spectrocloud\.com\/enabled-presets[ \t]*:([^]*)$/;

/**
 * The marker among the comments and blank lines before the first other line; nothing behind them is read.
 * The first one counts. Null where there is none.
 */
export function findPresetMarker(text: string): PresetMarker | null {
  let position = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  for (;;) {
    while (isBlank(text[position])) position += 1;
    if (text[position] !== '#') return null;
    const from = position;
    while (!isLineEnd(text[position])) position += 1;
    const entries = MARKER.exec(text.slice(from, position))?.[1];
    if (entries === undefined) continue;
    const entriesFrom = position - entries.length;
    return { from, to: position, entriesFrom, entries: readEntries(entries) };
  }
}

/** Whether a comment is a marker of presets. */
export function isPresetMarker(comment: string): boolean {
  return MARKER.test(comment);
}

/**
 * The text with its marker naming these presets: rewritten where it stands, else inserted as the first
 * line. Unchanged where it names them already, and where there is neither marker nor preset.
 */
export function writePresetMarker(text: string, presets: readonly EnabledPreset[]): string {
  const marker = findPresetMarker(text);
  const entries = presets.map(({ group, name }) => `${group}:${name}`).join(',');
  if (marker !== null) {
    const written = marker.entries.map(({ group, name }) => `${group}:${name}`).join(',');
    if (written === entries) return text;
    const insert = entries === '' ? '' : ` ${entries}`;
    return text.slice(0, marker.entriesFrom) + insert + text.slice(marker.to);
  }
  if (entries === '') return text;
  const start = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  const line = `${PREFIX} ${entries}${lineEndOf(text)}`;
  return text.slice(0, start) + line + text.slice(start);
}

/** The text without the line of its marker. */
export function removePresetMarker(text: string): string {
  const marker = findPresetMarker(text);
  if (marker === null) return text;
  let to = marker.to;
  if (text[to] === '\r') to += 1;
  if (text[to] === '\n') to += 1;
  return text.slice(0, lineStartOf(text, marker.from)) + text.slice(to);
}

/** Whether a marker can name a preset so that it is read back: no comma, no colon in the group, one line. */
export function canMarkPreset({ group, name }: EnabledPreset): boolean {
  const isPlain = (word: string) => word !== '' && word === word.trim() && !/[,\r\n]/.test(word);
  return isPlain(group) && isPlain(name) && !group.includes(':');
}

function readEntries(text: string): readonly EnabledPreset[] {
  return text.split(',').flatMap((entry) => {
    const colon = entry.indexOf(':');
    const group = entry.slice(0, Math.max(colon, 0)).trim();
    const name = entry.slice(colon + 1).trim();
    return group === '' || name === '' ? [] : [{ group, name }];
  });
}

function lineStartOf(text: string, offset: number): number {
  let start = offset;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start -= 1;
  return start;
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\n' || character === '\r';
}

function isLineEnd(character: string | undefined): boolean {
  return character === undefined || character === '\n' || character === '\r';
}
