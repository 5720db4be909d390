import { describe, expect, it } from 'vitest';
import type { PackPreset } from '../../src/model/packs';
import type { ProfileVariable } from '../../src/model/variables';
import { applyOverrides } from '../../src/values/applyOverrides';
import { applyPreset } from '../../src/values/applyPreset';
import { checkManifest } from '../../src/values/checkManifest';
import { checkRegex } from '../../src/values/checkRegex';
import { checkValues } from '../../src/values/checkValues';
import { checkVariablePatterns } from '../../src/values/checkVariablePatterns';
import { diffValues } from '../../src/values/diffValues';
import { mergeValues } from '../../src/values/mergeValues';
import { readFields } from '../../src/values/readFields';
import { readPresetStates } from '../../src/values/readPresetStates';
import { renameVariable } from '../../src/values/renameVariable';
import { restoreDefault } from '../../src/values/restoreDefault';
import { setField } from '../../src/values/setField';
import { TextTooLargeError } from '../../src/values/TextTooLargeError';
import { startTask, type TaskInput, type TaskName, type TaskOptions } from '../../src/values/tasks';

/** What a task answers as it crosses to a worker and back. */
function run<Name extends TaskName>(name: Name, input: TaskInput<Name>, options?: TaskOptions) {
  const steps = startTask(name, structuredClone(input), options);
  let count = 1;
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) count += 1;
  return { output: structuredClone(step.value), count };
}

const base = 'a: 1 # one\nb: { c: [1, 2] }\nd: "{{.spectro.var.old}}"\n';
const text = 'a: 2 # two\nb: { c: [1, 2] }\nd: "{{.spectro.var.old}}"\nmore: true\n';
const presets: readonly PackPreset[] = [
  { name: 'p', displayName: 'P', group: 'G', remove: ['b'], add: 'e: 1\n' },
];
const schema = [{ path: 'a', schema: '{{ required | format "${number:[5-9]}" }}' }];
const context = { variables: [], macros: null, packs: {}, cloudType: 'aws' };
const variable: ProfileVariable = {
  name: 'v',
  displayName: '',
  description: '',
  format: 'number',
  inputType: 'text',
  options: [],
  regex: '',
  isRequired: false,
  defaultValue: 'none',
  isSensitive: false,
  isHidden: false,
  isReadOnly: false,
};

const preset = { text, base, presets, preset: { group: 'G', name: 'p' } };
const merge = { base, mine: text, theirs: base.replace('one', 'uno') };
const overrides = { text, overrides: 'b:\n  f: 1\n' };
const restore = { text, base, path: ['a'] };
const field = { text, path: ['a'], value: 3 };
const manifest = 'kind: ConfigMap\n---\n- not an object\n';

describe('tasks', () => {
  it.each<[string, unknown, unknown]>([
    ['applyPreset', run('applyPreset', preset).output, applyPreset(preset)],
    [
      'readPresetStates',
      run('readPresetStates', { text, base, presets }).output,
      readPresetStates({ text, base, presets }),
    ],
    ['applyOverrides', run('applyOverrides', overrides).output, applyOverrides(overrides)],
    ['restoreDefault', run('restoreDefault', restore).output, restoreDefault(restore)],
    ['readFields', run('readFields', { text, schema }).output, readFields({ text, schema })],
    [
      'readScalars',
      run('readScalars', {
        texts: [
          { text: 'a.b: { c: 250m, n: 1.50 }\nd: [1]\n', paths: ['a.b.c', 'a.b.n', 'd', 'e'] },
          { text: 'a: [', paths: ['a'] },
        ],
      }).output,
      [['250m', '1.50', null, null], [null]],
    ],
    ['setField', run('setField', field).output, setField(field)],
    ['diffValues', run('diffValues', { base, current: text }).output, diffValues(base, text)],
    ['mergeValues', run('mergeValues', merge).output, mergeValues(merge)],
    [
      'checkValues',
      run('checkValues', { text, options: { ...context, schema } }).output,
      checkValues(text, { ...context, schema }),
    ],
    [
      'checkManifest',
      run('checkManifest', { text: manifest, options: context }).output,
      checkManifest(manifest, context),
    ],
    [
      'checkVariables',
      run('checkVariables', { variables: [{ ...variable, regex: '^\\d$' }] }).output,
      checkVariablePatterns([{ ...variable, regex: '^\\d$' }]),
    ],
    [
      'checkRegex',
      run('checkRegex', { regex: '^a', value: 'b' }).output,
      checkRegex({ regex: '^a', value: 'b' }),
    ],
    [
      'renameVariable',
      run('renameVariable', { text, from: 'old', to: 'new' }).output,
      renameVariable(text, 'old', 'new'),
    ],
  ])('%s is the function of that name', (_, output, expected) => {
    expect(output).toEqual(expected);
  });

  it('answer something in these tests', () => {
    expect(run('applyPreset', preset).output.text).toContain('e: 1');
    expect(run('applyOverrides', overrides).output.text).toContain('f: 1');
    expect(run('setField', field).output.text).toContain('a: 3 # two');
    expect(run('restoreDefault', restore).output).toContain('a: 1 # one');
    expect(run('diffValues', { base, current: text }).output.changes).toHaveLength(2);
    expect(run('mergeValues', merge).output.carried).not.toEqual([]);
    expect(run('readFields', { text, schema }).output).toHaveLength(1);
    expect(run('renameVariable', { text, from: 'old', to: 'new' }).output).toContain('var.new');
    for (const check of [
      run('checkValues', { text, options: { ...context, schema } }),
      run('checkManifest', { text: manifest, options: context }),
      run('checkVariables', { variables: [{ ...variable, regex: '^\\d$' }] }),
    ]) {
      expect(check.output).not.toEqual([]);
    }
  });

  it('that take long have steps', () => {
    const long = Array.from({ length: 5_000 }, (_, at) => `key${at}: [${at}]\n`).join('');
    const options = { ...context, schema };
    expect(run('checkValues', { text: long, options }).count).toBeGreaterThan(10);
    expect(run('checkManifest', { text: long, options: context }).count).toBeGreaterThan(10);
    const mine = long.replace('[7]', '[8]');
    const merged = run('mergeValues', { base: long, mine, theirs: `${long}more: 1\n` });
    expect(merged.count).toBeGreaterThan(10);
    expect(run('diffValues', { base: long, current: mine }).count).toBeGreaterThan(10);
  });

  it('leave a large text alone where they are told to, unless they are asked', () => {
    const options = { ...context, schema };
    const limit = { largeText: text.length - 1 };
    const large = [expect.objectContaining({ code: 'manifest-large', severity: 'info' })];
    expect(run('checkValues', { text, options }, limit).output).toEqual(large);
    expect(run('checkManifest', { text, options }, limit).output).toEqual(large);
    const expected = checkValues(text, options);
    expect(run('checkValues', { text, options, force: true }, limit).output).toEqual(expected);
    const exact = { largeText: text.length };
    expect(run('checkValues', { text, options }, exact).output).toEqual(expected);
    for (const start of [
      () => startTask('readFields', { text, schema }, limit),
      () => startTask('readPresetStates', { text, base, presets }, limit),
      () => startTask('applyPreset', preset, limit),
      () => startTask('restoreDefault', restore, limit),
      () => startTask('setField', field, limit),
      () => startTask('diffValues', { base, current: text }, limit),
    ]) {
      expect(start).toThrow(TextTooLargeError);
    }
    const sides = { text, base, paths: [['a'], ['more']] };
    expect(run('restoreDefaults', sides, limit).output).toBe(base);
  });

  it('take a text for large by its longest document', () => {
    const part = 'kind: ConfigMap\napiVersion: v1\nmetadata: { name: a, namespace: b }\n';
    const many = `${part}---\n${part.replace('name: a', 'name: c')}`;
    const limit = { largeText: part.length + 4 };
    const check = { text: many, options: context };
    expect(run('checkManifest', check, limit).output).toEqual([]);
    // What is no border leaves it one document.
    const one = { text: many.replace('---', '--- #'.replace(' #', '#')), options: context };
    expect(run('checkManifest', one, limit).output).toMatchObject([{ code: 'manifest-large' }]);
  });
});
