import { useEffect, useId, useRef, type SyntheticEvent } from 'react';
import { useIsoLayoutEffect } from '../../internal/useIsoLayoutEffect';
import { useStableCallback } from '../../internal/useStableCallback';
import { tidyVariable, variableLabel, type ProfileVariable } from '../../model/variables';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { VariableFields } from './VariableFields';
import { VariablePreview } from './VariablePreview';
import { variablesPanelMessages } from './messages';
import { useRegexCheck, type CheckRegex } from './useRegexCheck';
import { useVariableForm } from './useVariableForm';

export interface VariableFormProps {
  readonly initial: ProfileVariable;
  readonly isNew: boolean;
  /** The other variables of the profile. */
  readonly others: readonly ProfileVariable[];
  /** Names of the layers whose texts refer to it. */
  readonly usedIn: readonly string[];
  readonly isFormatFixed: boolean;
  readonly checkRegex: CheckRegex | undefined;
  readonly onSubmit: (variable: ProfileVariable) => void;
  readonly onCancel: () => void;
  readonly onDirtyChange: (isDirty: boolean) => void;
}

/** Everything about one variable, with a preview of it. */
export function VariableForm(props: VariableFormProps) {
  const { initial, isNew, others, usedIn, isFormatFixed } = props;
  const messages = useMessages('VariablesPanel', variablesPanelMessages);
  const baseId = useId();
  const idOf = (field: string) => `${baseId}-${field}`;
  const element = useRef<HTMLFormElement>(null);
  const { form, values, found, isDirty } = useVariableForm({
    initial,
    others,
    showsFaults: !isNew,
  });
  const tidy = tidyVariable(values);
  const regex = useRegexCheck(tidy.regex, tidy.defaultValue, props.checkRegex);

  // At once, which `setFocus` of the form is not: a key that follows must reach what has the focus.
  const focusField = useStableCallback((field: string) => {
    element.current?.querySelector<HTMLElement>(`[id="${idOf(field)}"]`)?.focus();
  });
  useIsoLayoutEffect(() => {
    focusField('name');
  }, [focusField]);
  const reportDirty = useStableCallback(props.onDirtyChange);
  useEffect(() => {
    reportDirty(isDirty);
  }, [isDirty, reportDirty]);
  useEffect(() => () => reportDirty(false), [reportDirty]);

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (form.formState.isSubmitting) return;
    void form.handleSubmit(
      async (variable) => {
        const verdict = await regex.ask();
        if (verdict === 'invalid-regex') focusField('regex');
        else if (verdict === 'no-match') focusField('defaultValue');
        else if (verdict !== null) props.onSubmit(variable);
      },
      ({ name, displayName, options }) => {
        // There is no field for what options lack as a whole.
        if (name !== undefined || displayName !== undefined || options?.root === undefined) return;
        focusField('add-option');
      },
    )();
  };

  return (
    <div className="cpb-VariableForm">
      <h3 className="cpb-StepHeading-title" id={idOf('title')}>
        {isNew
          ? messages.createTitle
          : messages.editTitle(variableLabel(initial) || messages.unnamed)}
      </h3>
      <div className="cpb-VariableForm-columns">
        <form
          ref={element}
          id={idOf('form')}
          className="cpb-VariableForm-fields"
          aria-labelledby={idOf('title')}
          noValidate
          onSubmit={submit}
        >
          <VariableFields
            form={form}
            values={values}
            found={found}
            regexVerdict={regex.verdict}
            idOf={idOf}
            initial={isNew ? null : initial}
            usedIn={usedIn}
            isFormatFixed={isFormatFixed}
          />
        </form>
        <VariablePreview variable={tidy} />
        <div className="cpb-VariableForm-actions">
          <Button
            type="submit"
            form={idOf('form')}
            variant="primary"
            aria-disabled={form.formState.isSubmitting ? true : undefined}
          >
            {form.formState.isSubmitting
              ? messages.checking
              : isNew
                ? messages.submitNew
                : messages.submitChange}
          </Button>
          <Button onClick={props.onCancel}>{messages.cancel}</Button>
        </div>
      </div>
    </div>
  );
}
