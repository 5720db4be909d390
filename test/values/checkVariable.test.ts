import { describe, expect, it } from 'vitest';
import { checkVariable } from '../../src/values/checkVariable';
import { variable } from './support/checkTexts';

const judge = (value: string, fields: object) =>
  checkVariable(value, variable('x', fields)).map(({ code }) => code);

describe('checkVariable', () => {
  it.each<[string, object, string[]]>([
    ['', { format: 'number', regex: '^a' }, []],
    ['12', { format: 'number' }, []],
    ['twelve', { format: 'number' }, ['value-format']],
    ['yes', { format: 'boolean' }, ['value-format']],
    ['abc', { regex: '^[a-c]+$' }, []],
    ['abd', { regex: '^[a-c]+$' }, ['value-pattern']],
    ['xab', { regex: 'ab' }, []],
    ['x', { format: 'number', regex: '^\\d+$' }, ['value-format', 'value-pattern']],
    ['a', { inputType: 'dropdown', options: [{ value: 'a', label: '', description: '' }] }, []],
    [
      'b',
      { inputType: 'dropdown', options: [{ value: 'a', label: 'b', description: '' }] },
      ['value-option'],
    ],
    ['b', { options: [{ value: 'a', label: '', description: '' }] }, []],
    ['a', { regex: '(?!a)' }, ['pattern-unreadable']],
    ['', { regex: '(' }, ['pattern-unreadable']],
    ['a', { regex: '(a)\\1' }, ['pattern-unreadable']],
  ])('judges %j of %j', (value, fields, expected) => {
    expect(judge(value, fields)).toEqual(expected);
  });

  it('never tells the value', () => {
    const faults = checkVariable('hunter2', variable('x', { format: 'number', regex: '^x' }));
    expect(faults).toHaveLength(2);
    expect(JSON.stringify(faults)).not.toContain('hunter2');
  });
});
