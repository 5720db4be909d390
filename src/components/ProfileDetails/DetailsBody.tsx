import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { ProfileEditor } from '../../hooks/useProfileEditor';
import { useStoreSelector } from '../../hooks/useStoreSelector';
import { useStableCallback } from '../../internal/useStableCallback';
import { findLayer } from '../../model/layerStack';
import { isProfileChanged } from '../../model/profileEditor';
import { hasErrors } from '../../model/severities';
import { LayerStackView } from '../LayerStackView/LayerStackView';
import { reviewedPlace } from '../LayerText/reviewedPlace';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { ChecksFailed } from '../StackReview/ChecksFailed';
import type { ReviewTarget } from '../StackReview/ReviewTarget';
import { useFindings } from '../StackWork/StackFindings';
import { useContents } from '../StackWork/StackWork';
import { VariablesButton } from '../StackWork/VariablesButton';
import {
  VARIABLES_LIST,
  variablesTarget,
  type VariablesTarget,
} from '../StackWork/variablesTarget';
import { LazyPart } from '../ui/LazyPart';
import { lazyWithRetry } from '../ui/lazyWithRetry';
import type { PendingCommits } from '../ui/PendingCommits';
import { DetailsFoot } from './DetailsFoot';
import { profileDetailsMessages } from './messages';
import { ProfileFacts } from './ProfileFacts';

/** Commits what is being typed and tells whether anything would be lost. */
export type LeaveGuard = () => boolean;

export interface DetailsBodyProps {
  /** Whether the heading is to take the focus; true once at most. */
  readonly takeFocus: () => boolean;
  readonly guardRef: RefObject<LeaveGuard | null>;
  readonly onReload: () => void;
  readonly editor: ProfileEditor;
  readonly commits: PendingCommits;
}

const LazyVariables = lazyWithRetry(
  async () => (await import('../StackWork/ProfileVariables')).ProfileVariables,
);
const LazyProblems = lazyWithRetry(async () => (await import('./DetailsProblems')).DetailsProblems);
const LazyOpenLayer = lazyWithRetry(async () => (await import('./OpenLayer')).OpenLayer);

const NO_TARGET = { to: null, token: 0 };

/** What a saved profile is, its layers and variables, and what keeps it from being saved. */
export function DetailsBody({ takeFocus, guardRef, onReload, editor, commits }: DetailsBodyProps) {
  const messages = useMessages('ProfileDetails', profileDetailsMessages);
  const [openLayerId, setOpenLayerId] = useState<string | null>(null);
  const [showsFaults, setShowsFaults] = useState(false);
  const [shownVariables, setShownVariables] = useState<VariablesTarget | null>(null);
  const [target, setTarget] = useState<{ to: ReviewTarget | null; token: number }>(NO_TARGET);
  const [refusalCount, setRefusalCount] = useState(0);
  const answeredRef = useRef(0);
  const isStopped = useRef(false);
  const layersHeading = useRef<HTMLHeadingElement>(null);
  const hadOpenLayer = useRef(false);
  useEffect(() => {
    const isBack = openLayerId === null && hadOpenLayer.current;
    // The form of a variable takes the focus itself.
    if (isBack && variablesTarget(target.to) === null) layersHeading.current?.focus();
    hadOpenLayer.current = openLayerId !== null;
  }, [openLayerId, target]);
  const state = useStoreSelector(editor.store, (current) => current);
  const { stack } = state;
  const savedNames = useMemo(
    () => new Set((state.profile.variables ?? []).map(({ name }) => name)),
    [state.profile],
  );
  const contents = useContents();
  const { findings, variables, status, retry } = useFindings(stack);
  const isChanged = isProfileChanged(state);
  const isOpen = hasErrors([...findings, ...variables]);
  const openLayer = openLayerId === null ? null : findLayer(stack, openLayerId);
  const hasChanges = useStableCallback(() => {
    commits.flush();
    const now = editor.store.getState();
    return !commits.isSettled() || isProfileChanged(now) || now.stack.variableInProgress !== null;
  });
  useEffect(() => {
    guardRef.current = hasChanges;
    return () => {
      guardRef.current = null;
    };
  }, [guardRef, hasChanges]);

  const open = (layerId: string | null) => {
    commits.flush();
    setTarget(({ token }) => ({ to: null, token }));
    // The form of a variable that a problem led to is not opened a second time.
    setShownVariables((shown) => (shown === null ? null : VARIABLES_LIST));
    setOpenLayerId(layerId);
  };
  const openTarget = (to: ReviewTarget) => {
    if (to.stepId !== 'layers') return;
    open(to.layerId);
    setTarget(({ token }) => ({ to, token: token + 1 }));
    setShownVariables(variablesTarget(to));
  };
  const undo = () => {
    commits.flush();
    editor.send({ type: 'undone' });
  };
  const redo = () => {
    commits.flush();
    editor.send({ type: 'redone' });
  };
  const save = async () => {
    commits.flush();
    if (!commits.isSettled()) {
      const isSettled = await commits.settled();
      // The profile was left meanwhile.
      if (!isSettled || guardRef.current !== hasChanges) return;
    }
    // Text just typed is in the state only now.
    if (!isProfileChanged(editor.store.getState())) return;
    setShowsFaults(true);
    isStopped.current = false;
    await editor.save();
    const isRefused = editor.store.getState().update.phase === 'idle' && !isStopped.current;
    if (isRefused) setRefusalCount((count) => count + 1);
  };

  return (
    <>
      <ProfileFacts profile={state.profile} takeFocus={takeFocus} />
      {showsFaults && isOpen ? (
        <LazyPart
          part={LazyProblems}
          props={{ stack, refusalCount, answeredRef, onOpen: openTarget }}
        />
      ) : null}
      {status === 'failed' && isChanged ? <ChecksFailed onRetry={retry} /> : null}
      {openLayer === null ? (
        <section className="cpb-ProfileDetails-layers">
          <div className="cpb-StepHeading">
            <h3 ref={layersHeading} className="cpb-StepHeading-title" tabIndex={-1}>
              {messages.layers}
            </h3>
            <div className="cpb-StepHeading-actions">
              <VariablesButton
                stack={stack}
                label={messages.variables}
                begunLabel={messages.variableBegun}
                isExpanded={shownVariables !== null}
                onPress={() => {
                  setShownVariables(shownVariables === null ? VARIABLES_LIST : null);
                }}
              />
            </div>
          </div>
          <p className="cpb-StepHeading-intro">{messages.layersHint}</p>
          {shownVariables === null ? null : (
            <LazyPart
              part={LazyVariables}
              props={{
                stack,
                savedNames,
                ...shownVariables,
                openToken: target.token,
                onClose: () => {
                  setShownVariables(null);
                },
              }}
            />
          )}
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
            goTo: reviewedPlace(target.to, target.token),
          }}
        />
      )}
      <DetailsFoot
        editor={editor}
        commits={commits}
        showsFaults={showsFaults && isOpen}
        onReload={onReload}
        onSave={save}
        onStopWaiting={() => {
          isStopped.current = true;
          editor.stopWaiting();
        }}
      />
    </>
  );
}
