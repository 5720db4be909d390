import { formatTag } from './tags';
import { DEFAULT_PROFILE_VERSION, type ProfileInfoValues } from './profileInfo';
import {
  createLayerStack,
  layerValues,
  manifestText,
  manifestTextId,
  valuesTextId,
  type ChosenPack,
  type LayerStack,
  type StackLayer,
  type StackManifest,
  type StackText,
} from './layerStack';
import type { LayerKind } from './layers';
import { textWithoutSecrets } from './textWithoutSecrets';
import type { Profile, ProfileLayer } from './profile';
import type { Provider } from './providers';
import { carryOfDraft, draftCarry, type DraftCarry } from './draftCarry';
import type { ValuesCarry } from './valuesCarry';
import type { ProfileVariable, VariableInProgress } from './variables';

/**
 * Unfinished work as a host keeps it: serialisable, complete, without undo, and without secrets. In place
 * of a value that the pack's rules declare a password, and of the default of a masked variable, stands
 * `********`; until it is entered again, that is an error where it stands.
 */
export interface ProfileDraft {
  readonly info: ProfileInfoValues;
  readonly cloudType: string;
  /** Lowest layer first. */
  readonly layers: readonly DraftLayer[];
  /** @default none */
  readonly variables?: readonly ProfileVariable[] | undefined;
  /** What was typed for a variable that is not created, or not changed, yet. @default nothing */
  readonly variableInProgress?: VariableInProgress | null | undefined;
}

export interface DraftLayer {
  readonly kind: LayerKind;
  readonly registryUid?: string | null | undefined;
  readonly pack?: ChosenPack | null | undefined;
  /** Values as edited; left out, the pack's defaults. */
  readonly values?: string | undefined;
  /** Dotted paths of the secrets in the values. @default those of the pack's rules, once they are loaded */
  readonly secretPaths?: readonly string[] | undefined;
  readonly manifests?: readonly DraftManifest[] | undefined;
  /** Edits that came along from another version, as long as they wait for the user. @default none */
  readonly carried?: DraftCarry | undefined;
}

export interface DraftManifest {
  readonly name: string;
  readonly content: string;
  readonly uid?: string | undefined;
}

/** The stack a draft describes. Layers that the provider has and the draft lacks are empty. */
export function createStackFromDraft(
  provider: Pick<Provider, 'cloudType' | 'layers'>,
  layers: readonly DraftLayer[],
  variables: readonly ProfileVariable[] = [],
): LayerStack {
  const stack = createLayerStack(provider);
  const texts: Record<string, StackText> = {};
  const carries: Record<string, ValuesCarry> = {};
  const ids = new Set<string>();
  let nextId = 1;

  const place = (draft: DraftLayer): StackLayer => {
    const id = freeLayerId(draft.kind, ids);
    ids.add(id);
    const manifests: StackManifest[] = (draft.manifests ?? []).map((manifest) => {
      const manifestId = `manifest-${nextId}`;
      nextId += 1;
      texts[manifestTextId(manifestId)] = {
        text: manifest.content,
        base: manifest.uid === undefined ? null : manifest.content,
        revision: 0,
      };
      return { id: manifestId, name: manifest.name, uid: manifest.uid };
    });
    const layer: StackLayer = {
      id,
      kind: draft.kind,
      registryUid: draft.registryUid ?? draft.pack?.registryUid ?? null,
      pack: draft.pack ?? null,
      manifests,
    };
    const textId = valuesTextId(layer);
    if (textId !== null && draft.values !== undefined) {
      const { secretPaths } = draft;
      texts[textId] = {
        text: draft.values,
        base: null,
        revision: 0,
        ...(secretPaths !== undefined && { secretPaths }),
      };
    }
    const carry = carryOfDraft(draft.carried, layer);
    if (carry !== null) {
      carries[carry.textId] = carry;
      texts[carry.from.textId] = { text: draft.carried?.values ?? '', base: null, revision: 0 };
    }
    return layer;
  };

  const rest = new Set(layers);
  const core = stack.layers.map((empty) => {
    const draft = layers.find((layer) => layer.kind === empty.kind);
    if (draft !== undefined) rest.delete(draft);
    return draft === undefined ? empty : place(draft);
  });
  // Layers the provider does not know, or knows once, are shown, not dropped: something else saved them.
  const others = [...rest].map(place);
  return { ...stack, layers: [...core, ...others], texts, carries, variables, nextId };
}

/** The kind for the first core layer of it; `addon-1`, `addon-2` … for the rest. */
function freeLayerId(kind: LayerKind, ids: ReadonlySet<string>): string {
  if (kind !== 'addon' && !ids.has(kind)) return kind;
  let count = kind === 'addon' ? 1 : 2;
  while (ids.has(`${kind}-${count}`)) count += 1;
  return `${kind}-${count}`;
}

/** The layers of a stack as a draft keeps them: without secrets. */
export function draftLayers(stack: LayerStack): readonly DraftLayer[] {
  return stack.layers.map((layer) => {
    const values = layerValues(stack, layer);
    const carried = draftCarry(stack, layer);
    return {
      kind: layer.kind,
      registryUid: layer.registryUid,
      pack: layer.pack,
      values: values === null ? undefined : textWithoutSecrets(values, layer.pack),
      ...(values?.secretPaths !== undefined && { secretPaths: values.secretPaths }),
      manifests: manifestsOf(stack, layer),
      ...(carried !== undefined && { carried }),
    };
  });
}

/** The layers as they are sent; layers without pack and version are left out. */
export function buildProfileLayers(stack: LayerStack): readonly ProfileLayer[] {
  return stack.layers.flatMap((layer) => buildProfileLayer(stack, layer) ?? []);
}

/** A layer as it is sent; null without pack or version. */
export function buildProfileLayer(stack: LayerStack, layer: StackLayer): ProfileLayer | null {
  const { pack } = layer;
  if (pack?.version == null) return null;
  const clean = (typed: string) => (pack.isTyped ? typed.trim() : typed);
  return {
    kind: layer.kind,
    registryUid: pack.registryUid,
    packName: clean(pack.name),
    packDisplayName: clean(pack.displayName),
    packType: pack.type,
    packUid: pack.version.packUid,
    tag: clean(pack.version.tag),
    version: clean(pack.version.version),
    cloudTypes: pack.version.cloudTypes,
    values: layerValues(stack, layer)?.text ?? '',
    manifests: manifestsOf(stack, layer).map((manifest) => ({
      ...manifest,
      name: manifest.name.trim(),
    })),
  };
}

/** A saved profile as a draft, to be changed. */
export function draftFromProfile(profile: Profile): ProfileDraft {
  return {
    info: {
      name: profile.name,
      version: profile.version === '' ? DEFAULT_PROFILE_VERSION : profile.version,
      description: profile.description,
      type: profile.type,
      tags: profile.tags.map(formatTag),
    },
    cloudType: profile.cloudType,
    layers: profile.layers.map((layer) => ({
      kind: layer.kind,
      registryUid: layer.registryUid,
      pack: {
        registryUid: layer.registryUid,
        name: layer.packName,
        displayName: layer.packDisplayName,
        type: layer.packType,
        cloudTypes: layer.cloudTypes,
        state: 'active',
        isTyped: layer.packUid === null,
        version: {
          tag: layer.tag,
          version: layer.version,
          packUid: layer.packUid,
          cloudTypes: layer.cloudTypes,
        },
      },
      values: layer.values,
      manifests: layer.manifests,
    })),
    variables: profile.variables ?? [],
  };
}

function manifestsOf(stack: LayerStack, layer: StackLayer): readonly DraftManifest[] {
  return layer.manifests.map((manifest) => ({
    name: manifest.name,
    content: manifestText(stack, manifest.id),
    ...(manifest.uid === undefined ? {} : { uid: manifest.uid }),
  }));
}
