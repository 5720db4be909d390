import { useMemo, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs, type Key } from 'react-aria-components';
import { packVersionRef } from '../../hooks/useLayerContents';
import { usePackReadme } from '../../hooks/usePack';
import type { QueryState } from '../../hooks/useAdapterQuery';
import { useTaskResult } from '../../hooks/useTaskResult';
import { useDebouncedValue } from '../../internal/useDebouncedValue';
import {
  isEdited,
  layerValues,
  manifestTextId,
  valuesTextId,
  type LayerStack,
  type StackLayer,
} from '../../model/layerStack';
import type { PackContent } from '../../model/packs';
import type { LayerStackEvent } from '../../model/reduceLayerStack';
import type { ValuesPath } from '../../model/textDiagnostic';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Readme } from '../Readme/Readme';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { LazyPart } from '../ui/LazyPart';
import { lazyWithRetry } from '../ui/lazyWithRetry';
import { sharedMessages } from '../ui/messages';
import { Loading, RequestFailure, SkeletonLines } from '../ui/RequestStates';
import type { LayerEditing, TextTarget } from './editorProps';
import { LayerManifests } from './LayerManifests';
import { layerTextMessages } from './messages';
import { ValuesPanel } from './ValuesPanel';

const changesPanel = lazyWithRetry(() =>
  import('./ChangesPanel').then((module) => module.ChangesPanel),
);

export interface LayerTextProps extends Partial<Omit<LayerEditing, 'target'>> {
  readonly stack: LayerStack;
  readonly layer: StackLayer;
  /** What the chosen version brings along; undefined while none is chosen. */
  readonly content: QueryState<PackContent> | undefined;
  readonly send: (event: LayerStackEvent) => void;
  readonly isExpanded: boolean;
  readonly onExpandedChange: (isExpanded: boolean) => void;
  /** A place to be shown: its tab opens, its manifest, and the editor there. */
  readonly goto?: TextTarget | undefined;
}

const TAB_IDS = ['values', 'changes', 'readme', 'manifests'] as const;
type TabId = (typeof TAB_IDS)[number];

/** The text beside the choice: values, what the user changed in them, README and manifests of a layer. */
export function LayerText(props: LayerTextProps) {
  const { stack, layer, content, send, isExpanded, onExpandedChange, goto } = props;
  const { diagnostics, checkedText, editorProps, onMakeVariable } = props;
  const messages = useMessages('LayerText', layerTextMessages);
  const shared = useMessages('Shared', sharedMessages);
  const [tab, setTab] = useState<TabId>('values');
  const [seen, setSeen] = useState<ReadonlySet<TabId>>(new Set(['values']));
  const [manifestId, setManifestId] = useState<string | null>(null);
  const [target, setTarget] = useState<TextTarget | null>(null);
  const [shownGoto, setShownGoto] = useState<TextTarget | undefined>(undefined);
  const layerName = shared.layerNames[layer.kind];
  const count = layer.manifests.length;
  const values = layerValues(stack, layer);
  const hasEdits = isEdited(values);
  const changes = useChanges(values);
  const changeCount = changes.data?.changes.length ?? 0;
  const editing: LayerEditing = { diagnostics, checkedText, editorProps, onMakeVariable, target };

  const open = (id: TabId) => {
    setTab(id);
    setSeen((before) => (before.has(id) ? before : new Set([...before, id])));
  };
  const select = (key: Key) => {
    const id = TAB_IDS.find((candidate) => candidate === key);
    if (id !== undefined) open(id);
  };
  if (goto !== undefined && goto.token !== shownGoto?.token) {
    setShownGoto(goto);
    const manifest = layer.manifests.find(({ id }) => manifestTextId(id) === goto.textId);
    if (manifest !== undefined || goto.textId === valuesTextId(layer)) {
      setTarget(goto);
      open(manifest === undefined ? 'values' : 'manifests');
      if (manifest !== undefined) setManifestId(manifest.id);
    }
  }
  /** From the form, or the list of changes. */
  const goTo = (textId: string, path: ValuesPath) => {
    // Counted down, so that it is none of the host's.
    open('values');
    setTarget((before) => ({ textId, path, token: Math.min(before?.token ?? 0, 0) - 1 }));
  };

  return (
    <Tabs className="cpb-LayerText" selectedKey={tab} onSelectionChange={select}>
      <div className="cpb-LayerText-head">
        <TabList className="cpb-Tabs" aria-label={messages.label(layerName)}>
          <Tab id="values" className="cpb-Tab">
            {messages.values}
            {hasEdits ? (
              <span className="cpb-LayerText-edited">
                {' '}
                <Badge tone="accent">{messages.edited}</Badge>
              </span>
            ) : null}
          </Tab>
          <Tab id="changes" className="cpb-Tab">
            {messages.changes}
            {changeCount === 0 ? null : (
              <>
                {' '}
                <Badge>{changeCount}</Badge>
              </>
            )}
          </Tab>
          <Tab id="readme" className="cpb-Tab">
            {messages.readme}
          </Tab>
          <Tab id="manifests" className="cpb-Tab">
            {messages.manifests}
            {count === 0 ? null : (
              <>
                {' '}
                <Badge>{count}</Badge>
              </>
            )}
          </Tab>
        </TabList>
        <Button
          className="cpb-LayerText-expand"
          variant="quiet"
          icon="expand"
          aria-pressed={isExpanded}
          onClick={() => {
            onExpandedChange(!isExpanded);
          }}
        >
          <span className="cpb-LayerText-expandLabel">{messages.expand}</span>
        </Button>
      </div>
      {/* Editors stay mounted: they hold the undo of what was typed. */}
      <TabPanel id="values" className="cpb-TabPanel" shouldForceMount>
        <ValuesPanel {...{ stack, layer, content, editing, send }} onGoTo={goTo} />
      </TabPanel>
      <TabPanel id="changes" className="cpb-TabPanel">
        <LazyPart
          key={valuesTextId(layer)}
          part={changesPanel}
          props={{ layer, values, content, changes, onGoTo: goTo }}
        />
      </TabPanel>
      <TabPanel id="readme" className="cpb-TabPanel">
        <ReadmePanel stack={stack} layer={layer} />
      </TabPanel>
      <TabPanel id="manifests" className="cpb-TabPanel" shouldForceMount={seen.has('manifests')}>
        <LayerManifests
          {...{ stack, layer, send, layerName, editing }}
          chosenId={manifestId}
          onChosenIdChange={setManifestId}
        />
      </TabPanel>
    </Tabs>
  );
}

/** A pause in which an editor that shows a new text has the processor for itself. */
const CHANGES_DELAY_MS = 250;

/** How a text differs from its defaults, asked where it does and a moment after it has changed. */
function useChanges(values: ReturnType<typeof layerValues>) {
  const hasEdits = isEdited(values);
  const base = values?.base ?? null;
  const current = values?.text ?? '';
  const input = useMemo(
    () => (hasEdits && base !== null ? { base, current } : null),
    [hasEdits, base, current],
  );
  const settled = useDebouncedValue(input, CHANGES_DELAY_MS);
  return useTaskResult('diffValues', input === null ? null : settled);
}

function ReadmePanel({ stack, layer }: Pick<LayerTextProps, 'stack' | 'layer'>) {
  const messages = useMessages('LayerText', layerTextMessages);
  const version = packVersionRef(layer, stack.cloudType);
  const readme = usePackReadme({ version });
  if (readme.status === 'loading') {
    return (
      <Loading what={messages.readmeThing} onRetry={readme.retry}>
        <SkeletonLines count={8} />
      </Loading>
    );
  }
  if (readme.status === 'failed') {
    return (
      <RequestFailure title={messages.readmeFailed} error={readme.error} onRetry={readme.retry} />
    );
  }
  return <Readme markdown={readme.data ?? null} title={layer.pack?.displayName ?? ''} />;
}
