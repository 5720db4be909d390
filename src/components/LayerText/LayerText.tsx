import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs, type Key } from 'react-aria-components';
import { packVersionRef } from '../../hooks/useLayerContents';
import { usePackReadme } from '../../hooks/usePack';
import type { QueryState } from '../../hooks/useAdapterQuery';
import {
  isEdited,
  layerValues,
  valuesTextId,
  type LayerStack,
  type StackLayer,
} from '../../model/layerStack';
import type { PackContent } from '../../model/packs';
import type { LayerStackEvent } from '../../model/reduceLayerStack';
import { ManifestEditor } from '../ManifestEditor/ManifestEditor';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Readme } from '../Readme/Readme';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { sharedMessages } from '../ui/messages';
import { Loading, RequestFailure, SkeletonLines } from '../ui/RequestStates';
import { LayerManifests } from './LayerManifests';
import { layerTextMessages } from './messages';

export interface LayerTextProps {
  readonly stack: LayerStack;
  readonly layer: StackLayer;
  /** What the chosen version brings along; undefined while none is chosen. */
  readonly content: QueryState<PackContent> | undefined;
  readonly send: (event: LayerStackEvent) => void;
  readonly isExpanded: boolean;
  readonly onExpandedChange: (isExpanded: boolean) => void;
}

type TabId = 'values' | 'readme' | 'manifests';

/** The text beside the choice: values, README and manifests of a layer. */
export function LayerText({
  stack,
  layer,
  content,
  send,
  isExpanded,
  onExpandedChange,
}: LayerTextProps) {
  const messages = useMessages('LayerText', layerTextMessages);
  const shared = useMessages('Shared', sharedMessages);
  const [tab, setTab] = useState<TabId>('values');
  const [seen, setSeen] = useState<ReadonlySet<TabId>>(new Set(['values']));
  const layerName = shared.layerNames[layer.kind];
  const count = layer.manifests.length;

  const select = (key: Key) => {
    if (key !== 'values' && key !== 'readme' && key !== 'manifests') return;
    setTab(key);
    setSeen((before) => new Set([...before, key]));
  };

  return (
    <Tabs className="cpb-LayerText" selectedKey={tab} onSelectionChange={select}>
      <div className="cpb-LayerText-head">
        <TabList className="cpb-Tabs" aria-label={messages.label(layerName)}>
          <Tab id="values" className="cpb-Tab">
            {messages.values}
            {isEdited(layerValues(stack, layer)) ? (
              <>
                {' '}
                <Badge tone="accent">{messages.edited}</Badge>
              </>
            ) : null}
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
        <ValuesPanel {...{ stack, layer, content, send }} />
      </TabPanel>
      <TabPanel id="readme" className="cpb-TabPanel">
        <ReadmePanel stack={stack} layer={layer} />
      </TabPanel>
      <TabPanel id="manifests" className="cpb-TabPanel" shouldForceMount={seen.has('manifests')}>
        <LayerManifests {...{ stack, layer, send, layerName }} />
      </TabPanel>
    </Tabs>
  );
}

function ValuesPanel({
  stack,
  layer,
  content,
  send,
}: Pick<LayerTextProps, 'stack' | 'layer' | 'content' | 'send'>) {
  const messages = useMessages('LayerText', layerTextMessages);
  const shared = useMessages('Shared', sharedMessages);
  const textId = valuesTextId(layer);
  const values = layerValues(stack, layer);
  const isTyped = layer.pack?.isTyped === true;

  if (textId === null) {
    return (
      <div className="cpb-Empty">
        <p className="cpb-Empty-title">{messages.noPackTitle}</p>
        <p>{messages.noPack}</p>
      </div>
    );
  }
  if (values === null && content?.status === 'failed') {
    return (
      <RequestFailure title={messages.valuesFailed} error={content.error} onRetry={content.retry} />
    );
  }
  if (values === null && !isTyped) {
    return (
      // As the editor will be: nothing moves when it comes.
      <div className="cpb-ManifestEditor">
        <div className="cpb-ManifestEditor-frame" data-loading="">
          <Loading what={messages.valuesThing} onRetry={content?.retry}>
            <SkeletonLines count={12} />
          </Loading>
        </div>
        <p className="cpb-ManifestEditor-hint" aria-hidden="true" />
      </div>
    );
  }
  return (
    <ManifestEditor
      key={textId}
      label={messages.valuesOf(shared.layerNames[layer.kind])}
      text={values?.text ?? ''}
      revision={values?.revision ?? 0}
      placeholder={isTyped ? messages.valuesPlaceholder : undefined}
      onCommit={(text) => {
        send({ type: 'textCommitted', textId, text });
      }}
    />
  );
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
