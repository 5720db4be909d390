import { useId, useRef, useState } from 'react';
import { useValuesTasks } from '../../hooks/valuesTasks';
import { positionAt, type TextDiagnosticCode } from '../../model/textDiagnostic';
import { diagnosticText } from '../Diagnostics/diagnosticText';
import { diagnosticsMessages } from '../Diagnostics/messages';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { describedBy, Field } from '../ui/Field';
import { Dialog } from '../ui/Dialog';
import { MASK } from '../ui/passwords';
import { layerTextMessages } from './messages';
import type { AskForText, TextChangeOutcome } from './useTextChanges';

export interface PasteDialogProps {
  readonly change: (ask: AskForText) => Promise<TextChangeOutcome>;
  readonly onCancel: () => void;
  readonly onDone: (outcome: TextChangeOutcome) => void;
}

/** Only the YAML is looked at: what it refers to is known where it goes. */
const WITHOUT_CONTEXT = { schema: [], variables: [], macros: null, packs: {}, cloudType: '' };

function isAboutYaml(code: TextDiagnosticCode): boolean {
  return code.startsWith('yaml-') || code === 'reference-unquoted';
}

/** Takes the changes of another version into the values. */
export function PasteDialog({ change, onCancel, onDone }: PasteDialogProps) {
  const messages = useMessages('LayerText', layerTextMessages);
  const words = useMessages('Diagnostics', diagnosticsMessages);
  const tasks = useValuesTasks();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [overrides, setOverrides] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function findFault(): Promise<string | null> {
    if (overrides.trim() === '') return messages.pasteEmpty;
    if (overrides.includes(MASK)) return messages.pasteMasked(MASK);
    const found = await tasks.run('checkValues', {
      text: overrides,
      options: WITHOUT_CONTEXT,
      force: true,
    });
    const first = found.find(({ code, severity }) => severity === 'error' && isAboutYaml(code));
    if (first === undefined) return null;
    return messages.pasteInvalid(
      positionAt(overrides, first.from).line,
      diagnosticText(words, first),
    );
  }

  async function apply(): Promise<void> {
    setBusy(true);
    try {
      const found = await findFault();
      setFault(found);
      if (found !== null) {
        field.current?.focus();
        return;
      }
      const outcome = await change(
        async (engine, text) => (await engine.run('applyOverrides', { text, overrides })).text,
      );
      if (outcome.status === 'failed') setFault(messages.changeFailed);
      else onDone(outcome);
    } catch {
      setFault(messages.changeFailed);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={messages.pasteTitle}
      onCancel={onCancel}
      actions={
        <>
          <Button onClick={onCancel}>{messages.pasteCancel}</Button>
          <Button variant="primary" aria-disabled={isBusy} onClick={() => void (isBusy || apply())}>
            {messages.pasteApply}
          </Button>
        </>
      }
    >
      <Field id={id} label={messages.pasteLabel} hint={messages.pasteHint} error={fault}>
        <textarea
          ref={field}
          id={id}
          className="cpb-Input cpb-PasteDialog-text"
          dir="ltr"
          rows={10}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          aria-invalid={fault !== null}
          aria-describedby={describedBy(id, { hint: messages.pasteHint, error: fault })}
          value={overrides}
          onChange={(event) => {
            setOverrides(event.target.value);
            setFault(null);
          }}
        />
      </Field>
    </Dialog>
  );
}
