import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react';
import type { PackCatalogState } from '../../hooks/usePackCatalog';
import type { LayerKind } from '../../model/layers';
import type { ChosenPack } from '../../model/layerStack';
import type { PackMisfit } from '../../model/packFit';
import type { PackSummary, Registry } from '../../model/packs';
import { useStableCallback } from '../../internal/useStableCallback';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Loading, RequestFailure } from '../ui/RequestStates';
import { layerPickerMessages } from './messages';
import { isSelectable, packRowKey } from './packRowKey';
import { PackRows, rowId } from './PackRows';
import { useRowKeys } from './useRowKeys';

/** How many packs are in the page until more are asked for, and how many then come. */
const SHOWN_AT_FIRST = 40;
const SHOWN_MORE = 160;

export interface PackListProps {
  readonly catalog: PackCatalogState;
  readonly registry: Registry;
  readonly kind: LayerKind;
  readonly cloudType: string;
  readonly layerName: string;
  readonly cloudName: string;
  readonly chosen: ChosenPack | null;
  readonly text: string;
  /** The list is still that of an earlier text. */
  readonly isBehind: boolean;
  readonly fipsOnly: boolean;
  readonly allowsDeprecated: boolean;
  /** The id of the fault at the field. */
  readonly faultId: string | undefined;
  readonly isFocusedAtOnce: boolean;
  /** Why a pack does not fit the stack. Keep it stable. */
  readonly fitOf: (pack: PackSummary) => readonly PackMisfit[];
  readonly onTextChange: (text: string) => void;
  readonly onFipsOnlyChange: (fipsOnly: boolean) => void;
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
  isBehind,
  fipsOnly,
  allowsDeprecated,
  faultId,
  isFocusedAtOnce,
  fitOf,
  onTextChange,
  onFipsOnlyChange,
  onChoose,
  onKeep,
}: PackListProps) {
  const messages = useMessages('LayerPicker', layerPickerMessages);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [limit, setLimit] = useState(SHOWN_AT_FIRST);
  const { packs } = catalog;
  const shown = useMemo(
    () => (packs.length > limit ? packs.slice(0, limit) : packs),
    [packs, limit],
  );
  const total = catalog.totalCount;
  const matches = catalog.matchCount ?? packs.length;
  const chosenKey = chosen === null ? null : packRowKey(chosen);

  const choose = useStableCallback((pack: PackSummary) => {
    if (!isSelectable(pack, allowsDeprecated)) return;
    // Choosing what is chosen already closes the list, too.
    if (packRowKey(pack) === chosenKey && onKeep !== undefined) onKeep();
    else onChoose(pack);
  });
  const keys = useRowKeys(shown.length, (at) => {
    const pack = shown[at];
    // The list follows the field a moment later: what it still shows was not meant.
    if (pack !== undefined && !isBehind) choose(pack);
  });
  const { active, setActive } = keys;
  const onKeyDown = useStableCallback(keys.onKeyDown);

  useEffect(() => {
    if (isFocusedAtOnce) input.current?.focus();
  }, [isFocusedAtOnce]);

  const search = (value: string) => {
    setLimit(SHOWN_AT_FIRST);
    // The best match can be taken with Enter; without a search nothing is.
    setActive(value.trim() === '' ? -1 : 0);
    onTextChange(value);
  };

  return (
    <>
      <div className="cpb-PackList-search">
        <span className="cpb-PackList-labels">
          <label className="cpb-Field-label" htmlFor={`${id}-search`}>
            {messages.packName}
          </label>
          {onKeep === undefined || chosen === null ? null : (
            <Button variant="quiet" onClick={onKeep}>
              {messages.keep(chosen.displayName)}
            </Button>
          )}
        </span>
        <span className="cpb-PackList-input">
          <Icon name="search" />
          <input
            ref={input}
            id={`${id}-search`}
            className="cpb-Input"
            type="search"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            placeholder={messages.searchPlaceholder}
            value={text}
            aria-autocomplete="list"
            aria-controls={shown.length === 0 ? undefined : `${id}-list`}
            aria-activedescendant={active < 0 ? undefined : rowId(`${id}-list`, active)}
            aria-invalid={faultId === undefined ? undefined : true}
            aria-describedby={faultId}
            onChange={(event) => {
              search(event.target.value);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && text !== '') {
                event.preventDefault();
                search('');
              } else {
                onKeyDown(event);
              }
            }}
          />
        </span>
      </div>
      {catalog.canFilterFips || fipsOnly ? (
        <label className="cpb-PackList-fips">
          <input
            type="checkbox"
            checked={fipsOnly}
            onChange={(event) => {
              setLimit(SHOWN_AT_FIRST);
              setActive(-1);
              onFipsOnlyChange(event.target.checked);
            }}
          />
          {messages.fipsOnly}
        </label>
      ) : null}
      <PackListBody
        {...{ catalog, registry, layerName, cloudName, text, onTextChange }}
        {...{ fipsOnly, onFipsOnlyChange }}
        isEmpty={packs.length === 0}
      >
        <p className="cpb-PackList-count" role="status">
          {catalog.isSearching
            ? messages.searching
            : messages.packCount(Math.min(matches, packs.length), total)}
        </p>
        <PackRows
          id={`${id}-list`}
          packs={shown}
          label={messages.packs}
          {...{ kind, cloudType, cloudName, allowsDeprecated, fitOf, chosenKey, active, onKeyDown }}
          onPress={choose}
        />
        {shown.length < packs.length || catalog.hasMore ? (
          <Button
            disabled={catalog.isLoadingMore}
            onClick={() => {
              if (shown.length >= packs.length) catalog.loadMore();
              setLimit(limit + SHOWN_MORE);
            }}
          >
            {catalog.isLoadingMore ? <span className="cpb-Spinner" aria-hidden="true" /> : null}
            {messages.showMore}
          </Button>
        ) : null}
      </PackListBody>
    </>
  );
}

function PackListBody({
  catalog,
  registry,
  layerName,
  cloudName,
  text,
  fipsOnly,
  isEmpty,
  onTextChange,
  onFipsOnlyChange,
  children,
}: Pick<
  PackListProps,
  | 'catalog'
  | 'registry'
  | 'layerName'
  | 'cloudName'
  | 'text'
  | 'fipsOnly'
  | 'onTextChange'
  | 'onFipsOnlyChange'
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
  if (isEmpty && fipsOnly) {
    return (
      <div className="cpb-Empty">
        <p className="cpb-Empty-title">{messages.noFipsTitle}</p>
        <p>{messages.noFips(registry.name)}</p>
        <Button
          onClick={() => {
            onFipsOnlyChange(false);
          }}
        >
          {messages.showAll}
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
