import { useEffect, useId, useRef, type SyntheticEvent } from 'react';
import { useStableCallback } from '../../internal/useStableCallback';
import { tidyVariable, type ProfileVariable } from '../../model/variables';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { ignoreForeignBlur } from '../ui/ignoreForeignBlur';
import { VariableFields } from './VariableFields';
import { VariablePreview } from './VariablePreview';
import { variablesPanelMessages } from './messages';
import { isMaskKept } from './savedMask';
import { useRegexCheck, type CheckRegex } from './useRegexCheck';
import { useTypedVariable } from './useTypedVariable';
import { useVariableForm } from './useVariableForm';

export interface VariableFormProps {
  /** As it was before; what a new one begins with. */
  readonly initial: ProfileVariable;
  /** What was typed before. @default nothing */
  readonly typed?: ProfileVariable | undefined;
  readonly isNew: boolean;
  /** The other variables of the profile. */
  readonly others: readonly ProfileVariable[];
  /** Names of the layers whose texts refer to it. */
  readonly usedIn: readonly string[];
  /** Names of the variables that are saved already. */
  readonly savedNames?: ReadonlySet<string> | undefined;
  readonly checkRegex: CheckRegex | undefined;
  /** What is first: its name, or the first field with a fault. @default the name */
  readonly startsAtFault?: boolean | undefined;
  /** The id of the heading above. */
  readonly titleId: string;
  /** The button that submits. @default *Create* for a new one, else *Apply* */
  readonly submitLabel?: string | undefined;
  readonly onSubmit: (variable: ProfileVariable) => void;
  readonly onCancel: () => void;
  readonly onDirtyChange: (isDirty: boolean) => void;
  /** Given what was typed so far, while typing rests and before the form goes. */
  readonly onTyped?: ((variable: ProfileVariable) => void) | undefined;
}

/** Everything about one variable, with a preview of it. */
export function VariableForm(props: VariableFormProps) {
  const { initial, typed, isNew, others, usedIn, savedNames } = props;
  const messages = useMessages('VariablesPanel', variablesPanelMessages);
  const baseId = useId();
  const idOf = (field: string) => `${baseId}-${field}`;
  const element = useRef<HTMLFormElement>(null);
  const { form, values, found, isDirty } = useVariableForm({
    initial: typed ?? initial,
    others,
    savedNames,
    showsFaults: !isNew,
  });
  const hasTyped = isDirty || typed !== undefined;
  const tidy = tidyVariable(values);
  // Asterisks say nothing of the secret that they stand for.
  const checkedDefault = isMaskKept(tidy, savedNames) ? '' : tidy.defaultValue;
  const regex = useRegexCheck(tidy.regex, checkedDefault, props.checkRegex);
  const settle = useTypedVariable(values, isDirty, props.onTyped);

  // At once, which `setFocus` of the form is not: a key that follows must reach what has the focus.
  const focusField = useStableCallback((field: string) => {
    element.current?.querySelector<HTMLElement>(`[id="${idOf(field)}"]`)?.focus();
  });
  const focusFirst = useStableCallback(() => {
    const fault =
      props.startsAtFault === true
        ? element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
        : null;
    if (fault != null) fault.focus();
    else if (props.startsAtFault === true && found.some(({ field }) => field === 'options')) {
      focusField('add-option');
    } else focusField('name');
  });
  // Not a layout effect: a window takes the focus first.
  useEffect(focusFirst, [focusFirst]);
  const reportDirty = useStableCallback(props.onDirtyChange);
  useEffect(() => {
    reportDirty(hasTyped);
  }, [hasTyped, reportDirty]);
  useEffect(() => () => reportDirty(false), [reportDirty]);

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (form.formState.isSubmitting) return;
    void form.handleSubmit(
      async (variable) => {
        const verdict = await regex.ask();
        if (verdict === 'invalid-regex') focusField('regex');
        else if (verdict === 'no-match') focusField('defaultValue');
        else if (verdict !== null) {
          settle();
          props.onSubmit(variable);
        }
      },
      ({ name, displayName, options }) => {
        // There is no field for what options lack as a whole.
        if (name !== undefined || displayName !== undefined || options?.root === undefined) return;
        focusField('add-option');
      },
    )();
  };

  return (
    <>
      <div className="cpb-VariableForm">
        <div className="cpb-VariableForm-columns">
          <form
            ref={element}
            id={idOf('form')}
            className="cpb-VariableForm-fields"
            aria-labelledby={props.titleId}
            noValidate
            onBlurCapture={ignoreForeignBlur}
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
              isFormatFixed={!isNew && savedNames?.has(initial.name) === true}
            />
          </form>
          <VariablePreview variable={tidy} checkRegex={props.checkRegex} />
        </div>
      </div>
      <div className="cpb-VariableForm-actions">
        <Button onClick={props.onCancel}>{messages.cancel}</Button>
        <Button
          type="submit"
          form={idOf('form')}
          variant="primary"
          aria-disabled={form.formState.isSubmitting ? true : undefined}
        >
          {form.formState.isSubmitting
            ? messages.checking
            : (props.submitLabel ?? (isNew ? messages.submitNew : messages.submitChange))}
        </Button>
      </div>
    </>
  );
}
