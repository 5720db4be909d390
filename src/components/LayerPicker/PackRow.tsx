import { memo, useEffect, useRef, useState, type RefObject } from 'react';
import type { LayerKind } from '../../model/layers';
import type { PackMisfit } from '../../model/packFit';
import type { PackSummary } from '../../model/packs';
import { PackGlyph, PackLogo } from '../PackLogo/PackLogo';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Icon } from '../ui/Icon';
import { layerPickerMessages, type LayerPickerMessages } from './messages';
import { misfitText } from './misfitText';
import { PackBadges } from './PackBadges';

export interface PackRowProps {
  readonly id: string;
  readonly pack: PackSummary;
  readonly kind: LayerKind;
  readonly cloudType: string;
  readonly cloudName: string;
  readonly isChosen: boolean;
  /** The arrow keys are at it. */
  readonly isActive: boolean;
  readonly isSelectable: boolean;
  /** Why a pack does not fit the stack. */
  readonly fitOf: (pack: PackSummary) => readonly PackMisfit[];
  readonly onPress: (pack: PackSummary) => void;
}

/** A pack of the list. Plain elements: fifty of them are made anew while somebody types. */
export const PackRow = memo(function PackRow({
  id,
  pack,
  kind,
  cloudType,
  cloudName,
  isChosen,
  isActive,
  isSelectable,
  fitOf,
  onPress,
}: PackRowProps) {
  const messages = useMessages('LayerPicker', layerPickerMessages);
  const row = useRef<HTMLDivElement>(null);
  const wasSeen = useSeen(row, pack.logoUrl !== undefined);
  const reason = reasonOf(messages, pack, fitOf(pack), cloudName);
  return (
    // The keys are those of the search field and of the list.
    // eslint-disable-next-line jsx-a11y-x/click-events-have-key-events -- see above
    <div
      ref={row}
      id={id}
      className="cpb-PackList-item"
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      aria-disabled={isSelectable ? undefined : true}
      data-selected={isChosen ? '' : undefined}
      data-focused={isActive ? '' : undefined}
      data-disabled={isSelectable ? undefined : ''}
      onClick={() => {
        onPress(pack);
      }}
    >
      {wasSeen ? (
        <PackLogo
          pack={{ registryUid: pack.registryUid, name: pack.name, layer: kind, cloudType }}
          displayName={pack.displayName}
          logoUrl={pack.logoUrl}
        />
      ) : (
        <PackGlyph displayName={pack.displayName} kind={kind} />
      )}
      {/* All of it is the name of the row: what is seen is what is said. */}
      <span className="cpb-PackList-text">
        <span className="cpb-PackList-name">{pack.displayName}</span>{' '}
        <span className="cpb-mono cpb-PackList-machine">{pack.name}</span>{' '}
        <PackBadges
          pack={pack}
          isMisfit={reason !== null}
          note={isSelectable ? null : messages.notSelectable}
        />
        {reason === null ? null : (
          <span className="cpb-PackList-reason">
            {' '}
            <Icon name="warning" /> {reason}
          </span>
        )}
      </span>
    </div>
  );
});

/** Whether an element has been in view: no logo is asked for before. */
function useSeen(element: RefObject<HTMLElement | null>, isKnown: boolean): boolean {
  const [isSeen, setSeen] = useState(isKnown || typeof IntersectionObserver === 'undefined');
  useEffect(() => {
    if (isSeen || element.current === null) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
    });
    observer.observe(element.current);
    return () => {
      observer.disconnect();
    };
  }, [element, isSeen]);
  return isSeen;
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
