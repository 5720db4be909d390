import type { PackMisfit } from '../../model/packFit';
import type { PackTag, Registry } from '../../model/packs';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { layerPickerMessages } from './messages';
import { MisfitReasons, VersionBadges } from './VersionFacts';

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
  return (
    <div className="cpb-VersionDetails">
      <MisfitReasons id={misfitId} misfits={misfits} cloudName={cloudName} />
      <div className="cpb-VersionDetails-facts">
        <span>{messages.fromRegistry(registry.name)}</span>
        {tag === null ? null : <VersionBadges tag={tag} today={today} isFips={isFips} />}
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
