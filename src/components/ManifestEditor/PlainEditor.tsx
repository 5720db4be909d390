import { useRef, useState } from 'react';
import { useIsoLayoutEffect } from '../../internal/useIsoLayoutEffect';
import { useStableCallback } from '../../internal/useStableCallback';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { sharedMessages } from '../ui/messages';
import { Notice } from '../ui/Notice';
import { positionAt, type TextRange } from '../../model/textDiagnostic';
import type { EditorHandle, EditorTarget } from './EditorHandle';
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
  readonly handle: EditorHandle;
  readonly onRetry: () => void;
}

/** A plain text field in place of an editor that failed. */
export function PlainEditor(props: PlainEditorProps) {
  const { label, describedBy, text, revision, session, readOnly, placeholder, handle, onRetry } =
    props;
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

  const showPlace = useStableCallback((range: TextRange | null) => {
    if (field.current === null) return;
    const { value } = field.current;
    const place =
      range === null
        ? null
        : createTextPlaces(diagnosticsText ?? session.committed(), value).find(range);
    if (place !== null) select(field.current, place);
    field.current.focus({ preventScroll: place !== null });
  });

  useIsoLayoutEffect(
    () =>
      handle.attach({
        goTo: showPlace,
        // What it does could not be undone here, so nothing offers it.
        applyFix: () => false,
        focus: () => {
          showPlace(null);
        },
      }),
    [handle, showPlace],
  );

  useIsoLayoutEffect(() => {
    if (field.current === null || target === undefined) return;
    showPlace('from' in target ? target : null);
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

/** Selects a place and brings it into view, which browsers leave to the page. */
function select(field: HTMLTextAreaElement, { from, to }: TextRange): void {
  field.setSelectionRange(from, to);
  const lineHeight = Number.parseFloat(getComputedStyle(field).lineHeight) || 0;
  const line = positionAt(field.value, from).line - 1;
  field.scrollTop = line * lineHeight - field.clientHeight / 2;
}
