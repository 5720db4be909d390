import type { NameRefusal } from './infoChecks';
import type { NewProfile } from './profile';
import type { ProfileErrorInfo } from './ProfileError';
import { profileInfoSchema, type ProfileInfoValues } from './profileInfo';

/** How far *Finish Configuration* has come. */
export type SaveState =
  | { readonly phase: 'idle' }
  /** Texts are checked before anything is sent. */
  | { readonly phase: 'checking'; readonly requestId: number }
  | {
      readonly phase: 'saving';
      readonly requestId: number;
      /** Name and version as sent. */
      readonly name: string;
      readonly version: string;
      /** An earlier try with this name and version lost its answer. */
      readonly mayExist: boolean;
    }
  | {
      readonly phase: 'failed';
      readonly error: ProfileErrorInfo;
      /** Name and version as sent. */
      readonly name: string;
      readonly version: string;
      /** The answer was lost, so the profile may have been created all the same. */
      readonly mayExist: boolean;
    }
  | { readonly phase: 'saved'; readonly uid: string; readonly profile: NewProfile };

export type SavingState = Extract<SaveState, { phase: 'saving' }>;

/** Whether the flow waits for an answer to *Finish Configuration*. */
export function isFinishing({ save }: { readonly save: SaveState }): boolean {
  return save.phase === 'checking' || save.phase === 'saving';
}

export function isCheck(save: SaveState, requestId: number): boolean {
  return save.phase === 'checking' && save.requestId === requestId;
}

export function isCurrentSave(save: SaveState, requestId: number): save is SavingState {
  return save.phase === 'saving' && save.requestId === requestId;
}

/** @param before how the last try ended */
export function startSave(
  before: SaveState,
  info: ProfileInfoValues,
  requestId: number,
): SavingState {
  const { name, version } = identityOf(info);
  const mayExist =
    before.phase === 'failed' &&
    before.mayExist &&
    before.name === name &&
    before.version === version;
  return { phase: 'saving', requestId, name, version, mayExist };
}

export function failSave(
  { name, version, mayExist: mayBeOurs }: SavingState,
  error: ProfileErrorInfo,
): SaveState {
  const mayExist = mayBeOurs || ANSWER_LOST.has(error.code);
  return { phase: 'failed', error, name, version, mayExist };
}

/** What the failure says about the name; null where it is about something else. */
export function nameRefusalOf(
  { name, version, mayExist: mayBeOurs }: SavingState,
  error: ProfileErrorInfo,
): NameRefusal | null {
  const isAboutName =
    error.code === 'conflict' || (error.code === 'invalid' && error.field !== null);
  if (!isAboutName) return null;
  return {
    name,
    version,
    reason: error.code === 'conflict' ? 'taken' : 'invalid',
    field: error.field ?? 'name',
    serverMessage: error.serverMessage,
    mayBeOurs,
  };
}

/** Failures after which nobody knows whether the profile was created. */
const ANSWER_LOST: ReadonlySet<string> = new Set(['aborted', 'unavailable', 'unknown']);

/** Name and version as they are sent. */
function identityOf(info: ProfileInfoValues): { readonly name: string; readonly version: string } {
  const parsed = profileInfoSchema.safeParse(info);
  return parsed.success ? parsed.data : info;
}
