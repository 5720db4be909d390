import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { ProfileAdapter } from '../../adapters/ProfileAdapter';
import { useAdapterScope } from '../../hooks/AdapterContext';
import { usePermissions } from '../../hooks/usePermissions';
import { useProfileEditor, type ProfileEditor } from '../../hooks/useProfileEditor';
import { useProfile } from '../../hooks/useProfiles';
import { useStoreSelector } from '../../hooks/useStoreSelector';
import { useStableCallback } from '../../internal/useStableCallback';
import { findLayer } from '../../model/layerStack';
import type { Profile } from '../../model/profile';
import { changedLayerIds, haveVariablesChanged, isProfileChanged } from '../../model/profileEditor';
import { LayerStackView } from '../LayerStackView/LayerStackView';
import { useBuilder, useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { WithAdapter } from '../ProfileBuilderProvider/ProfileBuilderProvider';
import { StackWork, useContents, useFindings } from '../StackWork/StackWork';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { CheckGateContext, createCheckGate } from '../ui/CheckGate';
import { sharedMessages } from '../ui/messages';
import { LazyPart } from '../ui/LazyPart';
import { lazyWithRetry } from '../ui/lazyWithRetry';
import { LeaveDialog } from '../ui/LeaveDialog';
import { Notice } from '../ui/Notice';
import {
  PendingCommitsContext,
  usePendingCommits,
  type PendingCommits,
} from '../ui/PendingCommits';
import { FailureReason, Loading, RequestFailure, SkeletonLines } from '../ui/RequestStates';
import { Root } from '../ui/Root';
import type { StackCommands } from '../ui/StackCommands';
import { profileDetailsMessages } from './messages';
import { ProfileFacts } from './ProfileFacts';

export interface ProfileDetailsProps {
  /** @default the adapter from context */
  readonly adapter?: ProfileAdapter | undefined;
  /** The profile to be shown. */
  readonly uid: string;
  /** Called from *Back to profiles*. Without it the button is not there. */
  readonly onBack?: (() => void) | undefined;
  /** The heading takes the focus once the profile is there, as on a page of its own. @default false */
  readonly focusOnMount?: boolean | undefined;
  /** Called once changes are saved. */
  readonly onSaved?: ((profile: Profile) => void) | undefined;
  readonly className?: string | undefined;
}

const LazyVariables = lazyWithRetry(
  async () => (await import('../StackWork/ProfileVariables')).ProfileVariables,
);
const LazyOpenLayer = lazyWithRetry(async () => (await import('./OpenLayer')).OpenLayer);

/** A saved profile with its layers, to be reviewed, or changed and saved. */
export function ProfileDetails({ adapter, ...props }: ProfileDetailsProps) {
  return (
    <WithAdapter adapter={adapter}>
      <Details key={props.uid} {...props} />
    </WithAdapter>
  );
}

function Details({
  uid,
  onBack,
  focusOnMount = false,
  onSaved,
  className,
}: Omit<ProfileDetailsProps, 'adapter'>) {
  const messages = useMessages('ProfileDetails', profileDetailsMessages);
  const query = useProfile({ uid });
  // A profile that is loaded again does not pull the focus once more.
  const isFocusDue = useRef(focusOnMount);
  const takeFocus = useCallback(() => {
    const isDue = isFocusDue.current;
    isFocusDue.current = false;
    return isDue;
  }, []);
  const guardRef = useRef<LeaveGuard | null>(null);
  // A quick answer replaces the profile without a moment in between: the key starts anew all the same.
  const [loadCount, setLoadCount] = useState(0);
  const reload = () => {
    query.reload();
    setLoadCount(loadCount + 1);
  };
  const [isLeaving, setLeaving] = useState(false);
  const back = () => {
    if (guardRef.current?.() === true) setLeaving(true);
    else onBack?.();
  };
  return (
    <Root className={['cpb-ProfileDetails', className].filter(Boolean).join(' ')}>
      <div className="cpb-ProfileDetails-body">
        {onBack === undefined ? null : (
          <Button className="cpb-ProfileDetails-back" variant="quiet" onClick={back}>
            {messages.back}
          </Button>
        )}
        {query.data !== undefined ? (
          <Editor
            key={loadCount}
            profile={query.data}
            takeFocus={takeFocus}
            guardRef={guardRef}
            onSaved={onSaved}
            onReload={reload}
          />
        ) : query.status === 'failed' ? (
          <RequestFailure title={messages.failed} error={query.error} onRetry={query.retry} />
        ) : (
          <Loading what={messages.thing} onRetry={query.retry}>
            <SkeletonLines count={9} />
          </Loading>
        )}
      </div>
      {isLeaving ? (
        <LeaveDialog
          messages={messages}
          onKeep={() => {
            setLeaving(false);
          }}
          onDiscard={() => {
            setLeaving(false);
            onBack?.();
          }}
        />
      ) : null}
    </Root>
  );
}

/** Commits what is being typed and tells whether anything would be lost. */
type LeaveGuard = () => boolean;

interface EditorProps {
  readonly profile: Profile;
  /** Whether the heading is to take the focus; true once at most. */
  readonly takeFocus: () => boolean;
  readonly guardRef: RefObject<LeaveGuard | null>;
  readonly onSaved: ProfileDetailsProps['onSaved'];
  readonly onReload: () => void;
}

/** A profile that can be changed, and the work on it that goes on whatever is shown. */
function Editor({ onSaved, ...props }: EditorProps) {
  const { onEvent } = useBuilder();
  const commits = usePendingCommits();
  const [gate] = useState(createCheckGate);
  const editor = useProfileEditor({
    profile: props.profile,
    check: gate.ask,
    onSaved: (saved) => {
      onEvent({ type: 'profile-updated', uid: saved.uid });
      onSaved?.(saved);
    },
  });
  const stack = useStoreSelector(editor.store, (state) => state.stack);
  const commands = useMemo<StackCommands>(
    () => ({
      getStack: () => editor.store.getState().stack,
      send: (event) => {
        // What was typed a moment ago counts as edited before anything else changes the text.
        commits.flush();
        editor.send(event);
      },
      flush: commits.flush,
    }),
    [editor, commits],
  );
  return (
    <PendingCommitsContext.Provider value={commits}>
      <CheckGateContext.Provider value={gate}>
        <StackWork stack={stack} commands={commands}>
          <EditorBody {...props} editor={editor} commits={commits} />
        </StackWork>
      </CheckGateContext.Provider>
    </PendingCommitsContext.Provider>
  );
}

function EditorBody({
  takeFocus,
  guardRef,
  onReload,
  editor,
  commits,
}: Omit<EditorProps, 'profile' | 'onSaved'> & {
  readonly editor: ProfileEditor;
  readonly commits: PendingCommits;
}) {
  const messages = useMessages('ProfileDetails', profileDetailsMessages);
  const shared = useMessages('Shared', sharedMessages);
  const { adapter } = useAdapterScope();
  const permissions = usePermissions();
  const [openLayerId, setOpenLayerId] = useState<string | null>(null);
  const [showsFaults, setShowsFaults] = useState(false);
  const [showsVariables, setShowsVariables] = useState(false);
  const layersHeading = useRef<HTMLHeadingElement>(null);
  const hadOpenLayer = useRef(false);
  useEffect(() => {
    if (openLayerId === null && hadOpenLayer.current) layersHeading.current?.focus();
    hadOpenLayer.current = openLayerId !== null;
  }, [openLayerId]);
  const state = useStoreSelector(editor.store, (current) => current);
  const { stack, update } = state;
  const savedNames = useMemo(
    () => new Set((state.profile.variables ?? []).map(({ name }) => name)),
    [state.profile],
  );
  const contents = useContents();
  const { findings } = useFindings(stack);
  const changed = changedLayerIds(state);
  const isChanged = isProfileChanged(state);
  const hasErrors = findings.some((found) => found.severity === 'error');
  const openLayer = openLayerId === null ? null : findLayer(stack, openLayerId);
  const isAllowed = permissions.can('clusterProfile.update');
  const canSave = adapter.updateProfile !== undefined && isAllowed;
  const isSaving = update.phase === 'saving' || update.phase === 'checking';
  const changedNames = shared.list([
    ...stack.layers
      .filter((layer) => changed.includes(layer.id))
      .map((layer) => shared.layerNames[layer.kind]),
    ...(haveVariablesChanged(state) ? [messages.variables] : []),
  ]);
  const hasChanges = useStableCallback(() => {
    commits.flush();
    const now = editor.store.getState();
    return isProfileChanged(now) || now.stack.variableInProgress !== null;
  });
  useEffect(() => {
    guardRef.current = hasChanges;
    return () => {
      guardRef.current = null;
    };
  }, [guardRef, hasChanges]);

  const open = (layerId: string | null) => {
    commits.flush();
    setOpenLayerId(layerId);
  };
  const undo = () => {
    commits.flush();
    editor.send({ type: 'undone' });
  };
  const redo = () => {
    commits.flush();
    editor.send({ type: 'redone' });
  };
  const save = () => {
    commits.flush();
    // Text just typed is in the state only now.
    if (!isProfileChanged(editor.store.getState())) return;
    setShowsFaults(true);
    void editor.save();
  };

  return (
    <>
      <ProfileFacts profile={state.profile} takeFocus={takeFocus} />
      {openLayer === null ? (
        <section className="cpb-ProfileDetails-layers">
          <div className="cpb-StepHeading">
            <h3 ref={layersHeading} className="cpb-StepHeading-title" tabIndex={-1}>
              {messages.layers}
            </h3>
            <div className="cpb-StepHeading-actions">
              <Button
                icon="variable"
                aria-expanded={showsVariables}
                onClick={() => {
                  setShowsVariables(!showsVariables);
                }}
              >
                {messages.variables}
                {stack.variables.length === 0 ? null : (
                  <>
                    {' '}
                    <Badge>{stack.variables.length}</Badge>
                  </>
                )}
              </Button>
            </div>
          </div>
          <p className="cpb-StepHeading-intro">{messages.layersHint}</p>
          {showsVariables ? (
            <LazyPart
              part={LazyVariables}
              props={{
                stack,
                savedNames,
                onClose: () => {
                  setShowsVariables(false);
                },
              }}
            />
          ) : null}
          <LayerStackView stack={stack} size="large" onSelect={open} />
        </section>
      ) : null}
      {openLayer === null ? null : (
        <LazyPart
          part={LazyOpenLayer}
          props={{
            stack,
            layer: openLayer,
            content: contents.get(openLayer.id),
            showsFaults,
            onOpen: open,
            send: editor.send,
            onUndo: undo,
            onRedo: redo,
          }}
        />
      )}
      {/* What became of saving stands at the buttons, which are always in view. */}
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
        {showsFaults && hasErrors ? <Notice tone="error">{messages.incomplete}</Notice> : null}
        {isSaving ? (
          <Notice
            tone="info"
            actions={<Button onClick={editor.stopWaiting}>{messages.stopWaiting}</Button>}
          >
            {update.phase === 'checking' ? messages.checking : messages.saving}
          </Notice>
        ) : null}
        <div className="cpb-WizardFooter">
          <Button
            aria-disabled={!isChanged || isSaving}
            onClick={() => {
              commits.flush();
              if (isChanged && !isSaving) editor.discard();
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
            aria-disabled={!canSave || !isChanged || isSaving}
            onClick={() => {
              if (canSave && !isSaving) save();
            }}
          >
            {messages.save}
          </Button>
        </div>
      </div>
    </>
  );
}
