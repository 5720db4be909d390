import type { PackState } from '../../model/packs';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Badge } from '../ui/Badge';
import { layerPickerMessages } from './messages';

export interface PackBadgesProps {
  readonly pack: {
    readonly isVerified?: boolean;
    readonly isTechPreview?: boolean;
    readonly isFips?: boolean | undefined;
    readonly state: PackState;
  };
  /** More about the state, such as that it cannot be chosen. */
  readonly note?: string | null;
  /** It does not fit the stack. @default false */
  readonly isMisfit?: boolean;
}

/** What a pack's publisher says of it. */
export function PackBadges({ pack, note = null, isMisfit = false }: PackBadgesProps) {
  const messages = useMessages('LayerPicker', layerPickerMessages);
  return (
    <span className="cpb-PackBadges">
      {pack.isVerified === true ? (
        <Badge tone="success" icon="verified">
          {messages.verified}
        </Badge>
      ) : null}
      {pack.isTechPreview === true ? <Badge tone="accent">{messages.techPreview}</Badge> : null}
      {pack.isFips === true ? <Badge>{messages.fips}</Badge> : null}
      {isMisfit ? <Badge tone="warning">{messages.misfitBadge}</Badge> : null}
      {pack.state === 'active' ? null : (
        <Badge tone="warning" icon="warning">
          {messages[pack.state]}
        </Badge>
      )}
      {note === null ? null : <span className="cpb-PackBadges-note">{note}</span>}
    </span>
  );
}
