import { describe, expect, it } from 'vitest';
import type { TextFix } from '../../src/model/textDiagnostic';
import { createVariable } from '../../src/model/variables';
import { checkValues } from '../../src/values/checkValues';
import { applyChanges } from '../../src/values/text/editText';

const choices = [{ value: "b's", label: '', description: '' }];
const options = {
  variables: [
    createVariable('x'),
    { ...createVariable('owner'), defaultValue: "it's" },
    { ...createVariable('choice'), options: choices },
  ],
  macros: null,
  packs: {},
  cloudType: 'aws',
  schema: [
    { path: 'mode', schema: '{{ format "${list:[fast, slow]}" }}' },
    { path: 'm.mode', schema: '{{ format "${list:[fast, slow]}" }}' },
    { path: 'modes', schema: '{{ format "${list:[fast, slow]}" }}' },
  ],
};

/** The text after its repairs of a kind, one check after the other; null where there is none. */
function repaired(text: string, code: TextFix['code']): string | null {
  let now = text;
  for (let count = 0; count < 10; count += 1) {
    const fixes = checkValues(now, options).flatMap((found) => found.fixes ?? []);
    const fix = fixes.find((each) => each.code === code);
    if (fix === undefined) return now === text ? null : now;
    now = applyChanges(now, fix.changes);
  }
  throw new Error('The repairs do not come to an end.');
}

const lineEnds = (cases: [string, string | null][]): [string, string | null][] => [
  ...cases,
  ...cases.map(([before, after]): [string, string | null] => [
    before.replaceAll('\n', '\r\n'),
    after === null ? null : after.replaceAll('\n', '\r\n'),
  ]),
];

describe('repairs', () => {
  it.each(
    lineEnds([
      ['a: {{.spectro.var.x}}\nb: 1\n', "a: '{{.spectro.var.x}}'\nb: 1\n"],
      ['{{.spectro.var.x}}: 1\n', "'{{.spectro.var.x}}': 1\n"],
      [
        'l:\n  - {{.spectro.var.owner}} # c\n  - b: {{.spectro.var.choice}}/x\n',
        'l:\n  - "{{.spectro.var.owner}}" # c\n  - b: "{{.spectro.var.choice}}/x"\n',
      ],
      [
        'a: [{{.spectro.var.x}}, {{.spectro.var.owner}}]\n',
        `a: ['{{.spectro.var.x}}', "{{.spectro.var.owner}}"]\n`,
      ],
      ['a: {b: {{.spectro.var.x}}, c: 1}\n', "a: {b: '{{.spectro.var.x}}', c: 1}\n"],
      ['a: {b: {{.spectro.var.x}} y, c: 1}\n', "a: {b: '{{.spectro.var.x}} y', c: 1}\n"],
      [
        'a: {{.spectro.var.x}}{{.spectro.var.owner}}\n',
        'a: "{{.spectro.var.x}}{{.spectro.var.owner}}"\n',
      ],
      ['a: {{ .spectro.macro.m | upper }} # c\n', "a: '{{ .spectro.macro.m | upper }}' # c\n"],
      ['a: "{{.spectro.var.x}}"\nb: |\n  {{.spectro.var.x}}\n', null],
    ]),
  )('quote references in %j', (before, after) => {
    expect(repaired(before, 'quote-reference')).toBe(after);
  });

  it.each(
    lineEnds([
      // Which of the tabs are text, nobody can tell.
      ['a:\n\tb: 1\n\tc: |\n\t\tx\ty\n', null],
      ['a:\n  b:\n\t- 1\n\t- 2\n', 'a:\n  b:\n  - 1\n  - 2\n'],
      ['l:\n  -\ta: 1\n', null],
    ]),
  )('replace tabs in %j', (before, after) => {
    expect(repaired(before, 'replace-tabs')).toBe(after);
  });

  it.each(
    lineEnds([
      ['a: 1\nb: 2\na: 1\n', 'a: 1\nb: 2\n'],
      ['a: 1\na: 1\na: 1\n', 'a: 1\n'],
      ['\ufeffa: 1\na: 1', '\ufeffa: 1\n'],
      ['l:\n  - a: 1\n    b: 2\n    a: 1\n  - c\n', 'l:\n  - a: 1\n    b: 2\n  - c\n'],
      ['a: |\n  x\na: |\n  x\nb: 1\n', 'a: |\n  x\nb: 1\n'],
      ['a: 1\na: 1 # why\n', 'a: 1\n'],
      ['a: 1\na: 2\n', null],
      ['m: {a: 1, a: 1}\n', null],
      ['l:\n  - a: 1\n    b: 1\n  - b: 1\n', null],
    ]),
  )('remove duplicate keys in %j', (before, after) => {
    expect(repaired(before, 'remove-duplicate-key')).toBe(after);
  });

  it.each(
    lineEnds([
      ["mode: 'Fast' # c\n", 'mode: fast # c\n'],
      ['modes: [fast, Slow]\n', 'modes: [fast, slow]\n'],
      ['modes:\n- Slow\nb: 1\n', 'modes:\n- slow\nb: 1\n'],
      ['m: {mode: Slow}\n', 'm: {mode: slow}\n'],
      ['mode: >-\n  Slow\nb: 1\n', 'mode: slow\nb: 1\n'],
    ]),
  )('choose an option in %j', (before, after) => {
    expect(repaired(before, 'choose-option')).toBe(after);
  });
});
