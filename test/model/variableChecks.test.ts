import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkVariables } from '../../src/model/variableChecks';
import {
  createVariable,
  tidyVariable,
  VARIABLE_FORMATS,
  VARIABLE_INPUT_TYPES,
  variableLabel,
  variableReference,
  type ProfileVariable,
} from '../../src/model/variables';

const variable = (fields: Partial<ProfileVariable> = {}): ProfileVariable => ({
  ...createVariable('replicas'),
  ...fields,
});
const option = (value: string) => ({ value, label: '', description: '' });
const dropdown = (values: readonly string[], fields: Partial<ProfileVariable> = {}) =>
  variable({ inputType: 'dropdown', options: values.map(option), ...fields });

/** The findings about one variable, in short. */
const faultsOf = (fields: Partial<ProfileVariable> | ProfileVariable) =>
  checkVariables([variable(fields)]).map(({ code, severity, field }) =>
    [severity, field, code].join(' '),
  );

describe('names', () => {
  it.each(['replicas', 'node_count', 'node-count', '_x', 'A9', '2nd'])('may be %j', (name) => {
    expect(faultsOf({ name })).toEqual([]);
  });

  it.each(['', '  '])('are needed: %j', (name) => {
    expect(faultsOf({ name })).toEqual(['error name name-missing']);
  });

  it.each(['a b', 'a.b', '{{a}}', 'a|b', '-a', 'ä', "a'b", 'a\n', 'a\u200b'])(
    'are not %j',
    (name) => {
      expect(faultsOf({ name })).toEqual(['error name name-malformed']);
    },
  );

  it('are unique, by case; the first of them is right', () => {
    const variables = ['a', 'b', 'a', 'A', 'a'].map((name) => variable({ name }));
    expect(checkVariables(variables)).toEqual(
      [2, 4].map((index) => ({
        code: 'name-taken',
        severity: 'error',
        variableName: 'a',
        index,
        field: 'name',
        params: { name: 'a' },
      })),
    );
  });

  it('for display are unique when there are any, and may be the name of another variable', () => {
    const found = checkVariables([
      variable({ name: 'a', displayName: 'Replicas' }),
      variable({ name: 'b', displayName: ' Replicas ' }),
      variable({ name: 'c', displayName: 'a' }),
      variable({ name: 'd' }),
      variable({ name: 'e' }),
    ]);
    expect(found).toMatchObject([
      { code: 'display-name-taken', index: 1, params: { displayName: 'Replicas', other: 'a' } },
    ]);
  });

  it('of the prototype are names like any other', () => {
    const names = ['__proto__', 'constructor', 'toString', '__proto__'];
    expect(checkVariables(names.map((name) => variable({ name })))).toMatchObject([
      { code: 'name-taken', index: 3 },
    ]);
  });
});

describe('a dropdown', () => {
  it('is right with options and a default that is one of them', () => {
    expect(faultsOf(dropdown(['a', 'b'], { defaultValue: 'b' }))).toEqual([]);
  });

  it('needs an option, and asks for no default before', () => {
    expect(faultsOf(dropdown([], { isRequired: true, isHidden: true }))).toEqual([
      'error options options-missing',
    ]);
  });

  it('without options is told of that alone, whatever its default', () => {
    expect(faultsOf(dropdown([], { defaultValue: 'a' }))).toEqual([
      'error options options-missing',
    ]);
  });

  it('needs a default', () => {
    expect(faultsOf(dropdown(['a']))).toEqual(['error defaultValue default-missing-dropdown']);
  });

  it('takes no default that is not among its values', () => {
    const labelled = [{ value: 'a', label: 'Small', description: '' }];
    expect(faultsOf(dropdown([], { options: labelled, defaultValue: 'Small' }))).toEqual([
      'error defaultValue default-not-an-option',
    ]);
  });

  it('says which option is at fault', () => {
    const found = checkVariables([
      dropdown(['1', '', 'x', '1'], { format: 'number', defaultValue: '1' }),
    ]);
    expect(found.map(({ code, optionIndex }) => [code, optionIndex])).toEqual([
      ['option-value-missing', 1],
      ['option-format', 2],
      ['option-value-taken', 3],
    ]);
    expect(found[1]?.params).toEqual({ value: 'x', format: 'number' });
  });

  it('shows its options, masked or not', () => {
    expect(faultsOf(dropdown(['a'], { defaultValue: 'a', isSensitive: true }))).toEqual([
      'warning isSensitive options-in-clear',
    ]);
  });

  it('alone looks at the options', () => {
    expect(faultsOf({ options: [option(''), option('')] })).toEqual([]);
  });
});

describe('a default', () => {
  it.each<[Partial<ProfileVariable>, readonly string[]]>([
    [{}, []],
    [{ isHidden: true }, []],
    [{ isRequired: true }, ['warning defaultValue default-missing-required']],
    [{ isReadOnly: true }, ['error defaultValue default-missing-read-only']],
    [{ isReadOnly: true, isRequired: true }, ['error defaultValue default-missing-read-only']],
    [{ isHidden: true, isRequired: true }, ['error defaultValue default-missing-hidden']],
  ])('is needed with %j: %j', (fields, faults) => {
    expect(faultsOf(fields)).toEqual(faults);
    expect(faultsOf({ ...fields, defaultValue: 'x' })).toEqual([]);
  });

  it.each<[Partial<ProfileVariable>]>([
    [{ defaultValue: '********' }],
    [{ defaultValue: '********', isSensitive: true }],
    [{ defaultValue: '*'.repeat(12), format: 'number' }],
  ])('is no row of asterisks: %j', (fields) => {
    expect(faultsOf(fields)).toEqual(['error defaultValue default-masked']);
  });

  it.each(['***', '*', '*/5 * * * *', '**'])('may have asterisks: %j', (defaultValue) => {
    expect(faultsOf({ defaultValue })).toEqual([]);
  });

  it.each([
    '{{.spectro.var.other}}',
    'x-{{ .spectro.macro.y | upper }}',
    '{{- .spectro.system.z }}',
  ])('is not resolved: %j', (defaultValue) => {
    expect(faultsOf({ defaultValue })).toEqual(['error defaultValue default-nested']);
  });

  it('may hold the templates of others', () => {
    expect(faultsOf({ defaultValue: '{{ .Values.image }}' })).toEqual([]);
  });

  it('suits the format', () => {
    expect(checkVariables([variable({ format: 'number', defaultValue: 'three' })])).toMatchObject([
      { code: 'default-format', params: { format: 'number', value: 'three' } },
    ]);
  });

  it('of a masked variable is told to nobody', () => {
    const [found] = checkVariables([
      variable({ format: 'number', defaultValue: 'hunter2', isSensitive: true }),
    ]);
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });

  it('has one line, unless it is asked for in several', () => {
    expect(faultsOf({ defaultValue: 'a\nb' })).toEqual(['warning defaultValue default-lines']);
    expect(faultsOf({ defaultValue: 'a\nb', inputType: 'multiline' })).toEqual([]);
  });
});

describe('several lines', () => {
  it('are for formats that can have them', () => {
    const multiline = VARIABLE_FORMATS.filter(
      (format) => faultsOf({ format, inputType: 'multiline' }).length === 0,
    );
    expect(multiline).toEqual(['string', 'base64']);
    expect(faultsOf({ format: 'number', inputType: 'multiline' })).toEqual([
      'warning inputType multiline-format',
    ]);
  });
});

describe('any variables', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('a', 'b', '1', 'true', '********', ''));
  const anyVariable: fc.Arbitrary<ProfileVariable> = fc.record({
    name: text,
    displayName: text,
    description: text,
    format: fc.constantFrom(...VARIABLE_FORMATS),
    inputType: fc.constantFrom(...VARIABLE_INPUT_TYPES),
    options: fc.array(fc.record({ value: text, label: text, description: text }), { maxLength: 4 }),
    regex: text,
    isRequired: fc.boolean(),
    defaultValue: text,
    isSensitive: fc.boolean(),
    isHidden: fc.boolean(),
    isReadOnly: fc.boolean(),
  });

  it('are checked in their order, each finding at its own variable', () => {
    fc.assert(
      fc.property(fc.array(anyVariable, { maxLength: 8 }), (variables) => {
        const found = checkVariables(variables);
        expect(found.map(({ index }) => index)).toEqual(
          found.map(({ index }) => index).toSorted((one, other) => one - other),
        );
        for (const { index, variableName } of found) {
          expect(variableName).toBe(variables[index]?.name);
        }
      }),
    );
  });

  it('are tidied once and for all, and no worse for it', () => {
    fc.assert(
      fc.property(anyVariable, (typed) => {
        const tidy = tidyVariable(typed);
        expect(tidyVariable(tidy)).toEqual(tidy);
        if (checkVariables([typed]).length === 0) expect(checkVariables([tidy])).toEqual([]);
      }),
    );
  });
});

describe('a variable', () => {
  it('is kept without what was typed around it', () => {
    const typed = variable({
      name: ' size ',
      displayName: ' Size\t',
      format: 'number',
      defaultValue: ' 3 ',
      options: [option('a')],
    });
    expect(tidyVariable(typed)).toMatchObject({
      name: 'size',
      displayName: 'Size',
      defaultValue: '3',
      options: [],
    });
    expect(tidyVariable(variable({ defaultValue: ' a ' })).defaultValue).toBe(' a ');
    expect(tidyVariable(dropdown([' a '], { defaultValue: ' a ' }))).toMatchObject({
      options: [option('a')],
      defaultValue: 'a',
    });
  });

  it('is called by its display name, and referred to by its name', () => {
    expect(variableLabel(variable({ displayName: 'Node count' }))).toBe('Node count');
    expect(variableLabel(variable({ displayName: ' ' }))).toBe('replicas');
    expect(variableReference('replicas')).toBe('{{.spectro.var.replicas}}');
  });
});

describe('a masked default', () => {
  const masked = variable({ name: 'token', defaultValue: '********', isSensitive: true });
  const codes = (now: ProfileVariable, saved: readonly ProfileVariable[]) =>
    checkVariables([now], saved).map(({ code }) => code);

  it('stands for what the backend keeps, where it came from there', () => {
    expect(codes(masked, [])).toEqual(['default-masked']);
    expect(codes(masked, [masked])).toEqual([]);
    expect(codes({ ...masked, isHidden: true, isRequired: true }, [masked])).toEqual([]);
  });

  it('is an error again where it is not the one that came', () => {
    const kept = { ...masked, defaultValue: 'secret' };
    expect(codes(masked, [kept])).toEqual(['default-masked']);
    expect(codes({ ...masked, name: 'other' }, [masked])).toEqual(['default-masked']);
    expect(codes({ ...masked, defaultValue: '*********' }, [masked])).toEqual(['default-masked']);
  });
});
