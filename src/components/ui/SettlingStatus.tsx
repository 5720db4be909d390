import { useContext } from 'react';
import { useStoreSelector } from '../../hooks/useStoreSelector';
import { useDebouncedValue } from '../../internal/useDebouncedValue';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from './Button';
import { focusForward } from './focusForward';
import { sharedMessages } from './messages';
import { Notice } from './Notice';
import { PendingCommitsContext } from './PendingCommits';

/** Nobody is told of a wait that is over before it could be read, in milliseconds. */
const SHOWN_AFTER_MS = 400;

/** Says that a command waits for a change that is on its way into the text. */
export function SettlingStatus() {
  const messages = useMessages('Shared', sharedMessages);
  const { isAwaited, stopWaiting } = useContext(PendingCommitsContext);
  const isWaiting = useStoreSelector(isAwaited, (current) => current);
  const isLong = useDebouncedValue(isWaiting, SHOWN_AFTER_MS);
  if (!isWaiting || !isLong) return null;
  return (
    <Notice
      tone="info"
      actions={
        <Button
          onClick={(event) => {
            focusForward(event.currentTarget);
            stopWaiting();
          }}
        >
          {messages.stopSettling}
        </Button>
      }
    >
      {messages.settling}
    </Notice>
  );
}
