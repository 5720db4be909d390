import type { PackMisfit } from '../../model/packFit';
import type { PackTag, Registry } from '../../model/packs';
import { readEndOfLife } from '../../model/packVersions';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { layerPickerMessages } from './messages';
import { misfitText } from './misfitText';

export interface VersionDetailsProps {
  readonly packName: string;
  /** The row that is chosen; null where it is not offered any more. */
  readonly tag: PackTag | null;
  readonly registry: Registry;
  readonly cloudName: string;
  /** `yyyy-MM-dd` */
  readonly today: string;
  readonly isFips: boolean;
  readonly misfits: readonly PackMisfit[];
  /** The id of the reasons. */
  readonly misfitId: string;
  /** Undefined where there is nothing to compare with. */
  readonly onCompare: (() => void) | undefined;
  readonly onReadme: () => void;
}

/** What is to be known of the chosen version, below the list of versions. */
export function VersionDetails({
  packName,
  tag,
  registry,
  cloudName,
  today,
  isFips,
  misfits,
  misfitId,
  onCompare,
  onReadme,
}: VersionDetailsProps) {
  const messages = useMessages('LayerPicker', layerPickerMessages);
  const end = tag === null ? null : readEndOfLife(tag, today);
  const state = tag?.state ?? 'active';
  return (
    <div className="cpb-VersionDetails">
      {misfits.length === 0 ? null : (
        <div className="cpb-VersionDetails-misfit" id={misfitId}>
          <Icon name="warning" />
          <div>
            <span className="cpb-VersionDetails-misfitTitle">{messages.misfitTitle}</span>
            {misfits.map((misfit, at) => (
              <p key={`${at}-${misfit.code}`}>{misfitText(messages, misfit, cloudName)}</p>
            ))}
          </div>
        </div>
      )}
      <div className="cpb-VersionDetails-facts">
        <span>{messages.fromRegistry(registry.name)}</span>
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
      </div>
      {tag === null ? null : (
        <div className="cpb-VersionDetails-actions">
          {onCompare === undefined ? null : (
            <Button
              variant="quiet"
              aria-label={messages.compareVersions(packName)}
              onClick={onCompare}
            >
              {messages.compare}
            </Button>
          )}
          <Button
            variant="quiet"
            aria-label={messages.readmeOf(packName, tag.tag)}
            onClick={onReadme}
          >
            {messages.readme}
          </Button>
        </div>
      )}
    </div>
  );
}
