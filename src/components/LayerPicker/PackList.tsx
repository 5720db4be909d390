import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Autocomplete, Input, Label, SearchField } from 'react-aria-components';
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
import { PackRows, packRowKey } from './PackRows';

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
  const input = useRef<HTMLInputElement>(null);
  const [limit, setLimit] = useState(SHOWN_AT_ONCE);
  const { packs } = catalog;
  const shown = useMemo(
    () => (packs.length > limit ? packs.slice(0, limit) : packs),
    [packs, limit],
  );
  const total = catalog.totalCount;
  const matches = catalog.matchCount ?? packs.length;

  useEffect(() => {
    if (isFocusedAtOnce) input.current?.focus();
  }, [isFocusedAtOnce]);

  const choose = useStableCallback((pack: PackSummary) => {
    onChoose(pack);
  });
  // Choosing what is chosen already closes the list, too.
  const keep = useStableCallback(() => onKeep?.());

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
      {catalog.canFilterFips || fipsOnly ? (
        <label className="cpb-PackList-fips">
          <input
            type="checkbox"
            checked={fipsOnly}
            onChange={(event) => {
              setLimit(SHOWN_AT_ONCE);
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
          packs={shown}
          label={messages.packs}
          {...{ kind, cloudType, cloudName, allowsDeprecated, fitOf }}
          chosenKey={chosen === null ? null : packRowKey(chosen)}
          onChoose={choose}
          onKeep={keep}
        />
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
