import type { PackMisfit } from '../../model/packFit';
import type { PackTag } from '../../model/packs';
import { readEndOfLife } from '../../model/packVersions';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Badge } from '../ui/Badge';
import { Icon } from '../ui/Icon';
import { layerPickerMessages } from './messages';
import { misfitText } from './misfitText';

export interface VersionBadgesProps {
  readonly tag: PackTag;
  /** `yyyy-MM-dd` */
  readonly today: string;
  readonly isFips: boolean;
}

/** What the publisher says of a version. */
export function VersionBadges({ tag, today, isFips }: VersionBadgesProps) {
  const messages = useMessages('LayerPicker', layerPickerMessages);
  const end = readEndOfLife(tag, today);
  const { state = 'active' } = tag;
  return (
    <>
      {state === 'active' ? null : (
        <Badge tone="warning" icon="warning">
          {messages[state]}
        </Badge>
      )}
      {end === null ? null : (
        <Badge {...(end.isPast ? { tone: 'warning' as const, icon: 'warning' as const } : {})}>
          {end.isPast ? messages.ended(end.date) : messages.ends(end.date)}
        </Badge>
      )}
      {isFips ? <Badge>{messages.fips}</Badge> : null}
    </>
  );
}

export interface MisfitReasonsProps {
  /** So that a control can be described by it. */
  readonly id: string;
  readonly misfits: readonly PackMisfit[];
  readonly cloudName: string;
}

/** Why a version does not fit the stack, reason by reason; nothing where it does. */
export function MisfitReasons({ id, misfits, cloudName }: MisfitReasonsProps) {
  const messages = useMessages('LayerPicker', layerPickerMessages);
  if (misfits.length === 0) return null;
  return (
    <div className="cpb-MisfitReasons" id={id}>
      <Icon name="warning" />
      <div>
        <span className="cpb-MisfitReasons-title">{messages.misfitTitle}</span>
        {misfits.map((misfit, at) => (
          <p key={`${at}-${misfit.code}`}>{misfitText(messages, misfit, cloudName)}</p>
        ))}
      </div>
    </div>
  );
}
