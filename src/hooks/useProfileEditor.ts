import { useEffect, useMemo, useRef, useState } from 'react';
import type { ProfileAdapter } from '../adapters/ProfileAdapter';
import { createStore, type ReadonlyStore } from './createStore';
import { useStableCallback } from '../internal/useStableCallback';
import { checkLayers } from '../model/diagnostics';
import type { Profile, ProfileUpdate } from '../model/profile';
import { toProfileErrorInfo } from '../model/ProfileError';
import { buildProfileLayers } from '../model/profileDraft';
import {
  createProfileEditorState,
  reduceProfileEditor,
  type ProfileEditorEvent,
  type ProfileEditorState,
} from '../model/profileEditor';
import { useAdapterScope } from './AdapterContext';
import { useReportError } from './ErrorReportContext';
import { nextAttempt, orAborted, type WriteAttempt } from './writes';

export interface UseProfileEditorOptions {
  /** @default the adapter from context */
  readonly adapter?: ProfileAdapter | undefined;
  /** The profile to change. Later changes are ignored; use a `key`. */
  readonly profile: Profile;
  readonly onSaved?: ((profile: Profile) => void) | undefined;
}

export interface ProfileEditor {
  readonly store: ReadonlyStore<ProfileEditorState>;
  readonly send: (event: ProfileEditorEvent) => void;
  /** Saves and publishes the changes: one request, however often it is called. */
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

  const send = useStableCallback((event: ProfileEditorEvent) => {
    store.send(event);
  });

  const save = useStableCallback(async () => {
    const { profile, stack } = store.getState();
    if (inFlight.current !== null || adapter.updateProfile === undefined) return;
    if (checkLayers(stack).some((found) => found.severity === 'error')) return;
    const controller = new AbortController();
    inFlight.current = controller;
    const update: ProfileUpdate = {
      uid: profile.uid,
      expectedModifiedAt: profile.modifiedAt,
      layers: buildProfileLayers(stack),
    };
    attempt.current = nextAttempt(attempt.current, update);
    send({ type: 'updateStarted' });
    let saved: Profile;
    try {
      saved = await orAborted(
        adapter.updateProfile(update, {
          signal: controller.signal,
          idempotencyKey: attempt.current.key,
        }),
        controller.signal,
      );
    } catch (cause) {
      inFlight.current = null;
      const error = toProfileErrorInfo(cause);
      send({ type: 'updateFailed', error });
      reportError(error, { area: 'update' });
      return;
    }
    inFlight.current = null;
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
