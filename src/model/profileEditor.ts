import type { LayerStack } from './layerStack';
import type { Profile, ProfileLayer } from './profile';
import { buildProfileLayer, createStackFromDraft, draftFromProfile } from './profileDraft';
import type { ProfileErrorInfo } from './ProfileError';
import type { Provider } from './providers';
import { reduceLayerStack, type LayerStackEvent } from './reduceLayerStack';

export type UpdateState =
  | { readonly phase: 'idle' }
  /** Texts are checked before anything is sent. */
  | { readonly phase: 'checking' }
  | { readonly phase: 'saving' }
  | { readonly phase: 'saved' }
  | {
      readonly phase: 'failed';
      readonly error: ProfileErrorInfo;
      /** With `conflict`: what was changed meanwhile may be the try before, whose answer was lost. */
      readonly mayBeOurs: boolean;
    };

/** A saved profile while its layers are changed. Serialisable. */
export interface ProfileEditorState {
  /** As the backend has it. */
  readonly profile: Profile;
  readonly stack: LayerStack;
  readonly update: UpdateState;
}

export type ProfileEditorEvent =
  /** A profile's cloud type never changes: `providerSelected` is ignored. */
  | LayerStackEvent
  | { readonly type: 'checkStarted' }
  /** Errors were found, or the user did not want to wait. */
  | { readonly type: 'checkStopped' }
  | { readonly type: 'updateStarted' }
  | { readonly type: 'updateSucceeded'; readonly profile: Profile }
  | {
      readonly type: 'updateFailed';
      readonly error: ProfileErrorInfo;
      /** See `UpdateState`. @default false */
      readonly mayBeOurs?: boolean | undefined;
    }
  /** Back to what the backend has. Not while saving. */
  | { readonly type: 'discarded' };

export function createProfileEditorState(profile: Profile): ProfileEditorState {
  return {
    profile,
    stack: savedStack(profile),
    update: { phase: 'idle' },
  };
}

export function reduceProfileEditor(
  state: ProfileEditorState,
  event: ProfileEditorEvent,
): ProfileEditorState {
  switch (event.type) {
    case 'checkStarted':
      return { ...state, update: { phase: 'checking' } };
    case 'checkStopped':
      return state.update.phase === 'checking' ? { ...state, update: IDLE } : state;
    case 'updateStarted':
      return { ...state, update: { phase: 'saving' } };
    case 'updateSucceeded':
      return {
        profile: event.profile,
        stack: adoptManifestUids(state.stack, event.profile),
        update: { phase: 'saved' },
      };
    case 'updateFailed':
      return {
        ...state,
        update: { phase: 'failed', error: event.error, mayBeOurs: event.mayBeOurs ?? false },
      };
    case 'discarded':
      return state.update.phase === 'saving' || state.update.phase === 'checking'
        ? state
        : discard(state);
    case 'providerSelected':
      return state;
    default: {
      const stack = reduceLayerStack(state.stack, event);
      if (stack === state.stack) return state;
      // Defaults that arrive change nothing the user did.
      const isOwnChange = event.type !== 'valuesLoaded';
      const update = isOwnChange && state.update.phase === 'saved' ? IDLE : state.update;
      return { ...state, stack, update };
    }
  }
}

/** The saved stack. Editors of texts that are still shown learn by the revision to take it over. */
function discard(state: ProfileEditorState): ProfileEditorState {
  const saved = createProfileEditorState(state.profile);
  const texts = Object.entries(saved.stack.texts).map(([textId, text]) => {
    const left = state.stack.texts[textId];
    const isAsLeft = left?.text === text.text;
    const revision = left === undefined ? 0 : left.revision + (isAsLeft ? 0 : 1);
    return [textId, { ...text, base: text.base ?? left?.base ?? null, revision }] as const;
  });
  return { ...saved, stack: { ...saved.stack, texts: Object.fromEntries(texts) } };
}

/** Gives manifests that were just saved the server's identifiers, so that they are not created again. */
function adoptManifestUids(stack: LayerStack, profile: Profile): LayerStack {
  const saved = savedStack(profile);
  const uids = new Map<string, string>();
  for (const layer of stack.layers) {
    const after = saved.layers.find((candidate) => candidate.id === layer.id);
    for (const manifest of layer.manifests) {
      const name = manifest.name.trim();
      const uid = after?.manifests.find((candidate) => candidate.name === name)?.uid;
      if (uid !== undefined && uid !== manifest.uid) uids.set(manifest.id, uid);
    }
  }
  if (uids.size === 0) return stack;
  const adopt = (layers: LayerStack['layers']) =>
    layers.map((layer) => ({
      ...layer,
      manifests: layer.manifests.map((manifest) => {
        const uid = uids.get(manifest.id);
        return uid === undefined ? manifest : { ...manifest, uid };
      }),
    }));
  const adoptAll = (snapshots: LayerStack['past']) =>
    snapshots.map((snapshot) => ({ ...snapshot, layers: adopt(snapshot.layers) }));
  return {
    ...stack,
    layers: adopt(stack.layers),
    past: adoptAll(stack.past),
    future: adoptAll(stack.future),
  };
}

const IDLE: UpdateState = { phase: 'idle' };

/** Whether the layers differ from the saved ones. */
export function isProfileChanged(state: ProfileEditorState): boolean {
  return changedLayerIds(state).length > 0 || haveVariablesChanged(state);
}

/** Whether the variables differ from the saved ones. */
export function haveVariablesChanged({
  profile,
  stack,
}: Pick<ProfileEditorState, 'profile' | 'stack'>): boolean {
  const saved = profile.variables ?? [];
  // Both are plain data of one shape.
  return saved !== stack.variables && JSON.stringify(saved) !== JSON.stringify(stack.variables);
}

/** Whether a profile has these very layers and variables. */
export function hasContentOf(profile: Profile, stack: LayerStack): boolean {
  return (
    profile.layers.length === stack.layers.length &&
    changedLayerIds({ profile, stack }).length === 0 &&
    !haveVariablesChanged({ profile, stack })
  );
}

/** The layers that differ from the saved ones. */
export function changedLayerIds({
  profile,
  stack,
}: Pick<ProfileEditorState, 'profile' | 'stack'>): readonly string[] {
  const saved = savedStack(profile);
  return stack.layers.flatMap((layer) => {
    const before = saved.layers.find((candidate) => candidate.id === layer.id);
    const isSame =
      before !== undefined &&
      sameLayer(buildProfileLayer(stack, layer), buildProfileLayer(saved, before));
    return isSame ? [] : [layer.id];
  });
}

function sameLayer(a: ProfileLayer | null, b: ProfileLayer | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.registryUid === b.registryUid &&
    a.packName === b.packName &&
    a.tag === b.tag &&
    a.packUid === b.packUid &&
    sameText(a.values, b.values) &&
    a.manifests.length === b.manifests.length &&
    a.manifests.every((manifest, at) => {
      const other = b.manifests[at];
      return other?.name === manifest.name && sameText(other.content, manifest.content);
    })
  );
}

/** A backend may trim the end, so that is no difference. */
function sameText(a: string, b: string): boolean {
  return a === b || a.trimEnd() === b.trimEnd();
}

const savedStacks = new WeakMap<Profile, LayerStack>();

/** The layers of a saved profile as a stack. The same stack for the same profile. */
function savedStack(profile: Profile): LayerStack {
  const known = savedStacks.get(profile);
  if (known !== undefined) return known;
  const stack = createStackFromDraft(
    providerOf(profile),
    draftFromProfile(profile).layers,
    profile.variables,
  );
  savedStacks.set(profile, stack);
  return stack;
}

function providerOf(profile: Profile): Pick<Provider, 'cloudType' | 'layers'> {
  return {
    cloudType: profile.cloudType,
    layers: profile.layers.map((layer) => layer.kind).filter((kind) => kind !== 'addon'),
  };
}
