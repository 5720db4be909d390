import { useCallback, useMemo, useRef, useState } from 'react';
import type { ProfileAdapter } from '../../adapters/ProfileAdapter';
import { useProfileEditor } from '../../hooks/useProfileEditor';
import { useProfile } from '../../hooks/useProfiles';
import { useStoreSelector } from '../../hooks/useStoreSelector';
import type { Profile } from '../../model/profile';
import { useBuilder, useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { WithAdapter } from '../ProfileBuilderProvider/ProfileBuilderProvider';
import { StackWork } from '../StackWork/StackWork';
import { Button } from '../ui/Button';
import { CheckGateContext, createCheckGate } from '../ui/CheckGate';
import { LeaveDialog } from '../ui/LeaveDialog';
import { PendingCommitsContext, usePendingCommits } from '../ui/PendingCommits';
import { Loading, RequestFailure, SkeletonLines } from '../ui/RequestStates';
import { Root } from '../ui/Root';
import type { StackCommands } from '../ui/StackCommands';
import { DetailsBody, type DetailsBodyProps, type LeaveGuard } from './DetailsBody';
import { profileDetailsMessages } from './messages';

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

interface EditorProps extends Omit<DetailsBodyProps, 'editor' | 'commits'> {
  readonly profile: Profile;
  readonly onSaved: ProfileDetailsProps['onSaved'];
}

/** A profile that can be changed, and the work on it that goes on whatever is shown. */
function Editor({ onSaved, ...props }: EditorProps) {
  const { onEvent, severities } = useBuilder();
  const commits = usePendingCommits();
  const [gate] = useState(createCheckGate);
  const editor = useProfileEditor({
    profile: props.profile,
    severities,
    check: gate.ask,
    onSaved: (saved) => {
      onEvent({ type: 'profile-updated', uid: saved.uid });
      onSaved?.(saved);
    },
  });
  const stack = useStoreSelector(editor.store, (state) => state.stack);
  const savedVariables = useStoreSelector(editor.store, (state) => state.profile.variables);
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
        <StackWork stack={stack} commands={commands} savedVariables={savedVariables}>
          <DetailsBody {...props} editor={editor} commits={commits} />
        </StackWork>
      </CheckGateContext.Provider>
    </PendingCommitsContext.Provider>
  );
}
