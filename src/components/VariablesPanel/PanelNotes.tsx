import type { ProfileVariable } from '../../model/variables';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { sharedMessages } from '../ui/messages';
import { Notice } from '../ui/Notice';
import { variablesPanelMessages } from './messages';

export type PanelNotice =
  | { readonly type: 'removed'; readonly variable: ProfileVariable; readonly index: number }
  | { readonly type: 'copyFailed'; readonly text: string };

/** What just happened, with what can be done about it. */
export function PanelNotes({
  notice,
  onUndo,
  labelOf,
}: {
  readonly notice: PanelNotice | null;
  readonly onUndo: (variable: ProfileVariable, index: number) => void;
  readonly labelOf: (variable: ProfileVariable) => string;
}) {
  const messages = useMessages('VariablesPanel', variablesPanelMessages);
  const shared = useMessages('Shared', sharedMessages);
  if (notice === null) return null;
  if (notice.type === 'copyFailed') {
    return (
      <Notice tone="warning" title={messages.copyFailed}>
        <code className="cpb-mono cpb-VariablesPanel-selectable">{notice.text}</code>
      </Notice>
    );
  }
  const { variable, index } = notice;
  return (
    // The status below reads it out; this one is for the eye.
    <Notice
      tone="info"
      announce="off"
      actions={
        <Button
          icon="undo"
          onClick={() => {
            onUndo(variable, index);
          }}
        >
          {shared.undo}
        </Button>
      }
    >
      {messages.removed(labelOf(variable))}
    </Notice>
  );
}
