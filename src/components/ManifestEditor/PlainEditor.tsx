import { useRef, useState } from 'react';
import { useIsoLayoutEffect } from '../../internal/useIsoLayoutEffect';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { sharedMessages } from '../ui/messages';
import { Notice } from '../ui/Notice';
import type { EditorTarget } from './EditorHandle';
import { lineBreakOf, survivesTextArea, withLineBreak } from './lineEnds';
import { manifestEditorMessages } from './messages';
import { createTextPlaces } from './textPlaces';
import type { TextSession } from './textSession';

export interface PlainEditorProps {
  readonly label: string;
  /** The id of the hint under the editor. */
  readonly describedBy: string;
  readonly text: string;
  readonly revision: number;
  readonly session: TextSession;
  readonly readOnly: boolean;
  readonly placeholder: string;
  readonly diagnosticsText: string | undefined;
  readonly target: EditorTarget | undefined;
  readonly onRetry: () => void;
}

/** A plain text field in place of an editor that failed. */
export function PlainEditor(props: PlainEditorProps) {
  const { label, describedBy, text, revision, session, readOnly, placeholder, onRetry } = props;
  const { diagnosticsText, target } = props;
  const messages = useMessages('ManifestEditor', manifestEditorMessages);
  const shared = useMessages('Shared', sharedMessages);
  const [start] = useState(() => ({ text: session.current(), revision }));
  const original = revision === start.revision ? start.text : text;
  const canEdit = survivesTextArea(original);

  const field = useRef<HTMLTextAreaElement>(null);
  const shown = useRef(start.revision);
  useIsoLayoutEffect(() => {
    if (field.current === null || shown.current === revision) return;
    shown.current = revision;
    field.current.value = text;
  }, [revision, text]);

  useIsoLayoutEffect(() => {
    if (field.current === null || target === undefined) return;
    field.current.focus();
    if (!('from' in target)) return;
    const places = createTextPlaces(diagnosticsText ?? session.committed(), field.current.value);
    const place = places.find(target);
    if (place !== null) field.current.setSelectionRange(place.from, place.from);
    // Once for each target, not when the text is committed.
  }, [target?.token]);

  return (
    <div className="cpb-ManifestEditor-plain">
      <Notice
        tone="error"
        title={messages.failed}
        actions={<Button onClick={onRetry}>{shared.retry}</Button>}
      >
        {canEdit ? messages.failedAdvice : messages.failedReadOnly}
      </Notice>
      <textarea
        ref={field}
        className="cpb-ManifestEditor-textarea"
        aria-label={label}
        aria-describedby={readOnly ? describedBy : undefined}
        defaultValue={start.text}
        readOnly={readOnly || !canEdit}
        placeholder={placeholder}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        wrap="off"
        dir="ltr"
        onChange={(event) => {
          const { value } = event.currentTarget;
          session.changed(() => withLineBreak(value, lineBreakOf(original)));
        }}
      />
    </div>
  );
}
