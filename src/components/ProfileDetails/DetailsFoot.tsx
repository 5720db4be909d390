import { useAdapterScope } from '../../hooks/AdapterContext';
import { usePermissions } from '../../hooks/usePermissions';
import type { ProfileEditor } from '../../hooks/useProfileEditor';
import { useStoreSelector } from '../../hooks/useStoreSelector';
import { changedLayerIds, haveVariablesChanged, isProfileChanged } from '../../model/profileEditor';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { focusForward } from '../ui/focusForward';
import { sharedMessages } from '../ui/messages';
import { Notice } from '../ui/Notice';
import type { PendingCommits } from '../ui/PendingCommits';
import { FailureReason } from '../ui/RequestStates';
import { SettlingStatus } from '../ui/SettlingStatus';
import { profileDetailsMessages } from './messages';

export interface DetailsFootProps {
  readonly editor: ProfileEditor;
  readonly commits: PendingCommits;
  /** Saving was refused, and something is still at fault. */
  readonly showsFaults: boolean;
  readonly onReload: () => void;
  readonly onSave: () => Promise<void>;
  readonly onStopWaiting: () => void;
}

/** Discard and save, and what became of saving, which is always in view. */
export function DetailsFoot({
  editor,
  commits,
  showsFaults,
  onReload,
  onSave,
  onStopWaiting,
}: DetailsFootProps) {
  const messages = useMessages('ProfileDetails', profileDetailsMessages);
  const shared = useMessages('Shared', sharedMessages);
  const { adapter } = useAdapterScope();
  const permissions = usePermissions();
  const state = useStoreSelector(editor.store, (current) => current);
  const { stack, update } = state;
  const changed = changedLayerIds(state);
  const isChanged = isProfileChanged(state);
  const isAllowed = permissions.can('clusterProfile.update');
  const canSave = adapter.updateProfile !== undefined && isAllowed;
  const isSaving = update.phase === 'saving' || update.phase === 'checking';
  const changedNames = shared.list([
    ...stack.layers
      .filter((layer) => changed.includes(layer.id))
      .map((layer) => shared.layerNames[layer.kind]),
    ...(haveVariablesChanged(state) ? [messages.variables] : []),
  ]);
  const discard = async () => {
    commits.flush();
    // What came after it would be a change again.
    if (commits.isSettled() || (await commits.settled())) editor.discard();
  };
  return (
    <div className="cpb-Foot">
      {update.phase === 'failed' ? (
        <Notice
          tone="error"
          title={messages.saveFailed}
          actions={
            update.error.code === 'conflict' ? (
              <Button onClick={onReload}>{messages.reload}</Button>
            ) : null
          }
        >
          {update.error.code === 'conflict' ? (
            update.mayBeOurs ? (
              messages.conflictMayBeOurs
            ) : (
              messages.conflict
            )
          ) : (
            <>
              <FailureReason error={update.error} />
              <p>{messages.nothingLost}</p>
            </>
          )}
        </Notice>
      ) : null}
      {update.phase === 'saved' && !isChanged ? (
        <Notice tone="success">{messages.saved}</Notice>
      ) : null}
      {showsFaults ? <Notice tone="error">{messages.incomplete}</Notice> : null}
      {isSaving ? (
        <Notice
          tone="info"
          actions={
            <Button
              onClick={(event) => {
                focusForward(event.currentTarget);
                onStopWaiting();
              }}
            >
              {messages.stopWaiting}
            </Button>
          }
        >
          {update.phase === 'checking' ? messages.checking : messages.saving}
        </Notice>
      ) : null}
      <SettlingStatus />
      <div className="cpb-WizardFooter">
        <Button
          aria-disabled={!isChanged || isSaving}
          onClick={() => {
            if (isChanged && !isSaving) void discard();
          }}
        >
          {messages.discard}
        </Button>
        <span className="cpb-ProfileDetails-changed" role="status">
          {!isAllowed
            ? messages.notAllowed
            : adapter.updateProfile === undefined
              ? messages.readOnly
              : !isChanged
                ? messages.unchanged
                : `${messages.changed(changedNames)} ${messages.saveHint}`}
        </span>
        <Button
          variant="primary"
          data-cpb-forward=""
          aria-disabled={!canSave || !isChanged || isSaving}
          onClick={() => {
            if (canSave && !isSaving) void onSave();
          }}
        >
          {messages.save}
        </Button>
      </div>
    </div>
  );
}
