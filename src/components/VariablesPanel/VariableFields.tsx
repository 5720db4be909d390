import type { VariableDiagnostic } from '../../model/variableChecks';
import {
  VARIABLE_FORMATS,
  VARIABLE_INPUT_TYPES,
  variableReference,
  type ProfileVariable,
} from '../../model/variables';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { CheckField } from './CheckField';
import { DefaultValueField } from './DefaultValueField';
import { FormField, type FieldRemarks } from './FormField';
import { OptionsField } from './OptionsField';
import { variablesPanelMessages } from './messages';
import type { RegexAnswer } from './useRegexCheck';
import type { VariableFormState, VariableValues } from './useVariableForm';
import { variableFaultText } from './variableFaultText';

export interface VariableFieldsProps {
  readonly form: VariableFormState;
  readonly values: VariableValues;
  /** What is to be said of the values. */
  readonly found: readonly VariableDiagnostic[];
  readonly regexVerdict: RegexAnswer | null;
  /** The id of the control of a field. */
  readonly idOf: (field: string) => string;
  /** As it was before; null for a new one. */
  readonly initial: ProfileVariable | null;
  /** Names of the layers whose texts refer to it. */
  readonly usedIn: readonly string[];
  readonly isFormatFixed: boolean;
}

const BEHAVIOURS = ['isRequired', 'isHidden', 'isReadOnly', 'isSensitive'] as const;

export function VariableFields(props: VariableFieldsProps) {
  const { form, values, found, regexVerdict, idOf, initial, usedIn, isFormatFixed } = props;
  const messages = useMessages('VariablesPanel', variablesPanelMessages);
  const { register } = form;
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
  const name = values.name.trim();
  const isRenamed = initial !== null && name !== '' && name !== initial.name;
  const defaultRemarks = remarksOf('defaultValue');

  return (
    <>
      <FormField
        id={idOf('name')}
        label={messages.fields.name}
        isRequired
        hint={
          <>
            {messages.nameHint}{' '}
            <code className="cpb-mono">
              {variableReference(name === '' ? messages.exampleName : name)}
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
          <input {...given} {...register('displayName')} className="cpb-Input" autoComplete="off" />
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
          defaultRemarks.error ?? (regexVerdict === 'no-match' ? messages.regexNoMatch : undefined)
        }
        warning={defaultRemarks.warning}
      />
      <FormField
        id={idOf('regex')}
        label={messages.fields.regex}
        hint={messages.regexHint}
        error={regexVerdict === 'invalid-regex' ? messages.regexInvalid : undefined}
        warning={regexVerdict === 'unchecked' ? messages.regexUnchecked : undefined}
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
    </>
  );
}
