import { looksSecret, MASKED_VALUE } from './secrets';
import { endOfValue, parseLine, splitLines, unquote, type OpenNode } from './valuesLines';

/** Quoted, because a plain `*` would begin a YAML alias. */
const MASK = `"${MASKED_VALUE}"`;

/** How nothing is written, beside nothing. */
const EMPTY = /^(?:""|''|~|null)$/;

/** A reference alone: what it stands for is kept elsewhere. */
const REFERENCE = /^(["']?)\{\{\s*\.spectro\.[^{}\s]+\s*\}\}\1$/;

export interface MaskSecretsOptions {
  /** The pack's own values: what stands in them, too, was entered by nobody and stays. @default none */
  readonly base?: string | undefined;
}

/**
 * The text with everything under the given dotted paths replaced by `"********"`; all else stays byte
 * for byte. Works on lines, without understanding YAML: where a line cannot tell what it holds (a
 * flow collection above a secret path, a commented-out secret), it masks more rather than less. A
 * reference such as `'{{.spectro.var.password}}'` is no secret. Not seen are values that reach the path
 * through an alias.
 *
 * @param paths `unknown` masks what stands under keys that look secret
 */
export function maskSecrets(
  text: string,
  paths: readonly string[] | 'unknown',
  { base = '' }: MaskSecretsOptions = {},
): string {
  if (paths.length === 0 || text === '' || text === base) return text;
  const isSecret = secretsOf(paths);
  const known = new Set<string>();
  if (base !== '') {
    replaceSecrets(base, isSecret, (secret) => {
      known.add(secret);
      return true;
    });
  }
  return replaceSecrets(text, isSecret, (secret) => known.has(secret));
}

interface Secrets {
  readonly isAt: (path: string) => boolean;
  /** Whether a secret may be somewhere in what stands at a path. */
  readonly isBelow: (path: string) => boolean;
  readonly isKey: (lastKey: string) => boolean;
}

function secretsOf(paths: readonly string[] | 'unknown'): Secrets {
  const lastOf = (path: string) => path.slice(path.lastIndexOf('.') + 1);
  if (paths === 'unknown') {
    return { isAt: (path) => looksSecret(lastOf(path)), isBelow: () => false, isKey: looksSecret };
  }
  const masked = new Set(paths);
  const lastKeys = new Set(paths.map(lastOf));
  return {
    isAt: (path) => masked.has(path),
    isBelow: (path) => path === '' || paths.some((secret) => secret.startsWith(`${path}.`)),
    isKey: (key) => lastKeys.has(key),
  };
}

/** @param isKept asked for each secret, with its path and as it is written */
function replaceSecrets(
  text: string,
  secrets: Secrets,
  isKept: (secret: string) => boolean,
): string {
  const { lines, breaks } = splitLines(text);
  const kept: string[] = [];
  const open: OpenNode[] = [];
  const copy = (from: number, to: number) => {
    for (let at = from; at < to; at += 1) kept.push(lines[at] ?? '', breaks[at] ?? '');
  };

  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const parsed = parseLine(line, open);
    if (parsed.kind === 'other' || (parsed.kind === 'comment' && isKept(line))) {
      copy(at, at + 1);
      continue;
    }
    if (parsed.kind === 'comment') {
      kept.push(maskComment(line, secrets), breaks[at] ?? '');
      continue;
    }
    const { path, value, valueAt, indent } = parsed;
    const isFlow = /^(?:[&!]\S*\s+)*[{[]/.test(value);
    const isSecret = secrets.isAt(path) || (isFlow && secrets.isBelow(path));
    const end = endOfValue(lines, at, indent, value, isSecret);
    // Where nothing was entered, there is nothing to hide.
    const isEntered = end > at + 1 || (value !== '' && !EMPTY.test(value));
    const written = [line.slice(valueAt), ...lines.slice(at + 1, end)].join('\n');
    if (!isSecret || !isEntered || REFERENCE.test(written) || isKept(`${path}: ${written}`)) {
      copy(at, end);
    } else {
      const head = line.slice(0, valueAt);
      kept.push(
        `${head}${/\s$/.test(head) || head === '' ? '' : ' '}${MASK}`,
        breaks[end - 1] ?? '',
      );
    }
    at = end - 1;
  }
  return kept.join('');
}

function maskComment(line: string, secrets: Secrets): string {
  const match = /^(\s*#[\s#-]*)([^\s:#-][^:]*)(:\s+)\S/.exec(line);
  if (match === null) return line;
  const [, lead = '', key = '', colon = ''] = match;
  return secrets.isKey(unquote(key.trimEnd())) ? `${lead}${key}${colon}${MASK}` : line;
}
