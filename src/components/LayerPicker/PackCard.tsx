import { useEffect, useRef } from 'react';
import type { LayerKind } from '../../model/layers';
import type { ChosenPack } from '../../model/layerStack';
import type { PackSummary } from '../../model/packs';
import { PackLogo } from '../PackLogo/PackLogo';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { ExternalLink } from '../ui/ExternalLink';
import { Icon } from '../ui/Icon';
import { layerPickerMessages } from './messages';
import { PackBadges } from './PackBadges';

export interface PackCardProps {
  readonly pack: ChosenPack;
  /** What the list says of it, once it is known. */
  readonly summary: PackSummary | null;
  readonly kind: LayerKind;
  readonly cloudType: string;
  /** There is no other to choose. */
  readonly isOnlyCandidate: boolean;
  /** The list that had the focus was just closed. */
  readonly isFocusedAtOnce: boolean;
  readonly onChange: () => void;
}

/** The chosen pack, folded, with what it means for the profile. */
export function PackCard({
  pack,
  summary,
  kind,
  cloudType,
  isOnlyCandidate,
  isFocusedAtOnce,
  onChange,
}: PackCardProps) {
  const messages = useMessages('LayerPicker', layerPickerMessages);
  const change = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isFocusedAtOnce) change.current?.focus();
  }, [isFocusedAtOnce]);
  const hint = summary?.hint;
  return (
    <div className="cpb-PackCard">
      <span className="cpb-Field-label">{messages.packName}</span>
      <div className="cpb-PackCard-head">
        <PackLogo
          pack={{ registryUid: pack.registryUid, name: pack.name, layer: kind, cloudType }}
          displayName={pack.displayName}
          logoUrl={summary?.logoUrl}
        />
        <div className="cpb-PackList-text">
          <span className="cpb-PackList-name">{pack.displayName}</span>{' '}
          <span className="cpb-mono cpb-PackList-machine">{pack.name}</span>{' '}
          <PackBadges pack={summary ?? { state: pack.state }} />
        </div>
        <Button
          ref={change}
          variant="quiet"
          aria-label={messages.changePack(pack.displayName)}
          onClick={onChange}
        >
          {messages.change}
        </Button>
      </div>
      {isOnlyCandidate ? <p className="cpb-Field-hint">{messages.onlyCandidate}</p> : null}
      {hint === undefined ? null : (
        <div className="cpb-PackCard-hint">
          <Icon name="info" />
          <span>
            {hint.text}
            {hint.link === undefined ? null : (
              <>
                {' '}
                <ExternalLink href={hint.link.href}>{hint.link.label}</ExternalLink>
              </>
            )}
          </span>
        </div>
      )}
    </div>
  );
}
