import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { FailureReason } from '../ui/RequestStates';
import { profileWizardMessages } from './messages';
import { useWizard, useWizardState } from './WizardContext';

/** How saving goes, at the button that started it, which is always in view. */
export function SaveStatus() {
  const messages = useMessages('ProfileWizard', profileWizardMessages);
  const { wizard } = useWizard('SaveStatus');
  const save = useWizardState('SaveStatus', (state) => state.save);
  if (save.phase === 'saving' || save.phase === 'checking') {
    return (
      <Notice
        tone="info"
        actions={<Button onClick={wizard.stopWaiting}>{messages.stopWaiting}</Button>}
      >
        <span className="cpb-SaveStatus">
          <span className="cpb-Spinner" aria-hidden="true" />
          {save.phase === 'saving' ? messages.saving : messages.checking}
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
