import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSchema } from '../../src/values/schema/readSchema';
import { compileRegex } from '../../src/values/schema/regex';
import { findRuleFault } from '../../src/values/schema/ruleFault';
import { parseSchemaRule } from '../../src/values/schema/schemaRule';
import { realPacks, sharedPacks } from './support/checkTexts';

/** The code of what is wrong with a value under a format; `right` for nothing. */
function judge(format: string, value: string): string {
  const rule = parseSchemaRule(`{{ format "${format}" }}`);
  if (rule === null) return 'unreadable';
  return findRuleFault(rule, value)?.code ?? 'right';
}

describe('parseSchemaRule', () => {
  it('reads all words of a rule', () => {
    const rule =
      '{{ required | readonly | format "${number:[1-10]}" | hints "Megabytes" "of RAM"}}';
    expect(parseSchemaRule(rule)).toEqual({
      isRequired: true,
      isReadonly: true,
      parts: [{ kind: 'value', type: 'number', range: [1, 10] }],
      format: '${number:[1-10]}',
      type: 'number',
      options: [],
      hints: ['Megabytes', 'of RAM'],
    });
  });

  it.each([
    ['{{ required }}', { isRequired: true, isReadonly: false, parts: [], type: 'string' }],
    ['{{readonly}}', { isRequired: false, isReadonly: true, parts: [] }],
    ['{{ format "${password}" }}', { type: 'password' }],
    ['{{ format "${list:[A, B ,C]}" }}', { type: 'list', options: ['A', 'B', 'C'] }],
    ['{{ format "${list}" }}', { type: 'list', options: [] }],
    ['{{ format "${input}" }}', { type: 'string', parts: [{ kind: 'value', type: null }] }],
    ['{{ hints "required" }}', { isRequired: false, hints: ['required'] }],
    ['{{ hints "a | required" }}', { isRequired: false, hints: ['a | required'] }],
    ['{{ hints "say \\"yes\\"" }}', { hints: ['say "yes"'] }],
    ['{{ required | novelty "x" }}', { isRequired: true }],
    ['{{ }}', { isRequired: false, parts: [], hints: [] }],
    ['{{ format "${number:[-5-10]}" }}', { parts: [{ range: [-5, 10] }] }],
    ['{{ format "${number:[0.5-1.5]}" }}', { parts: [{ range: [0.5, 1.5] }] }],
    ['{{ format "${string:/a{2,3}\\d/}" }}', { parts: [{ pattern: 'a{2,3}\\d' }] }],
    [
      '{{ format "${string}/${string}:${version}" }}',
      { type: 'string', parts: [{}, { text: '/' }, {}, { text: ':' }, { type: 'version' }] },
    ],
  ])('reads %s', (rule, expected) => {
    expect(parseSchemaRule(rule)).toMatchObject(expected);
  });

  it.each([
    'required',
    '{{ required',
    '{{ format "${number }}',
    '{{ format "${number" }}',
    '{{ format "${number:[a-b]}" }}',
    '{{ format "${string:/a}" }}',
    `{{ hints "${'x'.repeat(20_001)}" }}`,
  ])('does not read %s', (rule) => {
    expect(parseSchemaRule(rule.slice(0, 30_000))).toBe(null);
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      ...[
        '{{',
        '}}',
        ' ',
        '|',
        '"',
        '\\"',
        '${',
        '}',
        '[1-2]',
        ':/',
        '/}',
        'format',
        'list',
        'a',
        ',',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const rule = parseSchemaRule(pieces.join(''));
        if (rule !== null) findRuleFault(rule, 'a, b');
      }),
      { numRuns: 2000 },
    );
  });
});

describe('readSchema', () => {
  it('takes spaces off paths, and nothing from rules of paths that are hostile', () => {
    const [field, deep] = readSchema([
      { path: ' a.b ', schema: '{{ required }}' },
      { path: Array(30).fill('a').join('.'), schema: '{{ required }}' },
    ]);
    expect(field).toMatchObject({ path: 'a.b', rule: { isRequired: true } });
    expect(deep?.rule).toBe(null);
  });
});

describe('findRuleFault', () => {
  it.each([
    ['${string}', 'anything: at all', 'right'],
    ['${number}', '8080', 'right'],
    ['${number}', '-1.5e3', 'right'],
    ['${number}', '8080/tcp', 'schema-type'],
    ['${number:[1-10]}', '10', 'right'],
    ['${number:[1-10]}', '11', 'schema-range'],
    ['${number:[1-10]}', 'x', 'schema-type'],
    ['${boolean}', 'True', 'right'],
    ['${boolean}', '1', 'schema-type'],
    ['${ipv4}', '10.0.0.255', 'right'],
    ['${ipv4}', '10.0.0.256', 'schema-type'],
    ['${version}', '1.2.3', 'right'],
    ['${version}', 'v1.27', 'right'],
    ['${version}', '1.33.x', 'right'],
    ['${version}', '3.30.2-rev2', 'right'],
    ['${version}', 'latest', 'schema-type'],
    ['${list:[A,B]}', 'A', 'right'],
    ['${list:[A,B]}', 'a', 'schema-option'],
    ['${input}', 'anything', 'right'],
    ['${string:/^a+$/}', 'aaa', 'right'],
    ['${string:/^a+$/}', 'aab', 'schema-pattern'],
    ['${string:/size/}', 'a size of', 'right'],
    ['${string:/(?=a)/}', 'b', 'right'],
    ['${ipv4} - ${ipv4}', '10.0.0.1 - 10.0.0.9', 'right'],
    ['${ipv4} - ${ipv4}', '10.0.0.1-10.0.0.9', 'schema-format'],
    ['${string}, ${string:/size=\\d+/}', 'type-zeroedthick, size=150', 'right'],
    ['${string}, ${string:/size=\\d+/}', 'type-zeroedthick, size=x', 'schema-format'],
    ['${string}/${string}:${version}', 'ghcr.io/org/image:1.1.1', 'right'],
    ['${string}/${string}:${version}', 'host:5000/org/image:v1.1', 'right'],
    ['${string}/${string}:${version}', 'image:1.1.1', 'schema-format'],
    ['${string}/${string}:${version}', 'org/image:latest', 'schema-format'],
    ['${number}${string}', '10Gi', 'right'],
    ['${number}${string}', 'Gi10', 'schema-format'],
    ['fixed', 'fixed', 'right'],
    ['fixed', 'other', 'schema-format'],
  ])('%s: %s is %s', (format, value, expected) => {
    expect(judge(format, value)).toBe(expected);
  });

  it('warns only of words that are truth values for YAML 1.1 (31)', () => {
    const rule = parseSchemaRule('{{ format "${boolean}" }}');
    expect(rule && findRuleFault(rule, 'yes')).toMatchObject({ severity: 'warning' });
    expect(rule && findRuleFault(rule, 'maybe')).toMatchObject({ severity: 'error' });
  });

  it('finds what was put together from right pieces right', () => {
    const piece = fc.constantFrom(
      ['${number}', '15'],
      ['${ipv4}', '10.0.0.1'],
      ['${string}', 'a, b'],
      ['${string:/^x/}', 'xy'],
      ['${version}', 'v1.2'],
      ['${list:[A,B]}', 'B'],
    );
    const separator = fc.constantFrom(', ', ' - ', '/', ':', '');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(piece, separator), { minLength: 1, maxLength: 5 }),
        (pieces) => {
          const format = pieces.map(([[type], text]) => `${type}${text}`).join('');
          const value = pieces.map(([[, right], text]) => `${right}${text}`).join('');
          expect(judge(format, value)).toBe('right');
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('compileRegex', () => {
  it('matches somewhere, in the syntax of RE2', () => {
    expect(compileRegex('\\d{3}')?.matches('abc123')).toBe(true);
    expect(compileRegex('^\\d{3}$')?.matches('abc123')).toBe(false);
    expect(compileRegex('(?i)ABC')?.matches('abc')).toBe(true);
    expect(compileRegex('\\pL+')?.matches('ä')).toBe(true);
  });

  it.each(['(?=a)', '(a)\\1', '(', '[z-a]', 'a{1001}', 'a**'])('does not read %s', (pattern) => {
    expect(compileRegex(pattern)).toBe(null);
  });
});

describe.skipIf(sharedPacks === null)('schemas of real packs (skipped without ../shared)', () => {
  it('are all understood', () => {
    const counts = new Map<string, number>();
    const add = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const { schema, packUid } of realPacks()) {
      for (const { path, rule } of readSchema(schema)) {
        expect(rule, `${packUid} ${path}`).not.toBe(null);
        if (rule === null) continue;
        add('rules');
        if (rule.isRequired) add('required');
        if (rule.isReadonly) add('readonly');
        if (rule.parts.length > 1) add('composite');
        if (rule.hints.length > 0) add('hints');
        for (const part of rule.parts) if (part.kind === 'value') add(part.type ?? 'unknown');
      }
    }
    expect(Object.fromEntries(counts)).toEqual({
      rules: 127,
      required: 39,
      readonly: 2,
      hints: 112,
      composite: 1,
      string: 45,
      password: 31,
      boolean: 18,
      number: 12,
      list: 11,
      version: 1,
      // `${input}`, which is not documented.
      unknown: 1,
    });
  });
});
