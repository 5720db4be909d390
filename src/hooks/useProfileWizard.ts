import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { ProfileAdapter } from '../adapters/ProfileAdapter';
import { createStore, type ReadonlyStore } from './createStore';
import { useIsoLayoutEffect } from '../internal/useIsoLayoutEffect';
import { useStableCallback } from '../internal/useStableCallback';
import type { ProfileType } from '../model/layers';
import type { NewProfile } from '../model/profile';
import { toProfileErrorInfo } from '../model/ProfileError';
import type { ProfileDraft } from '../model/profileDraft';
import { buildNewProfile, draftFromWizard } from '../model/wizardContent';
import { createProfileWizardState, reduceBySeverities } from '../model/profileWizard';
import type { ProfileWizardEvent, ProfileWizardState, WizardStepId } from '../model/wizardState';
import type { Provider } from '../model/providers';
import { NO_OVERRIDES, type SeverityOverrides } from '../model/severities';
import { useAdapterScope } from './AdapterContext';
import { useReportError } from './ErrorReportContext';
import { nextAttempt, orAborted, passesCheck, type WriteAttempt, type WriteCheck } from './writes';

/** A profile that was just created. */
export interface CreatedProfile extends NewProfile {
  readonly uid: string;
}

export interface UseProfileWizardOptions {
  /** @default the adapter from context */
  readonly adapter?: ProfileAdapter | undefined;
  /** Where to start. Later changes are ignored. */
  readonly defaultDraft?: Partial<ProfileDraft> | undefined;
  /** The type a new profile has. @default `infra` */
  readonly defaultType?: ProfileType | undefined;
  /** Providers that `defaultDraft` may name beside the built-in ones. */
  readonly providers?: readonly Provider[] | undefined;
  /** Controlled: the step that is shown. Only visited steps can be. */
  readonly stepId?: WizardStepId | undefined;
  /** @default `info` */
  readonly defaultStepId?: WizardStepId | undefined;
  /** Called inside the event that moves to another step. */
  readonly onStepIdChange?: ((stepId: WizardStepId) => void) | undefined;
  /**
   * Called with every change of what would be lost, at most once per event. A draft is to be stored, so
   * secrets are left out of it, whatever stores it: `********` stands where a password or the default of
   * a masked variable was. Given back as `defaultDraft`, it shows an error at each of them, until the
   * secret is entered again. Manifests, which have no rules that tell of secrets, are in it as they are.
   */
  readonly onDraftChange?: ((draft: ProfileDraft) => void) | undefined;
  /**
   * How much findings about the choices weigh, by code; findings of severity `error` stop the way on.
   * @default ours
   */
  readonly severities?: SeverityOverrides | undefined;
  /**
   * Called by `finish` before anything is sent, with a signal that aborts when the user stops waiting.
   * Findings of severity `error` stop it; a check that fails does not. `useStackChecks` has one.
   */
  readonly check?: WriteCheck | undefined;
  /** Called once the profile is created and published. */
  readonly onCreated?: ((profile: CreatedProfile) => void) | undefined;
  /** Called when the user gives up. The draft is as it stood, without secrets as for `onDraftChange`. */
  readonly onCancel?: ((draft: ProfileDraft) => void) | undefined;
}

export interface ProfileWizardCommands {
  /** Read it with `useStoreSelector(store, selector)`. */
  readonly store: ReadonlyStore<ProfileWizardState>;
  /** Sends any event of the flow. */
  readonly send: (event: ProfileWizardEvent) => void;
  /** The forward button. Returns whether it moved; else the faults are shown. */
  readonly next: () => boolean;
  readonly back: () => void;
  /** Opens a step that was visited. */
  readonly goTo: (stepId: WizardStepId) => void;
  /** Opens a layer, or with null the profile stack. */
  readonly openLayer: (layerId: string | null) => void;
  /** Creates and publishes the profile: one request, however often it is called. */
  readonly finish: () => Promise<void>;
  /** Stops waiting for the answer to `finish`. */
  readonly stopWaiting: () => void;
  readonly cancel: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Starts over, empty. */
  readonly restart: () => void;
}

/** The whole flow without any look. All functions keep their identity. */
export function useProfileWizard(options: UseProfileWizardOptions = {}): ProfileWizardCommands {
  const { adapter, queryClient } = useAdapterScope(options.adapter);
  const reportError = useReportError();
  const reduce = useStableCallback((state: ProfileWizardState, event: ProfileWizardEvent) =>
    reduceBySeverities(state, event, options.severities ?? NO_OVERRIDES),
  );
  const [store] = useState(() =>
    createStore(
      reduce,
      createProfileWizardState({
        draft: options.defaultDraft,
        providers: options.providers,
        type: options.defaultType,
        stepId: options.stepId ?? options.defaultStepId,
        severities: options.severities,
      }),
    ),
  );
  const inFlight = useRef<AbortController | null>(null);
  const attempt = useRef<WriteAttempt | null>(null);
  const lastRequestId = useRef(0);
  const [stepCheck, recheckStep] = useReducer((count: number) => count + 1, 0);

  const send = useStableCallback((event: ProfileWizardEvent) => {
    const before = store.getState();
    store.send(event);
    const after = store.getState();
    if (after === before) return;
    if (after.stepId !== before.stepId) {
      options.onStepIdChange?.(after.stepId);
      // A host that ignores the change gets its own step back with the next commit.
      if (options.stepId !== undefined) recheckStep();
    }
    if (after.info !== before.info || after.stack !== before.stack) {
      options.onDraftChange?.(draftFromWizard(after));
    }
  });

  /** Also after a failure: the profile may exist, or the name be taken meanwhile. */
  const forgetProfiles = () => {
    void queryClient.invalidateQueries({ queryKey: ['profiles'] });
    void queryClient.invalidateQueries({ queryKey: ['name'] });
  };

  const finish = useStableCallback(async () => {
    // Writes are first-wins: aborting a request does not un-create a profile.
    if (inFlight.current !== null || store.getState().save.phase === 'saved') return;
    const profile = buildNewProfile(store.getState(), options.severities);
    if (profile === null) {
      send({ type: 'finishRefused' });
      return;
    }
    lastRequestId.current += 1;
    const requestId = lastRequestId.current;
    const controller = new AbortController();
    inFlight.current = controller;
    if (options.check !== undefined) {
      send({ type: 'checkStarted', requestId });
      if (!(await passesCheck(options.check, controller.signal))) {
        inFlight.current = null;
        const { aborted } = controller.signal;
        send(aborted ? { type: 'checkStopped', requestId } : { type: 'finishRefused' });
        return;
      }
    }
    attempt.current = nextAttempt(attempt.current, profile);
    send({ type: 'saveStarted', requestId });
    let uid: string;
    try {
      const context = { signal: controller.signal, idempotencyKey: attempt.current.key };
      ({ uid } = await orAborted(adapter.createProfile(profile, context), controller.signal));
    } catch (cause) {
      inFlight.current = null;
      const error = toProfileErrorInfo(cause);
      send({ type: 'saveFailed', requestId, error });
      forgetProfiles();
      reportError(error, { area: 'create' });
      return;
    }
    inFlight.current = null;
    send({ type: 'saveSucceeded', requestId, uid, profile });
    forgetProfiles();
    options.onCreated?.({ ...profile, uid });
  });

  const stopWaiting = useStableCallback(() => inFlight.current?.abort());
  const cancel = useStableCallback(() => options.onCancel?.(draftFromWizard(store.getState())));
  const restart = useStableCallback(() => {
    inFlight.current?.abort();
    attempt.current = null;
    const state = createProfileWizardState({
      providers: options.providers,
      type: options.defaultType,
      severities: options.severities,
    });
    send({ type: 'restarted', state });
  });

  useEffect(
    () => () => {
      inFlight.current?.abort();
    },
    [],
  );

  const { stepId } = options;
  useIsoLayoutEffect(() => {
    // Controlled: the committed step wins, as far as the flow has been.
    if (stepId !== undefined) store.send({ type: 'stepSelected', stepId });
  }, [stepId, stepCheck, store]);

  return useMemo(
    () => ({
      store,
      send,
      next: () => {
        const before = store.getState();
        send({ type: 'nextPressed' });
        const after = store.getState();
        return after !== before && after.refusalCount === before.refusalCount;
      },
      back: () => {
        send({ type: 'backPressed' });
      },
      goTo: (target) => {
        send({ type: 'stepSelected', stepId: target });
      },
      openLayer: (layerId) => {
        send({ type: 'layerOpened', layerId });
      },
      finish,
      stopWaiting,
      cancel,
      undo: () => {
        send({ type: 'undone' });
      },
      redo: () => {
        send({ type: 'redone' });
      },
      restart,
    }),
    [store, send, finish, stopWaiting, cancel, restart],
  );
}
