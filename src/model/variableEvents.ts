import type { ProfileVariable } from './variables';

/** What happened to the variables of a profile; `index` counts from 0. */
export type VariableEvent =
  | {
      readonly type: 'variableAdded';
      readonly variable: ProfileVariable;
      /** Where it stands afterwards. @default the end */
      readonly index?: number | undefined;
    }
  | {
      readonly type: 'variableChanged';
      readonly index: number;
      readonly variable: ProfileVariable;
    }
  | { readonly type: 'variableRemoved'; readonly index: number }
  | {
      readonly type: 'variableMoved';
      readonly index: number;
      /** Where it stands afterwards; beyond the ends means at them. */
      readonly toIndex: number;
    };

/** The variables after an event; the same array when it changes nothing. */
export function reduceVariables(
  variables: readonly ProfileVariable[],
  event: VariableEvent,
): readonly ProfileVariable[] {
  if (event.type === 'variableAdded') {
    return variables.toSpliced(
      within(event.index ?? Infinity, variables.length),
      0,
      event.variable,
    );
  }
  const current = variables[event.index];
  if (current === undefined) return variables;
  switch (event.type) {
    case 'variableChanged':
      return isSameVariable(current, event.variable)
        ? variables
        : variables.with(event.index, event.variable);
    case 'variableRemoved':
      return variables.toSpliced(event.index, 1);
    case 'variableMoved': {
      const toIndex = within(event.toIndex, variables.length - 1);
      return toIndex === event.index
        ? variables
        : variables.toSpliced(event.index, 1).toSpliced(toIndex, 0, current);
    }
    default:
      return event satisfies never;
  }
}

function within(index: number, last: number): number {
  return Math.min(Math.max(index, 0), last);
}

function isSameVariable(one: ProfileVariable, other: ProfileVariable): boolean {
  const { options, ...fields } = one;
  const keys = Object.keys(fields) as (keyof typeof fields)[];
  return (
    keys.every((key) => one[key] === other[key]) &&
    options.length === other.options.length &&
    options.every(({ value, label, description }, index) => {
      const twin = other.options[index];
      return value === twin?.value && label === twin.label && description === twin.description;
    })
  );
}
