/** A preset that is switched on, as the marker in a values text names it. */
export interface EnabledPreset {
  readonly group: string;
  readonly name: string;
}

const BYTE_ORDER_MARK = '\uFEFF';
const MARKER = /^#[ \t]*spectrocloud\.com\/enabled-presets[ \t]*:([^]*)$/;

/**
 * The presets that a values text says are on, in the order of its marker
 * `# spectrocloud.com/enabled-presets: Group:name,Group:name`.
 *
 * The marker counts only among the comments and blank lines before the first other line; nothing behind
 * them is read. The first one decides, even when it is empty. The first colon of an entry separates; an
 * entry without group or name is left out. Never throws.
 */
export function readEnabledPresets(text: string): readonly EnabledPreset[] {
  let position = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  for (;;) {
    while (isBlank(text[position])) position += 1;
    if (text[position] !== '#') return [];
    const start = position;
    while (!isLineEnd(text[position])) position += 1;
    const entries = MARKER.exec(text.slice(start, position))?.[1];
    if (entries !== undefined) return readEntries(entries);
  }
}

function readEntries(text: string): readonly EnabledPreset[] {
  return text.split(',').flatMap((entry) => {
    const colon = entry.indexOf(':');
    const group = entry.slice(0, Math.max(colon, 0)).trim();
    const name = entry.slice(colon + 1).trim();
    return group === '' || name === '' ? [] : [{ group, name }];
  });
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\n' || character === '\r';
}

function isLineEnd(character: string | undefined): boolean {
  return character === undefined || character === '\n' || character === '\r';
}
