import { useMemo, useState } from 'react';
import {
  useForm,
  useWatch,
  type FieldErrors,
  type Resolver,
  type UseFormReturn,
} from 'react-hook-form';
import { checkVariables, type VariableDiagnostic } from '../../model/variableChecks';
import { tidyVariable, type ProfileVariable, type VariableOption } from '../../model/variables';
import { withoutKeptMasks } from './savedMask';

/** What the form holds: as typed, faults included. */
export type VariableValues = {
  -readonly [Field in Exclude<keyof ProfileVariable, 'options'>]: ProfileVariable[Field];
} & { options: VariableOption[] };

export type VariableFormState = UseFormReturn<VariableValues, unknown, ProfileVariable>;

export interface UseVariableFormOptions {
  /** What the fields start with. */
  readonly initial: ProfileVariable;
  /** The other variables of the profile, whose names are taken. */
  readonly others: readonly ProfileVariable[];
  /** Names of the variables that are saved already. */
  readonly savedNames: ReadonlySet<string> | undefined;
  /** Shows what is wrong before anything was touched. */
  readonly showsFaults: boolean;
}

/** The form of a variable: react-hook-form over the checks of the model. */
export function useVariableForm({
  initial,
  others,
  savedNames,
  showsFaults,
}: UseVariableFormOptions) {
  const [start] = useState<VariableValues>(() => ({ ...initial, options: [...initial.options] }));
  const resolver = useMemo(() => createResolver(others, savedNames), [others, savedNames]);
  const form = useForm<VariableValues, unknown, ProfileVariable>({
    defaultValues: start,
    resolver,
    mode: 'onTouched',
  });
  const values = useWatch({ control: form.control, compute: (all: VariableValues) => all });
  const { dirtyFields, touchedFields, isDirty, isSubmitted } = form.formState;

  const found = useMemo(() => checkOne(values, others, savedNames), [values, others, savedNames]);
  const isShown = ({ code, field, optionIndex }: VariableDiagnostic): boolean => {
    if (showsFaults || isSubmitted) return true;
    if (field === 'options') {
      return optionIndex !== undefined && touchedFields.options?.[optionIndex]?.value === true;
    }
    // What is ticked or chosen is entered at once, what is typed when its field is left.
    const isTicked = (names: readonly (keyof VariableValues)[]) =>
      names.some((name) => dirtyFields[name] === true);
    if (code.startsWith('default-missing') && isTicked(['isHidden', 'isReadOnly', 'isRequired'])) {
      return true;
    }
    return touchedFields[field] === true || isTicked(['inputType', 'isSensitive']);
  };
  return { form, values, isDirty, found: found.filter(isShown) };
}

/** The findings about a variable among others; of two with the same name it is the one at fault. */
function checkOne(
  typed: ProfileVariable,
  others: readonly ProfileVariable[],
  savedNames: ReadonlySet<string> | undefined,
): readonly VariableDiagnostic[] {
  const all = [...others, tidyVariable(typed)];
  return withoutKeptMasks(checkVariables(all), all, savedNames).filter(
    ({ index }) => index === others.length,
  );
}

/** Stops submitting for errors, and so moves the focus to the first of them. */
function createResolver(
  others: readonly ProfileVariable[],
  savedNames: ReadonlySet<string> | undefined,
): Resolver<VariableValues, unknown, ProfileVariable> {
  return (values) => {
    const errors = checkOne(values, others, savedNames).filter(
      ({ severity }) => severity === 'error',
    );
    return errors.length === 0
      ? { values: tidyVariable(values), errors: {} }
      : { values: {}, errors: toFieldErrors(errors) };
  };
}

function toFieldErrors(found: readonly VariableDiagnostic[]): FieldErrors<VariableValues> {
  const errors: FieldErrors<VariableValues> = {};
  const options: NonNullable<FieldErrors<VariableValues>['options']> = [];
  for (const { code, field, optionIndex } of found) {
    if (field !== 'options') errors[field] ??= { type: code };
    else if (optionIndex === undefined) options.root = { type: code };
    else options[optionIndex] = { value: { type: code } };
  }
  if (found.some(({ field }) => field === 'options')) errors.options = options;
  return errors;
}
