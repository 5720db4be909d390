import { describe, expect, it } from 'vitest';
import { createVariable, type ProfileVariable } from '../../src/model/variables';
import { checkVariablePatterns } from '../../src/values/checkVariablePatterns';

const variable = (fields: Partial<ProfileVariable>): ProfileVariable => ({
  ...createVariable('v'),
  ...fields,
});
const found = (...variables: readonly Partial<ProfileVariable>[]) =>
  checkVariablePatterns(variables.map(variable)).map(
    ({ code, field, index }) => `${index} ${field} ${code}`,
  );

describe('checkVariablePatterns', () => {
  it('tells patterns that are none, and defaults that do not match theirs', () => {
    expect(
      found(
        { regex: '' },
        { regex: '(?=x)' },
        { regex: '^\\d+$', defaultValue: 'x' },
        { regex: '^\\d+$', defaultValue: '1' },
        { regex: '^\\d+$', defaultValue: '' },
      ),
    ).toEqual(['1 regex regex-unreadable', '2 defaultValue default-regex']);
  });

  it('leaves format, options and masked defaults to the model', () => {
    expect(
      found(
        { format: 'number', defaultValue: 'x' },
        { regex: '^a$', defaultValue: '********', isSensitive: true },
      ),
    ).toEqual([]);
  });

  it('never hands out the default', () => {
    const [fault] = checkVariablePatterns([variable({ regex: '^a$', defaultValue: 'secret' })]);
    expect(JSON.stringify(fault)).not.toContain('secret');
  });
});
