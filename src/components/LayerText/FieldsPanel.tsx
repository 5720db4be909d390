import { useMemo } from 'react';
import { useTaskResult } from '../../hooks/useTaskResult';
import type { StackText } from '../../model/layerStack';
import type { PackSchemaField } from '../../model/packs';
import type { TextDiagnostic } from '../../model/textDiagnostic';
import { diagnosticText } from '../Diagnostics/diagnosticText';
import { diagnosticsMessages } from '../Diagnostics/messages';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { sharedMessages } from '../ui/messages';
import { Notice } from '../ui/Notice';
import { Loading, SkeletonLines } from '../ui/RequestStates';
import { fieldText, pathKey, type ValuesField } from './fieldValues';
import { layerTextMessages } from './messages';
import { useTextChanges } from './useTextChanges';
import { ValueField } from './ValueField';

export interface FieldsPanelProps {
  readonly textId: string;
  readonly values: StackText;
  readonly schema: readonly PackSchemaField[];
  /** What the checks say about the text. */
  readonly diagnostics: readonly TextDiagnostic[];
  /** Name of the cloud type, for the words of `diagnostics`. */
  readonly cloudName: string | undefined;
  readonly onEditInText: (field: ValuesField) => void;
}

const NO_FIELDS: readonly ValuesField[] = [];

/** A form for the values that the pack describes. The text stays the truth: it is read from there and written there. */
export function FieldsPanel({
  textId,
  values,
  schema,
  diagnostics,
  cloudName,
  onEditInText,
}: FieldsPanelProps) {
  const messages = useMessages('LayerText', layerTextMessages);
  const shared = useMessages('Shared', sharedMessages);
  const { text, base } = values;
  const result = useTaskResult(
    'readFields',
    useMemo(() => ({ text, schema }), [text, schema]),
  );
  const defaults = useTaskResult(
    'readFields',
    useMemo(() => (base === null ? null : { text: base, schema }), [base, schema]),
  );
  const defaultTexts = useMemo(
    () =>
      new Map(
        (defaults.data ?? NO_FIELDS).map(({ path, value }) => [pathKey(path), fieldText(value)]),
      ),
    [defaults.data],
  );
  const faults = useFaults(diagnostics, cloudName);
  const change = useTextChanges(textId);
  const fields = useMemo(() => result.data && oneOfEach(result.data), [result.data]);

  const failure = result.isTooLarge ? (
    <Notice tone="info">{messages.fieldsTooLarge}</Notice>
  ) : result.status === 'failed' ? (
    <Notice
      tone="error"
      title={messages.fieldsFailed}
      actions={<Button onClick={result.retry}>{shared.retry}</Button>}
    />
  ) : null;
  if (fields === undefined) {
    return (
      failure ?? (
        <Loading what={messages.fieldsThing}>
          <SkeletonLines count={6} />
        </Loading>
      )
    );
  }
  if (fields.length === 0) {
    const isBroken = diagnostics.some(({ code }) => code === 'yaml-syntax');
    return (
      <p className="cpb-Fields-none">{isBroken ? messages.fieldsUnreadable : messages.noFields}</p>
    );
  }
  return (
    <div className="cpb-Fields">
      {failure}
      {fields.map((field) => {
        const key = pathKey(field.path);
        const defaultText = defaultTexts.get(key);
        const isChanged = defaultText !== undefined && defaultText !== fieldText(field.value);
        return (
          <ValueField
            key={key}
            field={field}
            isCurrent={result.status === 'ready'}
            base={isChanged ? base : null}
            faults={faults.get(key) ?? []}
            change={change}
            onEditInText={onEditInText}
          />
        );
      })}
    </div>
  );
}

/** A key that stands twice in the text has one field, of the value that counts. */
function oneOfEach(fields: readonly ValuesField[]): readonly ValuesField[] {
  return [...new Map(fields.map((field) => [pathKey(field.path), field])).values()];
}

/** The sentences about each value. */
function useFaults(
  diagnostics: readonly TextDiagnostic[],
  cloudName: string | undefined,
): ReadonlyMap<string, readonly string[]> {
  const words = useMessages('Diagnostics', diagnosticsMessages);
  return useMemo(() => {
    const faults = new Map<string, string[]>();
    for (const found of diagnostics) {
      if (found.path.length === 0 || found.severity === 'info') continue;
      const key = pathKey(found.path);
      const sentences = faults.get(key) ?? [];
      sentences.push(diagnosticText(words, found, cloudName));
      faults.set(key, sentences);
    }
    return faults;
  }, [diagnostics, cloudName, words]);
}
