import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument, type YAMLError } from 'yaml';
import { MAX_ERRORS } from '../../src/values/text/composeText';
import { findNode } from '../../src/values/text/findPath';
import { parseText, parseTextSteps } from '../../src/values/text/parseText';
import { MAX_DEPTH, scanText } from '../../src/values/text/scanText';
import { countSteps, realPacks, sharedPacks } from './support/checkTexts';

const codes = (errors: readonly YAMLError[]) =>
  // Of an empty key that stands twice the place is a matter of taste.
  errors
    .map(({ code, pos }) => (code === 'DUPLICATE_KEY' ? code : `${code}@${String(pos[0])}`))
    .sort();

/** As `yaml` alone has it. */
const NO_COLON = 'Missing : before value';

function expectSameAsYaml(text: string) {
  const parsed = parseText(text);
  if (!parsed.ok) return;
  // It finds aliases without anchor only when values are made.
  if (parsed.errors.some(({ code }) => code === 'BAD_ALIAS')) return;
  const plain = parseDocument(text, { keepSourceTokens: true, prettyErrors: false });
  // It drops what stands behind a `? key` without a colon in silence.
  const own = parsed.errors.filter(({ message }) => message !== NO_COLON);
  expect(codes(own)).toEqual(codes(plain.errors));
  expect(JSON.stringify(parsed.document.contents?.range)).toBe(
    JSON.stringify(plain.contents?.range),
  );
  if (plain.errors.length > 0) return;
  expect(JSON.stringify(parsed.document.toJS())).toBe(JSON.stringify(plain.toJS()));
}

describe('parseText', () => {
  it.each([
    ['an empty text (23)', ''],
    ['blank lines (23)', '\n\n'],
    ['only comments (23)', '# spectrocloud.com/enabled-presets: A:b\n# note'],
  ])('has a document without contents for %s', (_, text) => {
    const parsed = parseText(text);
    expect(parsed).toMatchObject({ ok: true, errors: [] });
    expect(parsed.ok && parsed.document.contents).toBe(null);
  });

  it('counts in the text as given, with byte order mark and CRLF (26)', () => {
    const text = '\uFEFFa: 1\r\nb: two\r\n';
    const parsed = parseText(text);
    if (!parsed.ok) throw new Error('refused');
    expect(parsed.offset).toBe(1);
    const range = findNode(parsed.document.contents, ['b'])?.range ?? [0, 0];
    expect(text.slice(range[0], range[1])).toBe('two');
  });

  it('keeps source tokens, and words of YAML 1.1 as texts (31)', () => {
    const parsed = parseText('a: yes\nb: On\n<<: {c: 1}\n');
    if (!parsed.ok) throw new Error('refused');
    expect(parsed.document.toJS()).toEqual({ a: 'yes', b: 'On', '<<': { c: 1 } });
    expect(parsed.document.contents).toHaveProperty('srcToken');
  });

  it('tells keys that stand twice, several errors of a text, in its order (28)', () => {
    const parsed = parseText('a: 1\nb: {c: 1, c: 2}\na: 3\nd: "x\n');
    expect(parsed.ok && parsed.errors.map(({ code, pos }) => [code, pos[0]])).toEqual([
      ['DUPLICATE_KEY', 15],
      ['DUPLICATE_KEY', 21],
      ['MISSING_CHAR', 32],
    ]);
  });

  it('tells aliases without anchor, so that values can be made of what has no errors', () => {
    const parsed = parseText('a: *b\nb: &b 1\nc: *b\n');
    expect(parsed.ok && parsed.errors.map(({ code, pos }) => [code, pos])).toEqual([
      ['BAD_ALIAS', [3, 5]],
    ]);
  });

  it('takes keys of different types and of different maps for different', () => {
    expect(parseText('1: a\n"1": b\nc: {d: 1}\ne: {d: 1}\n')).toMatchObject({ errors: [] });
  });

  it.each(['? *x\n  b', '? "a"\n  - b\n', '- ? [a]\n    {b: 1}\n', '? a: 1\n- '])(
    'takes a value without a colon for an error: %j',
    (text) => {
      const parsed = parseText(text);
      expect(parsed.ok && parsed.errors.map(({ message }) => message)).toContain(NO_COLON);
      const ended = parseText(text.replace(/\n( *)(\S)/, '\n$1: $2'));
      expect(ended.ok && ended.errors.map(({ message }) => message)).not.toContain(NO_COLON);
    },
  );

  it('refuses a second document, and says where it begins (27)', () => {
    expect(parseText('a: 1\n---\nb: 1\n')).toEqual({
      ok: false,
      refused: 'yaml-several-documents',
      from: 5,
      to: 8,
    });
    expect(parseText('---\na: 1\n...\n')).toMatchObject({ ok: true, errors: [] });
  });

  it('keeps anchors that stand for little (29)', () => {
    const parsed = parseText('a: &x {b: 1}\nc: *x\nd: [*x, *x]\n');
    expect(parsed).toMatchObject({ ok: true, errors: [] });
  });

  it('takes what is as deep as may be, and no deeper', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(parseText(nested(MAX_DEPTH))).toMatchObject({ ok: true, errors: [] });
    expect(parseText(nested(MAX_DEPTH + 1))).toMatchObject({ refused: 'yaml-too-deep' });
    const indented = (depth: number) =>
      Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}a:\n`).join('');
    expect(parseText(indented(MAX_DEPTH))).toMatchObject({ ok: true, errors: [] });
    expect(parseText(indented(MAX_DEPTH + 1))).toMatchObject({ refused: 'yaml-too-deep' });
  });

  it('does not count brackets in texts, comments and blocks as nesting', () => {
    const open = '[{'.repeat(300);
    const text = `a: "${open}"\nb: '${open}'\n# ${open}\nc: |\n  ${open}\nd: x${open}\n`;
    expect(parseText(text)).toMatchObject({ ok: true, errors: [] });
  });

  it('reads as yaml alone does, whatever the text', () => {
    const piece = fc.constantFrom(
      ...['a', 'b', ': ', '\n', '  ', '- ', '[', ']', '{', '}', ',', '"', "'", '#', ' |\n', '? '],
      ...['&a ', '*a', '!t ', '\t', '\r\n', '1', 'a: 1\n', '{{ .x }}', '<<: ', '%', '\uFEFF'],
    );
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(fc.property(text, expectSameAsYaml), { numRuns: 2000 });
  });

  it('takes a large text in many steps, and notes a bounded number of errors', () => {
    const large = 'key: [value, "other"] # note\nlist:\n  - a\n'.repeat(500);
    const { steps, result } = countSteps(parseTextSteps(large));
    expect(steps).toBeGreaterThan(8);
    expect(result.ok && result.errors.length).toBe(998);
    const faulty = parseText('*a '.repeat(5000));
    expect(faulty.ok && faulty.errors.length).toBeLessThanOrEqual(3 * MAX_ERRORS);
  });

  it('gives up nesting without end after a few words', () => {
    for (const open of ['[', '{a: ', '- ', '? ', 'a: ']) {
      const { steps, result } = countSteps(scanText(open.repeat(100_000)));
      expect(result).toMatchObject({ ok: false, refused: 'yaml-too-deep', from: 0 });
      expect(result.ok ? 0 : result.to).toBeLessThan(1000);
      expect(steps).toBeLessThan(3);
    }
  });
});

describe.skipIf(sharedPacks === null)('parseText, real packs (skipped without ../shared)', () => {
  it('reads every text as yaml alone does', () => {
    const packs = realPacks();
    expect(packs.length).toBeGreaterThan(100);
    for (const { values } of packs) expectSameAsYaml(values);
  });
});
