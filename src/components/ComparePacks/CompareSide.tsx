import { useId } from 'react';
import type { Pack, PackTag, Registry } from '../../model/packs';
import { layerPickerMessages } from '../LayerPicker/messages';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Loading, RequestFailure, SkeletonLines } from '../ui/RequestStates';
import { comparePacksMessages } from './messages';
import type { CompareSideState } from './useCompareSide';

export interface CompareSideProps {
  /** Accessible name. */
  readonly name: string;
  readonly side: CompareSideState;
  readonly registries: readonly Registry[];
  readonly displayName: string;
  /** It is what the profile has. */
  readonly isChosen: boolean;
  readonly onUse: (pack: Pack, tag: PackTag) => void;
}

/** Chooses what one side of a comparison shows, and takes it into the profile. */
export function CompareSide({
  name,
  side,
  registries,
  displayName,
  isChosen,
  onUse,
}: CompareSideProps) {
  const messages = useMessages('ComparePacks', comparePacksMessages);
  const id = useId();
  const { pack, tag } = side;
  const registryName =
    registries.find(({ uid }) => uid === side.registryUid)?.name ?? side.registryUid;
  return (
    <fieldset className="cpb-CompareSide">
      <legend className="cpb-visually-hidden">{name}</legend>
      <Field id={`${id}-registry`} label={messages.registry}>
        <select
          id={`${id}-registry`}
          className="cpb-Input"
          value={side.registryUid}
          onChange={(event) => {
            side.chooseRegistry(event.target.value);
          }}
        >
          {registries.map(({ uid, name: option }) => (
            <option key={uid} value={uid}>
              {option}
            </option>
          ))}
        </select>
      </Field>
      {pack.status === 'loading' || pack.status === 'idle' ? (
        <Loading what={messages.packThing} onRetry={pack.retry}>
          <SkeletonLines count={2} />
        </Loading>
      ) : pack.error?.code === 'not-found' || (pack.status === 'ready' && tag === null) ? (
        <p className="cpb-CompareSide-none" role="status">
          {messages.notThere(displayName, registryName)}
        </p>
      ) : pack.status === 'failed' || pack.data === undefined || tag === null ? (
        <RequestFailure title={messages.packFailed} error={pack.error} onRetry={pack.retry} />
      ) : (
        <>
          <VersionSelect id={`${id}-version`} side={side} tag={tag} />
          <div className="cpb-CompareSide-use">
            {isChosen ? (
              <Badge tone="accent" icon="check">
                {messages.chosen}
              </Badge>
            ) : (
              <Button
                aria-label={messages.useOf(tag.tag, registryName)}
                onClick={() => {
                  if (pack.data !== undefined) onUse(pack.data, tag);
                }}
              >
                {messages.use}
              </Button>
            )}
          </div>
        </>
      )}
    </fieldset>
  );
}

function VersionSelect({
  id,
  side,
  tag,
}: {
  readonly id: string;
  readonly side: CompareSideState;
  readonly tag: PackTag;
}) {
  const messages = useMessages('ComparePacks', comparePacksMessages);
  // The same words as where versions are chosen.
  const picker = useMessages('LayerPicker', layerPickerMessages);
  return (
    <Field id={id} label={messages.version}>
      <select
        id={id}
        className="cpb-Input"
        value={tag.tag}
        onChange={(event) => {
          side.chooseTag(event.target.value);
        }}
      >
        {side.groups.map((group) => (
          <optgroup
            key={group.tag === null ? 'none' : `group ${group.tag}`}
            label={group.tag === null ? picker.otherVersions : picker.versionsInGroup(group.tag)}
          >
            {group.resolvesTo === null ? null : (
              <option value={group.resolvesTo.tag}>
                {picker.groupOption(group.resolvesTo.tag, group.resolvesTo.version)}
              </option>
            )}
            {group.members.map((row, at) => (
              <option key={`${at}-${row.tag}`} value={row.tag}>
                {row.tag}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </Field>
  );
}
