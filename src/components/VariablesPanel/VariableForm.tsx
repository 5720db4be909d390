import { useEffect, useId, useRef, type SyntheticEvent } from 'react';
import { useIsoLayoutEffect } from '../../internal/useIsoLayoutEffect';
import { useStableCallback } from '../../internal/useStableCallback';
import {
  tidyVariable,
  VARIABLE_FORMATS,
  VARIABLE_INPUT_TYPES,
  variableLabel,
  variableReference,
  type ProfileVariable,
} from '../../model/variables';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { CheckField } from './CheckField';
import { DefaultValueField } from './DefaultValueField';
import { FormField, type FieldRemarks } from './FormField';
import { OptionsField } from './OptionsField';
import { VariablePreview } from './VariablePreview';
import { variablesPanelMessages } from './messages';
import { useRegexCheck, type CheckRegex } from './useRegexCheck';
import { useVariableForm } from './useVariableForm';
import { variableFaultText } from './variableFaultText';

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

const BEHAVIOURS = ['isRequired', 'isHidden', 'isReadOnly', 'isSensitive'] as const;

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
  const { register, setFocus } = form;
  const tidy = tidyVariable(values);
  const regex = useRegexCheck(tidy.regex, tidy.defaultValue, props.checkRegex);

  useIsoLayoutEffect(() => {
    setFocus('name');
  }, [setFocus]);
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
        if (verdict === 'invalid-regex') setFocus('regex');
        else if (verdict === 'no-match') setFocus('defaultValue');
        else if (verdict !== null) props.onSubmit(variable);
      },
      ({ name, displayName, options }) => {
        // There is no field for what options lack as a whole.
        if (name !== undefined || displayName !== undefined || options?.root === undefined) return;
        element.current?.querySelector<HTMLElement>(`[id="${idOf('add-option')}"]`)?.focus();
      },
    )();
  };

  const textOf = (name: keyof ProfileVariable, severity: 'error' | 'warning') => {
    const fault = found.find(
      ({ field, severity: found, optionIndex }) =>
        field === name && found === severity && optionIndex === undefined,
    );
    return fault === undefined ? undefined : variableFaultText(messages, fault);
  };
  const remarksOf = (name: keyof ProfileVariable): FieldRemarks => ({
    error: textOf(name, 'error'),
    warning: textOf(name, 'warning'),
  });
  const optionErrors = new Map(
    found.flatMap((fault) =>
      fault.optionIndex === undefined
        ? []
        : [[fault.optionIndex, variableFaultText(messages, fault)] as const],
    ),
  );
  const isRenamed = !isNew && tidy.name !== '' && tidy.name !== initial.name;
  const defaultRemarks = remarksOf('defaultValue');

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
          className="cpb-VariableForm-fields"
          aria-labelledby={idOf('title')}
          noValidate
          onSubmit={submit}
        >
          <FormField
            id={idOf('name')}
            label={messages.fields.name}
            isRequired
            hint={
              <>
                {messages.nameHint}{' '}
                <code className="cpb-mono">
                  {variableReference(tidy.name === '' ? messages.exampleName : tidy.name)}
                </code>
              </>
            }
            status={isRenamed && usedIn.length > 0 ? messages.renameFollows(usedIn) : null}
            {...remarksOf('name')}
          >
            {(given) => (
              <input
                {...given}
                {...register('name')}
                className="cpb-Input cpb-VariableForm-mono"
                autoComplete="off"
                autoCapitalize="off"
                spellCheck={false}
                required
              />
            )}
          </FormField>
          <FormField
            id={idOf('displayName')}
            label={messages.fields.displayName}
            hint={messages.displayNameHint}
            {...remarksOf('displayName')}
          >
            {(given) => (
              <input
                {...given}
                {...register('displayName')}
                className="cpb-Input"
                autoComplete="off"
              />
            )}
          </FormField>
          <FormField
            id={idOf('description')}
            label={messages.fields.description}
            hint={messages.descriptionHint}
          >
            {(given) => (
              <textarea {...given} {...register('description')} className="cpb-Input" rows={2} />
            )}
          </FormField>
          <div className="cpb-VariableForm-pair">
            <FormField
              id={idOf('format')}
              label={messages.fields.format}
              hint={isFormatFixed ? messages.formatFixed : null}
              {...remarksOf('format')}
            >
              {(given) =>
                isFormatFixed ? (
                  // Not a disabled one, which could not be read by everybody.
                  <input
                    {...given}
                    className="cpb-Input cpb-VariableForm-fixed"
                    value={messages.formats[values.format]}
                    readOnly
                  />
                ) : (
                  <select {...given} {...register('format')} className="cpb-Input">
                    {VARIABLE_FORMATS.map((format) => (
                      <option key={format} value={format}>
                        {messages.formats[format]}
                      </option>
                    ))}
                  </select>
                )
              }
            </FormField>
            <FormField
              id={idOf('inputType')}
              label={messages.fields.inputType}
              {...remarksOf('inputType')}
            >
              {(given) => (
                <select {...given} {...register('inputType')} className="cpb-Input">
                  {VARIABLE_INPUT_TYPES.map((inputType) => (
                    <option key={inputType} value={inputType}>
                      {messages.inputTypes[inputType]}
                    </option>
                  ))}
                </select>
              )}
            </FormField>
          </div>
          {values.inputType === 'dropdown' ? (
            <OptionsField
              form={form}
              addId={idOf('add-option')}
              error={textOf('options', 'error')}
              optionErrors={optionErrors}
            />
          ) : null}
          <DefaultValueField
            id={idOf('defaultValue')}
            control={form.control}
            values={values}
            error={
              defaultRemarks.error ??
              (regex.verdict === 'no-match' ? messages.regexNoMatch : undefined)
            }
            warning={defaultRemarks.warning}
          />
          <FormField
            id={idOf('regex')}
            label={messages.fields.regex}
            hint={messages.regexHint}
            error={regex.verdict === 'invalid-regex' ? messages.regexInvalid : undefined}
            warning={regex.verdict === 'unchecked' ? messages.regexUnchecked : undefined}
          >
            {(given) => (
              <input
                {...given}
                {...register('regex')}
                className="cpb-Input cpb-VariableForm-mono"
                autoComplete="off"
                autoCapitalize="off"
                spellCheck={false}
              />
            )}
          </FormField>
          <fieldset className="cpb-VariableForm-behaviour">
            <legend className="cpb-Field-label">{messages.behaviour}</legend>
            {BEHAVIOURS.map((behaviour) => (
              <CheckField
                key={behaviour}
                id={idOf(behaviour)}
                label={messages.fields[behaviour]}
                hint={messages[`${behaviour}Hint`]}
                warning={textOf(behaviour, 'warning')}
                field={register(behaviour)}
              />
            ))}
          </fieldset>
          <div className="cpb-VariableForm-actions">
            <Button
              type="submit"
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
        </form>
        <VariablePreview variable={tidy} />
      </div>
    </div>
  );
}
