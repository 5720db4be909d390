import type { PackState } from '../../model/packs';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Badge } from '../ui/Badge';
import { layerPickerMessages } from './messages';

export interface PackBadgesProps {
  readonly pack: {
    readonly isVerified?: boolean;
    readonly isTechPreview?: boolean;
    readonly state: PackState;
  };
  /** More about the state, such as that it cannot be chosen. */
  readonly note?: string | null;
}

/** What a pack's publisher says of it. */
export function PackBadges({ pack, note = null }: PackBadgesProps) {
  const messages = useMessages('LayerPicker', layerPickerMessages);
  return (
    <span className="cpb-PackBadges">
      {pack.isVerified === true ? (
        <Badge tone="success" icon="verified">
          {messages.verified}
        </Badge>
      ) : null}
      {pack.isTechPreview === true ? <Badge tone="accent">{messages.techPreview}</Badge> : null}
      {pack.state === 'active' ? null : (
        <Badge tone="warning" icon="warning">
          {messages[pack.state]}
        </Badge>
      )}
      {note === null ? null : <span className="cpb-PackBadges-note">{note}</span>}
    </span>
  );
}
