import { useEffect, useMemo, useRef, useState } from 'react';
import type { ProfileAdapter } from '../adapters/ProfileAdapter';
import { createStore, type ReadonlyStore } from './createStore';
import { useStableCallback } from '../internal/useStableCallback';
import { checkLayers } from '../model/diagnostics';
import type { LayerStack } from '../model/layerStack';
import type { Profile, ProfileUpdate } from '../model/profile';
import { toProfileErrorInfo, type ProfileErrorCode } from '../model/ProfileError';
import { buildProfileLayers } from '../model/profileDraft';
import {
  createProfileEditorState,
  hasContentOf,
  isProfileChanged,
  reduceProfileEditor,
  type ProfileEditorEvent,
  type ProfileEditorState,
} from '../model/profileEditor';
import {
  applySeverities,
  hasErrors,
  NO_OVERRIDES,
  type SeverityOverrides,
} from '../model/severities';
import { useAdapterScope } from './AdapterContext';
import { useReportError } from './ErrorReportContext';
import { nextAttempt, orAborted, passesCheck, type WriteAttempt, type WriteCheck } from './writes';

export interface UseProfileEditorOptions {
  /** @default the adapter from context */
  readonly adapter?: ProfileAdapter | undefined;
  /** The profile to change. Later changes are ignored; use a `key`. */
  readonly profile: Profile;
  /** See `UseProfileWizardOptions.severities`. @default ours */
  readonly severities?: SeverityOverrides | undefined;
  /** Called before anything is sent; see `UseProfileWizardOptions.check`. */
  readonly check?: WriteCheck | undefined;
  readonly onSaved?: ((profile: Profile) => void) | undefined;
}

export interface ProfileEditor {
  readonly store: ReadonlyStore<ProfileEditorState>;
  readonly send: (event: ProfileEditorEvent) => void;
  /** Saves and publishes the changes: one request, however often it is called; none when nothing changed. */
  readonly save: () => Promise<void>;
  /** Stops waiting for the answer to `save`. */
  readonly stopWaiting: () => void;
  readonly discard: () => void;
}

/** Changing the layers of a saved profile, with the same stack as in the wizard. */
export function useProfileEditor(options: UseProfileEditorOptions): ProfileEditor {
  const { adapter, queryClient } = useAdapterScope(options.adapter);
  const reportError = useReportError();
  const [store] = useState(() =>
    createStore(reduceProfileEditor, createProfileEditorState(options.profile)),
  );
  const inFlight = useRef<AbortController | null>(null);
  const attempt = useRef<WriteAttempt | null>(null);
  /** What was sent and never answered, since the last answer that counts. */
  const lost = useRef<readonly LayerStack[]>([]);

  const send = useStableCallback((event: ProfileEditorEvent) => {
    store.send(event);
  });

  /** The profile as the backend has it now; null when that cannot be learnt. */
  async function readAgain(uid: string, signal: AbortSignal): Promise<Profile | null> {
    if (adapter.getProfile === undefined) return null;
    try {
      return await orAborted(adapter.getProfile(uid, { signal }), signal);
    } catch (cause) {
      const error = toProfileErrorInfo(cause);
      if (error.code !== 'aborted') reportError(error, { area: 'profile' });
      return null;
    }
  }

  function request(stack: LayerStack, base: Profile, signal: AbortSignal): Promise<Profile> {
    if (adapter.updateProfile === undefined) throw new Error('The adapter has no updateProfile.');
    const update: ProfileUpdate = {
      uid: base.uid,
      expectedModifiedAt: base.modifiedAt,
      layers: buildProfileLayers(stack),
      variables: stack.variables,
    };
    attempt.current = nextAttempt(attempt.current, update);
    const context = { signal, idempotencyKey: attempt.current.key };
    return orAborted(adapter.updateProfile(update, context), signal);
  }

  /** Sends the layers. A conflict with a try of our own whose answer was lost is no conflict. */
  async function write(stack: LayerStack, base: Profile, signal: AbortSignal): Promise<Profile> {
    try {
      return await request(stack, base, signal);
    } catch (cause) {
      if (toProfileErrorInfo(cause).code !== 'conflict' || lost.current.length === 0) throw cause;
      const found = await readAgain(base.uid, signal);
      if (found === null) throw cause;
      if (hasContentOf(found, stack)) return found;
      if (!lost.current.some((sent) => hasContentOf(found, sent))) throw cause;
      // The try before arrived, and the layers were changed after it: that comes on top.
      return await request(stack, found, signal);
    }
  }

  const save = useStableCallback(async () => {
    const state = store.getState();
    if (inFlight.current !== null || adapter.updateProfile === undefined) return;
    if (!isProfileChanged(state)) return;
    const { severities = NO_OVERRIDES } = options;
    if (hasErrors(applySeverities(checkLayers(state.stack), severities))) return;
    const controller = new AbortController();
    inFlight.current = controller;
    if (options.check !== undefined) {
      send({ type: 'checkStarted' });
      const passes = await passesCheck(options.check, controller.signal);
      if (!passes) {
        inFlight.current = null;
        send({ type: 'checkStopped' });
        return;
      }
    }
    send({ type: 'updateStarted' });
    let saved: Profile;
    try {
      saved = await write(state.stack, state.profile, controller.signal);
    } catch (cause) {
      inFlight.current = null;
      const error = toProfileErrorInfo(cause);
      const mayBeOurs = error.code === 'conflict' && lost.current.length > 0;
      if (LOST_ANSWER.has(error.code)) lost.current = [...lost.current, state.stack];
      send({ type: 'updateFailed', error, mayBeOurs });
      reportError(error, { area: 'update' });
      return;
    }
    inFlight.current = null;
    lost.current = [];
    send({ type: 'updateSucceeded', profile: saved });
    queryClient.setQueryData(['profile', saved.uid], saved);
    void queryClient.invalidateQueries({ queryKey: ['profiles'] });
    options.onSaved?.(saved);
  });

  const stopWaiting = useStableCallback(() => inFlight.current?.abort());
  const discard = useStableCallback(() => {
    send({ type: 'discarded' });
  });

  useEffect(
    () => () => {
      inFlight.current?.abort();
    },
    [],
  );

  return useMemo(
    () => ({ store, send, save, stopWaiting, discard }),
    [store, send, save, stopWaiting, discard],
  );
}

/** After these nobody knows whether the update was made. */
const LOST_ANSWER: ReadonlySet<ProfileErrorCode> = new Set(['aborted', 'unavailable', 'unknown']);
