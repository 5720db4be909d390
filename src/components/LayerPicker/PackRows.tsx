import { memo, useEffect, useMemo, useRef } from 'react';
import { ListBox, ListBoxItem, Text } from 'react-aria-components';
import type { LayerKind } from '../../model/layers';
import type { PackMisfit } from '../../model/packFit';
import type { PackSummary } from '../../model/packs';
import { PackLogo } from '../PackLogo/PackLogo';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Icon } from '../ui/Icon';
import { layerPickerMessages, type LayerPickerMessages } from './messages';
import { misfitText } from './misfitText';
import { PackBadges } from './PackBadges';

export interface PackRowsProps {
  readonly packs: readonly PackSummary[];
  /** Accessible name. */
  readonly label: string;
  readonly kind: LayerKind;
  readonly cloudType: string;
  readonly cloudName: string;
  readonly allowsDeprecated: boolean;
  /** From `packRowKey`. */
  readonly chosenKey: string | null;
  /** Why a pack does not fit the stack. */
  readonly fitOf: (pack: PackSummary) => readonly PackMisfit[];
  readonly onChoose: (pack: PackSummary) => void;
  /** What is chosen already was chosen again. */
  readonly onKeep: () => void;
}

/** The packs of the list. Drawn anew only when they change, not for each key in the search field. */
export const PackRows = memo(function PackRows({
  packs,
  label,
  kind,
  cloudType,
  cloudName,
  allowsDeprecated,
  chosenKey,
  fitOf,
  onChoose,
  onKeep,
}: PackRowsProps) {
  const messages = useMessages('LayerPicker', layerPickerMessages);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = list.current;
    // What scrolls must be reachable by keyboard; browsers differ in whether it is by itself.
    if (element !== null && element.scrollHeight > element.clientHeight) element.tabIndex = 0;
    else element?.removeAttribute('tabindex');
  });
  const disabledKeys = useMemo(
    () => packs.filter((pack) => !isSelectable(pack, allowsDeprecated)).map(packRowKey),
    [packs, allowsDeprecated],
  );
  const selectedKeys = useMemo(() => (chosenKey === null ? [] : [chosenKey]), [chosenKey]);

  const choose = (key: string) => {
    const pack = packs.find((candidate) => packRowKey(candidate) === key);
    if (pack !== undefined) onChoose(pack);
  };

  return (
    <ListBox
      ref={list}
      className="cpb-PackList"
      aria-label={label}
      items={packs}
      // What a row shows beside the pack itself: rows are kept as long as it is the same.
      dependencies={[messages, cloudName, fitOf, allowsDeprecated]}
      selectionMode="single"
      // Not `replace`, whose selection follows the arrow keys.
      selectionBehavior="toggle"
      // Where a mouse button goes down the browser moves the focus afterwards: the list must still be there.
      shouldSelectOnPressUp
      selectedKeys={selectedKeys}
      disabledKeys={disabledKeys}
      onAction={(key) => {
        choose(String(key));
      }}
      onSelectionChange={(keys) => {
        if (keys === 'all') return;
        const [key] = keys;
        if (key !== undefined) choose(String(key));
        else onKeep();
      }}
    >
      {(pack) => {
        const reason = reasonOf(messages, pack, fitOf(pack), cloudName);
        return (
          <ListBoxItem
            id={packRowKey(pack)}
            className="cpb-PackList-item"
            textValue={`${pack.displayName} ${pack.name}`}
          >
            <PackLogo
              pack={{ registryUid: pack.registryUid, name: pack.name, layer: kind, cloudType }}
              displayName={pack.displayName}
              logoUrl={pack.logoUrl}
            />
            <span className="cpb-PackList-text">
              <Text slot="label" className="cpb-PackList-label">
                <span className="cpb-PackList-name">{pack.displayName}</span>{' '}
                <span className="cpb-mono cpb-PackList-machine">{pack.name}</span>{' '}
                <PackBadges
                  pack={pack}
                  isMisfit={reason !== null}
                  note={isSelectable(pack, allowsDeprecated) ? null : messages.notSelectable}
                />
              </Text>
              {reason === null ? null : (
                <Text slot="description" className="cpb-PackList-reason">
                  <Icon name="warning" /> {reason}
                </Text>
              )}
            </span>
          </ListBoxItem>
        );
      }}
    </ListBox>
  );
});

export function packRowKey(pack: { readonly registryUid: string; readonly name: string }): string {
  return `${pack.registryUid}/${pack.name}`;
}

/** Only the newest version of a pack in the list was looked at. */
function reasonOf(
  messages: LayerPickerMessages,
  { latestVersion }: PackSummary,
  misfits: readonly PackMisfit[],
  cloudName: string,
): string | null {
  const [first] = misfits;
  if (first === undefined) return null;
  const reason = misfitText(messages, first, cloudName);
  const isAboutVersion = first.code !== 'dependency-missing' && (first.params.range ?? '') !== '';
  return isAboutVersion && latestVersion !== undefined
    ? messages.newestVersion(latestVersion, reason)
    : reason;
}

function isSelectable(pack: PackSummary, allowsDeprecated: boolean): boolean {
  return pack.state === 'active' || (allowsDeprecated && pack.state === 'deprecated');
}
