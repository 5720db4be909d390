import { RE2JS } from 're2js';
import { describe, expect, it, vi } from 'vitest';
import type { TextDiagnosticCode } from '../../src/model/textDiagnostic';
import { MAX_DIAGNOSTICS } from '../../src/values/checking/diagnostic';
import { checkManifestSteps } from '../../src/values/checkManifest';
import { checkValuesSteps } from '../../src/values/checkValues';
import { checkVariable } from '../../src/values/checkVariable';
import { findReferences } from '../../src/values/references/findReferences';
import { renameVariable } from '../../src/values/renameVariable';
import { compileRegex } from '../../src/values/schema/regex';
import { findRuleFault } from '../../src/values/schema/ruleFault';
import { parseSchemaRule } from '../../src/values/schema/schemaRule';
import { MAX_ERRORS } from '../../src/values/text/composeText';
import { parseText } from '../../src/values/text/parseText';
import { MAX_LEXEMES, MAX_TEXT_LENGTH, scanText } from '../../src/values/text/scanText';
import { context, countSteps, variable } from './support/checkTexts';

const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
  .concat(
    Array.from('bcdefghij').map(
      (name, at) =>
        `${name}: &${name} [${Array(9)
          .fill(`*${'abcdefghi'[at] ?? ''}`)
          .join(', ')}]`,
    ),
  )
  .join('\n');
const megabytes = (piece: string, count: number) =>
  piece.repeat(Math.ceil((count * 1_000_000) / piece.length));

/** The codes that both checks come to, and the steps it took them, which are each bounded. */
function check(text: string): { codes: readonly TextDiagnosticCode[]; steps: number } {
  const values = countSteps(checkValuesSteps(text, context()));
  const manifest = countSteps(checkManifestSteps(text, context()));
  for (const { result } of [values, manifest]) {
    expect(result.length).toBeLessThanOrEqual(MAX_DIAGNOSTICS);
  }
  return {
    codes: [...new Set(values.result.map(({ code }) => code))],
    steps: Math.max(values.steps, manifest.steps),
  };
}

describe('hostile texts', () => {
  it.each([
    ['brackets', '['.repeat(100_000)],
    ['maps', '{a: '.repeat(100_000)],
    ['lists', '- '.repeat(100_000)],
    ['explicit keys', '? '.repeat(100_000)],
    ['keys on a line', 'a: '.repeat(100_000)],
    ['indentation', Array.from({ length: 2000 }, (_, at) => `${' '.repeat(at)}a:\n`).join('')],
    ['references', `a: ${'{{.spectro.var.'.repeat(100_000)}`],
  ])('100,000 levels of %s are given up after a few steps', (name, text) => {
    const { codes, steps } = check(text);
    expect(codes).toContain('yaml-too-deep');
    expect(steps).toBeLessThan(name === 'references' ? 20 : 5);
  });

  it('an alias bomb is told and never expanded', () => {
    expect(check(bomb).codes).toEqual(['yaml-alias-bomb']);
    expect(parseText('a: &a [*a]')).toMatchObject({ refused: 'yaml-alias-bomb' });
    expect(parseText('a: &a {b: &b {c: *a}}')).toMatchObject({ refused: 'yaml-alias-bomb' });
    // Without it, this is well known to be more than a billion values.
    const small = parseText(bomb.split('\n').slice(0, 4).join('\n'));
    expect(small.ok).toBe(true);
  });

  it('10 MB are not read at all', () => {
    const { codes, steps } = check(megabytes('key: value\n', 10));
    expect(codes).toEqual(['yaml-too-large']);
    expect(steps).toBe(1);
    expect(parseText('a'.repeat(MAX_TEXT_LENGTH)).ok).toBe(true);
  });

  it.each([
    ['commas', megabytes(',', 3).replace(',', '[')],
    ['keys', Array.from({ length: 200_000 }, (_, at) => `k${String(at)}: 1\n`).join('')],
    ['line ends', megabytes('\n', 3)],
    ['comments', megabytes('#\n', 3)],
    ['documents', megabytes('---\n', 3)],
    ['directives', megabytes('%a\n', 3)],
    ['closing brackets', megabytes('] ', 3)],
    ['dashes', megabytes('-\n', 3)],
    ['words in quotes', megabytes("'' ", 3)],
  ])('3 MB of %s are given up at a bounded number of words', (_, text) => {
    const { steps, result } = countSteps(scanText(text));
    expect(result).toMatchObject({ ok: false, refused: 'yaml-too-large' });
    expect(steps).toBeLessThan(MAX_LEXEMES / 500);
  });

  it.each([
    ['spaces', megabytes(' ', 3)],
    ['tabs', megabytes('\t', 3)],
    ['one word', megabytes('a', 3)],
    ['words', megabytes('a ', 3)],
    ['escapes', `a: "${megabytes('\\"', 3)}`],
    ['text in quotes', `a: '${megabytes("x\n  ''", 3)}`],
    ['a block', `a: |\n${megabytes('  x\n', 3)}`],
    ['colons', megabytes(':', 3)],
    ['spaces in words', `a: ${megabytes(`x${' '.repeat(100_000)}`, 3)}`],
    ['braces', megabytes('{{', 3)],
    ['closed braces', `a: "${megabytes('{{}}', 3)}`],
    ['references in quotes', `a: "${megabytes('{{.spectro.var.x}} ', 1)}"`],
    ['half references', `a: "${megabytes('{{ .spectro', 1)}"`],
    ['the word', `a: "${megabytes('spectro', 1)}"`],
    ['anchors', '&a '.repeat(20_000)],
    ['aliases', '*a '.repeat(20_000)],
    ['tags', '! '.repeat(20_000)],
    ['keys that stand twice', 'a: 1\n'.repeat(20_000)],
    ['references on a line', `a: [${'{{.spectro.var.x}}, '.repeat(10_000)}]`],
    ['broken objects on a line', `{kind: List, items: [${'{a: 1}, '.repeat(20_000)}]}`],
    ['lines that open a block', '- - - - - - - - - - - a|\n'.repeat(5000)],
    ['dashes before a bar', `${'- '.repeat(150)}${megabytes('x ', 1)}|`],
  ])('%s are read in bounded steps', (_, text) => {
    const { steps } = check(text);
    expect(steps).toBeLessThan(MAX_LEXEMES / 100);
    const parsed = parseText(text);
    if (parsed.ok) expect(parsed.errors.length).toBeLessThanOrEqual(3 * MAX_ERRORS);
    expect(findReferences(text).length).toBeLessThan(100_000);
    expect(renameVariable(text, 'no-such', 'other')).toBe(text);
  });

  it('keys of prototypes change nothing, and are told', () => {
    const text =
      '__proto__:\n  polluted: yes\nconstructor:\n  prototype:\n    polluted: yes\n' +
      "toString: '{{.spectro.pack.__proto__.polluted}} {{.spectro.var.constructor}}'\n" +
      "hasOwnProperty: '{{.spectro.macro.toString}}'\n";
    const { result } = countSteps(
      checkValuesSteps(
        text,
        context({
          macros: [],
          packs: { a: text },
          schema: [
            { path: '__proto__.polluted', schema: '{{ readonly | format "${number}" }}' },
            { path: 'constructor.prototype', schema: '{{ required }}' },
            { path: 'toString', schema: '{{ required }}' },
            { path: 'valueOf', schema: '{{ required }}' },
          ],
          base: text,
        }),
      ),
    );
    expect(result.map(({ code }) => code)).toEqual([
      'schema-required',
      'yaml-prototype-key',
      'schema-type',
      'reference-pack-unknown',
      'reference-variable-unknown',
      'reference-macro-unknown',
    ]);
    expect(({} as Record<string, unknown>)['polluted']).toBe(undefined);
  });
});

describe('hostile patterns', () => {
  // In a backtracking engine each takes longer than the universe has existed.
  it.each(['(a*)*b', '(a|a)*b', '^(([a-z])+.)+[A-Z]([a-z])+$', '(a+)+$|b', '(.*a){20}b'])(
    '%s is matched in linear time',
    (pattern) => {
      const value = 'a'.repeat(999);
      expect(compileRegex(pattern)?.matches(value)).not.toBe(null);
      expect(checkVariable(value, variable('x', { regex: pattern }))).toHaveLength(
        pattern.endsWith('|b') ? 0 : 1,
      );
    },
  );

  it.each([
    ['long', 'a'.repeat(1001)],
    ['of many copies', 'a{1000}'.repeat(100)],
    ['of copies of copies', '((a{10}){10}){10}'.repeat(58)],
    ['of copies beyond the engine', '((a{100}){100}){100}'],
    ['of a large program', '(abc?|cd){900}'],
    ['of groups without end', '('.repeat(1000)],
  ])('one that is %s is not compiled', (_, pattern) => {
    expect(compileRegex(pattern)).toBe(null);
    expect(checkVariable('a', variable('x', { regex: pattern }))).toMatchObject([
      { code: 'pattern-unreadable' },
    ]);
  });

  it('one that would copy too much is not even tried', () => {
    const compile = vi.spyOn(RE2JS, 'compile');
    compileRegex('b{1000}'.repeat(100));
    compileRegex('((b{10}){10}){10}'.repeat(58));
    compileRegex('b'.repeat(1001));
    expect(compile).not.toHaveBeenCalled();
    compileRegex('b{1000}');
    expect(compile).toHaveBeenCalledOnce();
    compile.mockRestore();
  });

  it('a value that is too long is not matched', () => {
    expect(compileRegex('^b')?.matches('a'.repeat(1001))).toBe(null);
    expect(checkVariable('a'.repeat(1001), variable('x', { regex: '^b' }))).toEqual([]);
  });

  it('a format that can be divided in endless ways is taken to be right', () => {
    const rule = parseSchemaRule(`{{ format "${'${string},'.repeat(50)}\${number}" }}`);
    expect(rule?.parts).toHaveLength(101);
    expect(rule && findRuleFault(rule, `${'a,'.repeat(900)}x`)).toBe(null);
    expect(rule && findRuleFault(rule, 'a,1')).toMatchObject({ code: 'schema-format' });
  });

  it('rules and paths of a hostile schema are passed over', () => {
    const deep = 'a.'.repeat(5000);
    const schema = [
      { path: deep, schema: '{{ required }}' },
      { path: 'a', schema: `{{ format "${'${'.repeat(5000)}" }}` },
      { path: 'a', schema: `{{ format "\${string:/${'(a*)*'.repeat(300)}/}" }}` },
    ];
    const { result } = countSteps(checkValuesSteps('a: b\n', context({ schema })));
    expect(result.map(({ code }) => code)).toEqual(Array(3).fill('schema-unreadable'));
  });
});
