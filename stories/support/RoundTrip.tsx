import {
  ManifestEditor,
  ProfileBuilderProvider,
  useLayerChoice,
  useLayerContents,
  useProfileWizard,
  useStoreSelector,
} from 'cluster-profile-builder';
import {
  createMemoryAdapter,
  type Catalog,
  type ProfileAdapter,
} from 'cluster-profile-builder/adapters';
import { layerValues, valuesTextId, type LayerStack } from 'cluster-profile-builder/model';
import { useEffect, useMemo, useState, type ComponentProps } from 'react';

/** One text for each of the four layers. */
export interface RoundTripRequest {
  readonly texts: readonly string[];
  /** Inserted at the start of each text in the editor; nothing is edited when it is empty. */
  readonly insert: string;
  /** Given the values of the created profile, read back from the backend. */
  readonly onDone: (values: readonly string[]) => void;
}

type EditorExtensions = NonNullable<ComponentProps<typeof ManifestEditor>['extensions']>;

const REGISTRY_UID = 'registry';
const KINDS = ['os', 'k8s', 'cni', 'csi'] as const;

/** A single pack for each layer, so that the hooks choose it at once. */
function catalogOf(texts: readonly string[]): Catalog {
  return {
    registries: [
      {
        uid: REGISTRY_UID,
        name: 'Registry',
        kind: 'oci',
        isDefault: true,
        isPrivate: false,
        isSearchable: true,
      },
    ],
    packs: KINDS.map((layer, index) => {
      const packUid = `pack-${layer}`;
      const version = '1.0.0';
      return {
        registryUid: REGISTRY_UID,
        name: packUid,
        displayName: packUid,
        layer,
        type: 'oci',
        cloudTypes: ['all'],
        state: 'active',
        isVerified: false,
        isTechPreview: false,
        tags: [{ tag: version, version, packUid, parentTags: [] }],
        versions: [
          {
            version,
            packUid,
            content: {
              packUid,
              values: texts[index] ?? '',
              presets: [],
              schema: [],
              dependencies: [],
            },
          },
        ],
      };
    }),
  };
}

/** Takes texts from the backend through hooks and editors into a created profile, and back. */
export function RoundTrip({ texts, insert, onDone }: RoundTripRequest) {
  const [adapter] = useState(() => createMemoryAdapter(catalogOf(texts)));
  return (
    <ProfileBuilderProvider adapter={adapter}>
      <Flow adapter={adapter} insert={insert} onDone={onDone} />
    </ProfileBuilderProvider>
  );
}

function Flow({
  adapter,
  insert,
  onDone,
}: Pick<RoundTripRequest, 'insert' | 'onDone'> & { readonly adapter: ProfileAdapter }) {
  const [edited, setEdited] = useState<ReadonlySet<string>>(new Set());
  const wizard = useProfileWizard({
    defaultDraft: {
      info: { name: 'round-trip', version: '', description: '', type: 'infra', tags: [] },
    },
    onCreated: ({ uid }) => {
      const context = { signal: new AbortController().signal };
      void adapter.getProfile?.(uid, context).then(({ layers }) => {
        onDone(layers.map((layer) => layer.values));
      });
    },
  });
  const stack = useStoreSelector(wizard.store, (state) => state.stack);
  useLayerContents({ stack, send: wizard.send });
  const isDone = edited.size === KINDS.length;
  const { finish } = wizard;
  useEffect(() => {
    if (isDone) void finish();
  }, [isDone, finish]);
  return stack.layers.map((layer) => (
    <LayerEditor
      key={layer.id}
      stack={stack}
      layer={layer}
      insert={insert}
      send={wizard.send}
      onEdited={() => {
        setEdited((before) => new Set([...before, layer.id]));
      }}
    />
  ));
}

function LayerEditor({
  stack,
  layer,
  insert,
  send,
  onEdited,
}: {
  readonly stack: LayerStack;
  readonly layer: LayerStack['layers'][number];
  readonly insert: string;
  readonly send: ReturnType<typeof useProfileWizard>['send'];
  readonly onEdited: () => void;
}) {
  useLayerChoice({ layer, cloudType: stack.cloudType, text: '', onChoice: send });
  const [isOpen, setOpen] = useState(false);
  // Edits as soon as the editor is there.
  const extensions = useMemo<EditorExtensions>(
    () =>
      ({ view }) =>
        view.ViewPlugin.define((editor) => {
          queueMicrotask(() => {
            setOpen(true);
            if (insert !== '') editor.dispatch({ changes: { from: 0, insert } });
          });
          return {};
        }),
    [insert],
  );
  const textId = valuesTextId(layer);
  const values = layerValues(stack, layer);
  const isEdited = isOpen && values !== null && (insert === '' || values.text !== values.base);
  useEffect(() => {
    if (isEdited) onEdited();
  }, [isEdited, onEdited]);
  if (values === null || textId === null) return null;
  return (
    <ManifestEditor
      label={layer.kind}
      text={values.text}
      revision={values.revision}
      commitDelayMs={0}
      extensions={extensions}
      onCommit={(text) => {
        send({ type: 'textCommitted', textId, text });
      }}
    />
  );
}
