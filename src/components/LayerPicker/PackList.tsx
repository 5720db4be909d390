import { useDeferredValue, useEffect, useRef, useState, type ReactNode } from 'react';
import {
  Autocomplete,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  SearchField,
} from 'react-aria-components';
import type { PackCatalogState } from '../../hooks/usePackCatalog';
import type { LayerKind } from '../../model/layers';
import type { ChosenPack } from '../../model/layerStack';
import type { PackSummary, Registry } from '../../model/packs';
import { PackLogo } from '../PackLogo/PackLogo';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Loading, RequestFailure } from '../ui/RequestStates';
import { layerPickerMessages } from './messages';
import { PackBadges } from './PackBadges';

/** How many packs are in the page at most, until more are asked for. */
const SHOWN_AT_ONCE = 200;

export interface PackListProps {
  readonly catalog: PackCatalogState;
  readonly registry: Registry;
  readonly kind: LayerKind;
  readonly cloudType: string;
  readonly layerName: string;
  readonly cloudName: string;
  readonly chosen: ChosenPack | null;
  readonly text: string;
  readonly allowsDeprecated: boolean;
  /** The id of the fault at the field. */
  readonly faultId: string | undefined;
  readonly isFocusedAtOnce: boolean;
  readonly onTextChange: (text: string) => void;
  readonly onChoose: (pack: PackSummary) => void;
  /** Closes the list again. */
  readonly onKeep: (() => void) | undefined;
}

/** A search field over the list of packs; arrow keys in the field move in the list. */
export function PackList({
  catalog,
  registry,
  kind,
  cloudType,
  layerName,
  cloudName,
  chosen,
  text,
  allowsDeprecated,
  faultId,
  isFocusedAtOnce,
  onTextChange,
  onChoose,
  onKeep,
}: PackListProps) {
  const messages = useMessages('LayerPicker', layerPickerMessages);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [limit, setLimit] = useState(SHOWN_AT_ONCE);
  const packs = useDeferredValue(catalog.packs);
  const shown = packs.length > limit ? packs.slice(0, limit) : packs;
  const total = text.trim() === '' ? catalog.totalCount : (catalog.totalCount ?? null);
  const matches = catalog.matchCount ?? packs.length;

  useEffect(() => {
    if (isFocusedAtOnce) input.current?.focus();
  }, [isFocusedAtOnce]);

  useEffect(() => {
    const element = list.current;
    // What scrolls must be reachable by keyboard; browsers differ in whether it is by itself.
    if (element !== null && element.scrollHeight > element.clientHeight) element.tabIndex = 0;
    else element?.removeAttribute('tabindex');
  });

  const choose = (key: string) => {
    const pack = packs.find((candidate) => packKey(candidate) === key);
    if (pack !== undefined) onChoose(pack);
  };

  return (
    <Autocomplete
      inputValue={text}
      onInputChange={(value) => {
        setLimit(SHOWN_AT_ONCE);
        onTextChange(value);
      }}
    >
      <SearchField
        className="cpb-PackList-search"
        isInvalid={faultId !== undefined}
        {...(faultId === undefined ? {} : { 'aria-describedby': faultId })}
      >
        <span className="cpb-PackList-labels">
          <Label className="cpb-Field-label">{messages.packName}</Label>
          {onKeep === undefined || chosen === null ? null : (
            <Button variant="quiet" onClick={onKeep}>
              {messages.keep(chosen.displayName)}
            </Button>
          )}
        </span>
        <span className="cpb-PackList-input">
          <Icon name="search" />
          <Input ref={input} className="cpb-Input" placeholder={messages.searchPlaceholder} />
        </span>
      </SearchField>
      <PackListBody
        {...{ catalog, registry, layerName, cloudName, text, onTextChange }}
        isEmpty={packs.length === 0}
      >
        <p className="cpb-PackList-count" role="status">
          {catalog.isSearching
            ? messages.searching
            : messages.packCount(Math.min(matches, packs.length), total)}
        </p>
        <ListBox
          ref={list}
          className="cpb-PackList"
          aria-label={messages.packs}
          items={shown}
          selectionMode="single"
          // Not `replace`, whose selection follows the arrow keys.
          selectionBehavior="toggle"
          // Where a mouse button goes down the browser moves the focus afterwards: the list must still be there.
          shouldSelectOnPressUp
          selectedKeys={chosen === null ? [] : [packKey(chosen)]}
          disabledKeys={shown.filter((pack) => !isSelectable(pack, allowsDeprecated)).map(packKey)}
          onAction={(key) => {
            choose(String(key));
          }}
          onSelectionChange={(keys) => {
            if (keys === 'all') return;
            const [key] = keys;
            if (key !== undefined) choose(String(key));
            // Choosing what is chosen already closes the list, too.
            else onKeep?.();
          }}
        >
          {(pack) => (
            <ListBoxItem
              id={packKey(pack)}
              className="cpb-PackList-item"
              textValue={`${pack.displayName} ${pack.name}`}
            >
              <PackLogo
                pack={{ registryUid: pack.registryUid, name: pack.name, layer: kind, cloudType }}
                displayName={pack.displayName}
                logoUrl={pack.logoUrl}
              />
              <span className="cpb-PackList-text">
                <span className="cpb-PackList-name">{pack.displayName}</span>{' '}
                <span className="cpb-mono cpb-PackList-machine">{pack.name}</span>{' '}
                <PackBadges
                  pack={pack}
                  note={isSelectable(pack, allowsDeprecated) ? null : messages.notSelectable}
                />
              </span>
            </ListBoxItem>
          )}
        </ListBox>
        {shown.length < packs.length || catalog.hasMore ? (
          <Button
            disabled={catalog.isLoadingMore}
            onClick={() => {
              if (shown.length < packs.length) setLimit(limit + SHOWN_AT_ONCE);
              else {
                setLimit(limit + SHOWN_AT_ONCE);
                catalog.loadMore();
              }
            }}
          >
            {catalog.isLoadingMore ? <span className="cpb-Spinner" aria-hidden="true" /> : null}
            {messages.showMore}
          </Button>
        ) : null}
      </PackListBody>
    </Autocomplete>
  );
}

function PackListBody({
  catalog,
  registry,
  layerName,
  cloudName,
  text,
  isEmpty,
  onTextChange,
  children,
}: Pick<
  PackListProps,
  'catalog' | 'registry' | 'layerName' | 'cloudName' | 'text' | 'onTextChange'
> & { readonly isEmpty: boolean; readonly children: ReactNode }) {
  const messages = useMessages('LayerPicker', layerPickerMessages);
  if (catalog.status === 'failed' && isEmpty) {
    return (
      <RequestFailure title={messages.packsFailed} error={catalog.error} onRetry={catalog.retry} />
    );
  }
  if (catalog.status === 'loading' || (isEmpty && catalog.isSearching)) {
    return (
      <Loading what={messages.packsThing} onRetry={catalog.retry}>
        {/* The line of the count keeps its place. */}
        <p className="cpb-PackList-count">{'\u00A0'}</p>
        <div className="cpb-PackList">
          {[0, 1, 2, 3, 4].map((row) => (
            <div key={row} className="cpb-PackList-item">
              <span className="cpb-PackLogo" />
              <span className="cpb-Skeleton-line cpb-PackList-text" />
            </div>
          ))}
        </div>
      </Loading>
    );
  }
  if (isEmpty && text.trim() !== '') {
    return (
      <div className="cpb-Empty">
        <p className="cpb-Empty-title">{messages.noMatchTitle(text.trim())}</p>
        <p>{messages.noMatch}</p>
        <Button
          onClick={() => {
            onTextChange('');
          }}
        >
          {messages.clearSearch}
        </Button>
      </div>
    );
  }
  if (isEmpty) {
    return (
      <div className="cpb-Empty">
        <p className="cpb-Empty-title">{messages.noPacksTitle(layerName, cloudName)}</p>
        <p>{messages.noPacks(registry.name)}</p>
      </div>
    );
  }
  return (
    <>
      {children}
      {catalog.status === 'failed' ? (
        <RequestFailure
          title={messages.packsFailed}
          error={catalog.error}
          onRetry={catalog.retry}
        />
      ) : null}
    </>
  );
}

function packKey(pack: { readonly registryUid: string; readonly name: string }): string {
  return `${pack.registryUid}/${pack.name}`;
}

function isSelectable(pack: PackSummary, allowsDeprecated: boolean): boolean {
  return pack.state === 'active' || (allowsDeprecated && pack.state === 'deprecated');
}
