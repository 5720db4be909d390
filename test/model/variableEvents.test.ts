import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reduceVariables, type VariableEvent } from '../../src/model/variableEvents';
import { createVariable, type ProfileVariable } from '../../src/model/variables';

const named = (...names: readonly string[]) => names.map((name) => createVariable(name));
const namesAfter = (event: VariableEvent, ...names: readonly string[]) =>
  reduceVariables(named(...names), event).map(({ name }) => name);

describe('adding', () => {
  const variable = createVariable('new');
  it.each([
    [undefined, ['a', 'b', 'new']],
    [0, ['new', 'a', 'b']],
    [1, ['a', 'new', 'b']],
    [99, ['a', 'b', 'new']],
    [-5, ['new', 'a', 'b']],
  ])('at %j gives %j', (index, names) => {
    expect(namesAfter({ type: 'variableAdded', variable, index }, 'a', 'b')).toEqual(names);
  });
});

describe('changing', () => {
  const option = { value: 'a', label: 'A', description: '' };
  const before: readonly ProfileVariable[] = [
    createVariable('a'),
    { ...createVariable('b'), inputType: 'dropdown', options: [option], defaultValue: 'a' },
  ];
  const change = (fields: Partial<ProfileVariable>) =>
    reduceVariables(before, {
      type: 'variableChanged',
      index: 1,
      variable: { ...before[1]!, ...fields },
    });

  it('replaces that variable alone', () => {
    const after = change({ name: 'c' });
    expect(after.map(({ name }) => name)).toEqual(['a', 'c']);
    expect(after[0]).toBe(before[0]);
  });

  it.each<Partial<ProfileVariable>>([
    { isHidden: true },
    { format: 'number' },
    { options: [] },
    { options: [{ ...option, label: 'B' }] },
    { options: [option, option] },
    { defaultValue: '' },
  ])('takes %j for a change', (fields) => {
    expect(change(fields)).not.toBe(before);
    expect(change(fields)[1]).toMatchObject(fields);
  });

  it('to the same is none', () => {
    expect(change({ options: [{ ...option }] })).toBe(before);
  });
});

describe('moving', () => {
  it.each([
    [0, 2, ['b', 'c', 'a']],
    [2, 0, ['c', 'a', 'b']],
    [1, 99, ['a', 'c', 'b']],
    [1, -1, ['b', 'a', 'c']],
  ])('from %i to %i gives %j', (index, toIndex, names) => {
    expect(namesAfter({ type: 'variableMoved', index, toIndex }, 'a', 'b', 'c')).toEqual(names);
  });
});

describe('an event that changes nothing', () => {
  it.each<VariableEvent>([
    { type: 'variableRemoved', index: 2 },
    { type: 'variableRemoved', index: -1 },
    { type: 'variableChanged', index: 2, variable: createVariable('x') },
    { type: 'variableMoved', index: 5, toIndex: 0 },
    { type: 'variableMoved', index: 1, toIndex: 1 },
    { type: 'variableMoved', index: 1, toIndex: 9 },
  ])('gives the same array: %j', (event) => {
    const variables = named('a', 'b');
    expect(reduceVariables(variables, event)).toBe(variables);
  });
});

describe('any list', () => {
  const list = fc
    .uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 })
    .map((names) => named(...names));

  it('has a removed variable back where it was', () => {
    fc.assert(
      fc.property(list, fc.nat(), (variables, seed) => {
        const index = seed % variables.length;
        const variable = variables[index]!;
        const without = reduceVariables(variables, { type: 'variableRemoved', index });
        expect(without).toHaveLength(variables.length - 1);
        expect(reduceVariables(without, { type: 'variableAdded', variable, index })).toEqual(
          variables,
        );
      }),
    );
  });

  it('loses and doubles nothing by moving, and can be moved back', () => {
    fc.assert(
      fc.property(list, fc.nat(), fc.nat(), (variables, fromSeed, toSeed) => {
        const index = fromSeed % variables.length;
        const toIndex = toSeed % variables.length;
        const moved = reduceVariables(variables, { type: 'variableMoved', index, toIndex });
        expect(moved[toIndex]).toBe(variables[index]);
        expect(
          reduceVariables(moved, { type: 'variableMoved', index: toIndex, toIndex: index }),
        ).toEqual(variables);
      }),
    );
  });
});
