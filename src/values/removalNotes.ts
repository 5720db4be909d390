import type { ValuesPath } from '../model/textDiagnostic';

/**
 * Keys that are gone, in overrides: YAML has no way to say so, hence a comment for each, which every other
 * reader of the YAML passes over. `# @removed a.b."c.d"` names the key `c.d` in the map at `a.b`.
 */
const NOTE = '# @removed ';
const NOTE_LINE = /^# @removed[ \t]+(\S.*?)[ \t]*\r?$/;
const PART = /("(?:[^"\\]|\\.)*"|[^\s."\\]+)(\.|$)/y;
const PLAIN = /^[^\s."\\]+$/;

export function removalNote(path: ValuesPath): string {
  const parts = path.map((part) => {
    const key = String(part);
    return PLAIN.test(key) ? key : JSON.stringify(key);
  });
  return NOTE + parts.join('.');
}

export function isRemovalNote(line: string): boolean {
  return readNote(line) !== null;
}

/** The keys that overrides take out, and the overrides without the lines that say so. */
export function readRemovals(overrides: string): {
  readonly paths: readonly ValuesPath[];
  readonly rest: string;
} {
  if (!overrides.includes(NOTE.trimEnd())) return { paths: [], rest: overrides };
  const paths: ValuesPath[] = [];
  const rest = overrides.split('\n').filter((line) => {
    const path = readNote(line);
    if (path !== null) paths.push(path);
    return path === null;
  });
  return { paths, rest: rest.join('\n') };
}

/** Null for a line that is no such note. */
function readNote(line: string): ValuesPath | null {
  const written = NOTE_LINE.exec(line)?.[1];
  if (written === undefined) return null;
  const path: string[] = [];
  PART.lastIndex = 0;
  while (PART.lastIndex < written.length) {
    const [, part = '', end] = PART.exec(written) ?? [];
    const key = part.startsWith('"') ? unquote(part) : part;
    if (part === '' || key === null) return null;
    path.push(key);
    if (end === '') return path;
  }
  return null;
}

function unquote(part: string): string | null {
  try {
    const key: unknown = JSON.parse(part);
    return typeof key === 'string' ? key : null;
  } catch {
    return null;
  }
}
