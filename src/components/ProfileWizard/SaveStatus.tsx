import { useContext } from 'react';
import { useStoreSelector } from '../../hooks/useStoreSelector';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { CheckGateContext } from '../ui/CheckGate';
import { focusForward } from '../ui/focusForward';
import { Notice } from '../ui/Notice';
import { FailureReason } from '../ui/RequestStates';
import { profileWizardMessages } from './messages';
import { useWizard, useWizardState } from './WizardContext';

/** How saving goes, at the button that started it, which is always in view. */
export function SaveStatus() {
  const messages = useMessages('ProfileWizard', profileWizardMessages);
  const { wizard } = useWizard('SaveStatus');
  const save = useWizardState('SaveStatus', (state) => state.save);
  const { waitsFor, skipServer } = useContext(CheckGateContext);
  const isServerAwaited = useStoreSelector(waitsFor, (origin) => origin === 'server');
  if (save.phase === 'saving' || save.phase === 'checking') {
    const waits =
      save.phase === 'saving' ? 'saving' : isServerAwaited ? 'serverChecking' : 'checking';
    return (
      <Notice
        tone="info"
        actions={
          <>
            {waits === 'serverChecking' ? (
              <Button
                onClick={(event) => {
                  focusForward(event.currentTarget);
                  skipServer();
                }}
              >
                {messages.skipServerCheck}
              </Button>
            ) : null}
            <Button
              onClick={(event) => {
                focusForward(event.currentTarget);
                wizard.stopWaiting();
              }}
            >
              {messages.stopWaiting}
            </Button>
          </>
        }
      >
        <span className="cpb-SaveStatus">
          <span className="cpb-Spinner" aria-hidden="true" />
          {messages[waits]}
        </span>
      </Notice>
    );
  }
  if (save.phase !== 'failed') return null;
  return (
    <Notice tone="error" title={save.mayExist ? undefined : messages.saveFailed}>
      {save.mayExist ? <p className="cpb-Notice-title">{messages.saveUnknown}</p> : null}
      <FailureReason error={save.error} />
      <p>{messages.nothingLost}</p>
    </Notice>
  );
}
