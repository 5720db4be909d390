import { useMemo, useState, type ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { PackRef, PackVersionRef } from '../../adapters/ProfileAdapter';
import type { QueryState } from '../../hooks/useAdapterQuery';
import { usePackContent, usePackReadme } from '../../hooks/usePack';
import type { PackContent } from '../../model/packs';
import { CompareTexts } from '../CompareEditor/CompareTexts';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Loading, RequestFailure, SkeletonLines } from '../ui/RequestStates';
import { hasSamePresets } from './comparePresets';
import { comparePacksMessages } from './messages';
import { PresetTable } from './PresetTable';
import type { CompareSideState } from './useCompareSide';

type Side = Pick<CompareSideState, 'registryUid' | 'tag'> & { readonly registryName: string };

export interface CompareTabsProps {
  readonly packRef: Omit<PackRef, 'registryUid'>;
  readonly left: Side;
  readonly right: Side;
}

const TABS = ['values', 'presets', 'readme'] as const;
type TabId = (typeof TABS)[number];

/** Values, presets and READMEs of two versions. */
export function CompareTabs({ packRef, left, right }: CompareTabsProps) {
  const messages = useMessages('ComparePacks', comparePacksMessages);
  const [tab, setTab] = useState<TabId>('values');
  const refs = [versionRef(packRef, left), versionRef(packRef, right)] as const;
  const isSame = refs[0] !== null && refs[1] !== null && isSameFile(refs[0], refs[1]);
  const labels = [labelOf(left), labelOf(right)] as const;
  const ask = !isSame && refs[0] !== null && refs[1] !== null;
  const contents = [
    usePackContent({ version: ask ? refs[0] : null }),
    usePackContent({ version: ask ? refs[1] : null }),
  ] as const;
  const wantsReadme = ask && tab === 'readme';
  const readmes = [
    usePackReadme({ version: wantsReadme ? refs[0] : null }),
    usePackReadme({ version: wantsReadme ? refs[1] : null }),
  ] as const;

  const panels: Record<TabId, () => ReactNode> = {
    values: () => (
      <Both queries={contents}>
        {(a, b) =>
          a.values === b.values ? (
            <Nothing text={messages.noDifferencesIn.values} />
          ) : (
            <ComparedValues labels={labels} left={a} right={b} />
          )
        }
      </Both>
    ),
    presets: () => (
      <Both queries={contents}>
        {(a, b) =>
          a.presets.length + b.presets.length === 0 ? (
            <Nothing text={messages.noPresets} />
          ) : hasSamePresets(a.presets, b.presets) ? (
            <Nothing text={messages.noDifferencesIn.presets} />
          ) : (
            <PresetTable
              left={{ label: labels[0], presets: a.presets }}
              right={{ label: labels[1], presets: b.presets }}
            />
          )
        }
      </Both>
    ),
    readme: () => (
      <Both queries={readmes}>
        {(a, b) =>
          (a ?? '') === (b ?? '') ? (
            <Nothing
              text={(a ?? '') === '' ? messages.noReadme : messages.noDifferencesIn.readme}
            />
          ) : (
            <CompareTexts
              left={{ label: labels[0], text: a ?? '' }}
              right={{ label: labels[1], text: b ?? '' }}
              isYaml={false}
            />
          )
        }
      </Both>
    ),
  };

  if (isSame) {
    return (
      <p className="cpb-ComparePacks-same" role="status">
        {messages.sameVersion}
      </p>
    );
  }
  // What is missing is told at its side.
  if (!ask) return null;
  return (
    <Tabs
      className="cpb-ComparePacks-tabs"
      selectedKey={tab}
      onSelectionChange={(key) => {
        const next = TABS.find((id) => id === key);
        if (next !== undefined) setTab(next);
      }}
    >
      <TabList className="cpb-Tabs" aria-label={messages.tabs}>
        {TABS.map((id) => (
          <Tab key={id} id={id} className="cpb-Tab">
            {messages[id]}
          </Tab>
        ))}
      </TabList>
      {TABS.map((id) => (
        <TabPanel key={id} id={id} className="cpb-TabPanel">
          {panels[id]()}
        </TabPanel>
      ))}
    </Tabs>
  );

  function labelOf({ tag, registryName }: Side): string {
    return messages.side(tag?.tag ?? '', registryName);
  }
}

/** Both answers, or what stands in for them. */
function Both<Data>({
  queries: [left, right],
  children,
}: {
  readonly queries: readonly [QueryState<Data>, QueryState<Data>];
  readonly children: (left: Data, right: Data) => ReactNode;
}) {
  const messages = useMessages('ComparePacks', comparePacksMessages);
  const retry = () => {
    for (const query of [left, right]) if (query.status === 'failed') query.retry();
  };
  const failed = [left, right].find(({ status }) => status === 'failed');
  if (failed !== undefined) {
    return <RequestFailure title={messages.contentFailed} error={failed.error} onRetry={retry} />;
  }
  if (left.data === undefined || right.data === undefined) {
    return (
      <Loading
        what={messages.contentThing}
        onRetry={() => {
          left.retry();
          right.retry();
        }}
      >
        <SkeletonLines count={10} />
      </Loading>
    );
  }
  return children(left.data, right.data);
}

function Nothing({ text }: { readonly text: string }) {
  const messages = useMessages('ComparePacks', comparePacksMessages);
  return (
    <div className="cpb-ComparePacks-nothing" role="status">
      <p className="cpb-Empty-title">{messages.noDifferences}</p>
      <p>{text}</p>
    </div>
  );
}

function versionRef(
  packRef: CompareTabsProps['packRef'],
  { registryUid, tag }: Side,
): PackVersionRef | null {
  if (tag === null) return null;
  return { ...packRef, registryUid, packUid: tag.packUid, version: tag.version };
}

function isSameFile(a: PackVersionRef, b: PackVersionRef): boolean {
  return a.registryUid === b.registryUid && a.packUid === b.packUid && a.version === b.version;
}

/** What either version takes for a password is masked in both. */
function ComparedValues({
  labels,
  left,
  right,
}: {
  readonly labels: readonly [string, string];
  readonly left: PackContent;
  readonly right: PackContent;
}) {
  const schema = useMemo(() => [...left.schema, ...right.schema], [left.schema, right.schema]);
  return (
    <CompareTexts
      left={{ label: labels[0], text: left.values }}
      right={{ label: labels[1], text: right.values }}
      schema={schema}
    />
  );
}
