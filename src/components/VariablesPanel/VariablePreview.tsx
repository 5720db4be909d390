import { useId, useState } from 'react';
import { suitsVariableFormat } from '../../model/variableFormats';
import { variableLabel, type ProfileVariable } from '../../model/variables';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Icon } from '../ui/Icon';
import { FormField } from './FormField';
import { variablesPanelMessages } from './messages';
import { useRegexCheck, type CheckRegex } from './useRegexCheck';

export interface VariablePreviewProps {
  readonly variable: ProfileVariable;
  readonly checkRegex: CheckRegex | undefined;
}

/** How a variable will be asked for when a cluster is deployed. What is typed into it goes nowhere. */
export function VariablePreview({ variable, checkRegex }: VariablePreviewProps) {
  const messages = useMessages('VariablesPanel', variablesPanelMessages);
  const { defaultValue, isHidden, isSensitive } = variable;
  const id = useId();
  return (
    <section className="cpb-VariablePreview" aria-labelledby={`${id}-title`}>
      <h4 className="cpb-VariablePreview-title" id={`${id}-title`}>
        {messages.preview}
      </h4>
      <p className="cpb-Field-hint">{messages.previewHint}</p>
      <div className="cpb-VariablePreview-field">
        {isHidden ? (
          <p className="cpb-VariablePreview-hidden">
            <Icon name="info" />
            <span>
              {defaultValue === '' ? messages.previewHiddenEmpty : messages.previewHidden}{' '}
              {defaultValue === '' ? null : (
                <code className="cpb-mono">
                  {isSensitive ? messages.maskedValue : defaultValue}
                </code>
              )}
            </span>
          </p>
        ) : (
          <DeploymentField variable={variable} checkRegex={checkRegex} />
        )}
      </div>
    </section>
  );
}

/** The field as at deployment, to be tried. */
function DeploymentField({ variable, checkRegex }: VariablePreviewProps) {
  const messages = useMessages('VariablesPanel', variablesPanelMessages);
  const id = useId();
  const { defaultValue, description, format, inputType, options, isSensitive } = variable;
  const [typed, setTyped] = useState({ over: defaultValue, value: defaultValue });
  // Typing into the preview ends when the default becomes another one.
  const isTyped = typed.over === defaultValue && typed.value !== defaultValue;
  const value = isTyped ? typed.value : defaultValue;
  const chosen =
    inputType === 'dropdown' ? options.find((option) => option.value === value) : undefined;

  // What is not tried here is judged at the default and the pattern.
  const { verdict } = useRegexCheck(isTyped ? variable.regex : '', value, checkRegex);
  const fault =
    value === ''
      ? variable.isRequired
        ? messages.previewRequired
        : undefined
      : !suitsVariableFormat(value, format)
        ? messages.formatAdvice[format]
        : verdict === 'no-match'
          ? messages.previewNoMatch(variable.regex)
          : undefined;
  const isConcealed = isSensitive && inputType === 'multiline' && value !== '' && !isTyped;
  return (
    <FormField
      id={id}
      label={variableLabel(variable) || messages.previewUnnamed}
      isRequired={variable.isRequired}
      hint={description === '' ? null : description}
      error={isTyped ? fault : undefined}
      status={chosen === undefined || chosen.description === '' ? null : chosen.description}
    >
      {(given) => {
        const shared = {
          ...given,
          className: 'cpb-Input',
          disabled: variable.isReadOnly,
          value: isConcealed ? messages.maskedValue : value,
          onChange: (event: { readonly target: { readonly value: string } }) => {
            setTyped({ over: defaultValue, value: event.target.value });
          },
        };
        switch (inputType) {
          case 'dropdown':
            return (
              <select {...shared}>
                {chosen === undefined ? (
                  <option value={value}>{messages.previewChoose}</option>
                ) : null}
                {options.map((option, index) => (
                  <option key={index} value={option.value}>
                    {option.label === '' ? option.value : option.label}
                  </option>
                ))}
              </select>
            );
          case 'multiline':
            return <textarea {...shared} rows={4} readOnly={isConcealed} spellCheck={false} />;
          case 'text':
            return (
              <input
                {...shared}
                type={isSensitive ? 'password' : 'text'}
                autoComplete={isSensitive ? 'new-password' : 'off'}
                spellCheck={false}
              />
            );
          default:
            return inputType satisfies never;
        }
      }}
    </FormField>
  );
}
