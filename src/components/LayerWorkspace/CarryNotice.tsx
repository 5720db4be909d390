import { useRef } from 'react';
import { useIsoLayoutEffect } from '../../internal/useIsoLayoutEffect';
import type { LayerStack } from '../../model/layerStack';
import { isCarryReplaced, type ValuesCarry } from '../../model/valuesCarry';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { sharedMessages } from '../ui/messages';
import { Notice } from '../ui/Notice';
import { useStackCommands } from '../ui/StackCommands';
import { carriedFrom } from './carriedFrom';
import { layerWorkspaceMessages } from './messages';

export interface CarryNoticeProps {
  readonly stack: LayerStack;
  readonly carry: ValuesCarry;
  readonly isDeciding: boolean;
  readonly onDecide: (isDeciding: boolean) => void;
  /** The notice goes, and with it the button that had the focus. */
  readonly onGone: () => void;
}

/** How the user's edits came through a change of version, and what is still to be decided. */
export function CarryNotice({ stack, carry, isDeciding, onDecide, onGone }: CarryNoticeProps) {
  const messages = useMessages('LayerWorkspace', layerWorkspaceMessages);
  const shared = useMessages('Shared', sharedMessages);
  const { send, flush, getStack } = useStackCommands();
  const actions = useRef<HTMLSpanElement>(null);
  const { textId, conflicts, carriedCount, phase, replaced } = carry;
  const before = carriedFrom(carry);
  const now = stack.texts[textId];
  const mine = stack.texts[carry.from.textId]?.text ?? '';
  const undecided = conflicts.filter(({ taken }) => taken === null).length;
  const isReplaced = isCarryReplaced(stack, carry);
  // What was pressed is gone with its notice; the next one is about the same.
  const wasReplaced = useRef(isReplaced);
  useIsoLayoutEffect(() => {
    if (wasReplaced.current === isReplaced) return;
    wasReplaced.current = isReplaced;
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost) actions.current?.querySelector('button')?.focus();
  }, [isReplaced]);
  const dismiss = () => {
    send({ type: 'carryDismissed', textId });
    onGone();
  };

  if (phase === 'waiting') {
    return (
      <Notice
        tone="info"
        actions={
          // They can only be shown once they are there.
          now?.base == null ? null : <Button onClick={dismiss}>{messages.leaveCarrying}</Button>
        }
      >
        <span className="cpb-SaveStatus">
          <span className="cpb-Spinner" aria-hidden="true" />
          {messages.carrying(before)}
        </span>
      </Notice>
    );
  }
  if (phase === 'failed') {
    return (
      <Notice
        tone="warning"
        actions={
          <>
            <Button
              aria-disabled={now === undefined}
              onClick={() => {
                if (now === undefined) return;
                send({ type: 'textReplaced', textId, text: mine });
                dismiss();
              }}
            >
              {messages.useEdited}
            </Button>
            <Button onClick={dismiss}>{shared.dismiss}</Button>
          </>
        }
      >
        {messages.carryFailed(before)}
      </Notice>
    );
  }
  if (isReplaced) {
    return (
      <Notice
        key="replaced"
        tone="success"
        actions={
          <span ref={actions} className="cpb-Notice-actions">
            <Button
              onClick={() => {
                flush();
                const { texts } = getStack();
                // What was typed a moment ago stays.
                if (replaced === undefined || texts[textId]?.text !== texts[textId]?.base) return;
                send({ type: 'textReplaced', textId, text: replaced });
              }}
            >
              {shared.undo}
            </Button>
            <Button onClick={dismiss}>{shared.dismiss}</Button>
          </span>
        }
      >
        {messages.replaced(before)}
      </Notice>
    );
  }
  return (
    <Notice
      key="carried"
      tone={undecided > 0 ? 'warning' : 'success'}
      actions={
        <span ref={actions} className="cpb-Notice-actions">
          {conflicts.length === 0 ? null : (
            <Button
              aria-expanded={isDeciding}
              onClick={() => {
                onDecide(!isDeciding);
              }}
            >
              {undecided > 0 ? messages.decide(undecided) : messages.decideAgain}
            </Button>
          )}
          <Button
            onClick={() => {
              onDecide(false);
              send({ type: 'carryReplaced', textId });
            }}
          >
            {messages.useDefaults}
          </Button>
          {undecided > 0 ? null : <Button onClick={dismiss}>{shared.dismiss}</Button>}
        </span>
      }
    >
      {[
        messages.carried(carriedCount, before),
        ...(conflicts.length === 0 ? [] : [messages.conflicts(conflicts.length, undecided)]),
      ].join(' ')}
    </Notice>
  );
}
