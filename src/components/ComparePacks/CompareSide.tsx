import { useId } from 'react';
import { offerRefusal, type OfferRules } from '../../model/packOffer';
import type { Pack, PackTag, Registry } from '../../model/packs';
import { MisfitReasons, VersionBadges } from '../LayerPicker/VersionFacts';
import { VersionOptions } from '../LayerPicker/VersionOptions';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Field } from '../ui/Field';
import { Loading, RequestFailure, SkeletonLines } from '../ui/RequestStates';
import { comparePacksMessages } from './messages';
import type { CompareSideState } from './useCompareSide';
import { UseVersion } from './UseVersion';

export interface CompareSideProps {
  /** Accessible name. */
  readonly name: string;
  readonly side: CompareSideState;
  readonly registries: readonly Registry[];
  readonly displayName: string;
  readonly cloudName: string;
  /** `yyyy-MM-dd` */
  readonly today: string;
  /** It is what the profile has. */
  readonly isChosen: boolean;
  readonly rules: OfferRules;
  readonly onUse: (pack: Pack, tag: PackTag) => void;
}

/** Chooses what one side of a comparison shows, and takes it into the profile. */
export function CompareSide({ name, side, registries, displayName, ...rest }: CompareSideProps) {
  const messages = useMessages('ComparePacks', comparePacksMessages);
  const id = useId();
  const { pack, tag } = side;
  const registryName =
    registries.find(({ uid }) => uid === side.registryUid)?.name ?? side.registryUid;
  return (
    <fieldset className="cpb-CompareSide">
      <legend className="cpb-visually-hidden">{name}</legend>
      <Field id={id} label={messages.registry}>
        <select
          id={id}
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
        <SideVersion pack={pack.data} {...{ side, tag, registryName }} {...rest} />
      )}
    </fieldset>
  );
}

interface SideVersionProps extends Omit<CompareSideProps, 'name' | 'registries' | 'displayName'> {
  readonly pack: Pack;
  readonly tag: PackTag;
  readonly registryName: string;
}

/** The version of a side, with what is to be known before it is taken. */
function SideVersion({
  side,
  pack,
  tag,
  registryName,
  cloudName,
  today,
  isChosen,
  rules,
  onUse,
}: SideVersionProps) {
  const messages = useMessages('ComparePacks', comparePacksMessages);
  const id = useId();
  const refusal = offerRefusal(pack, tag, rules);
  // A wrong cloud is why it cannot be taken, and told there.
  const misfits = side.fitOf(tag).filter(({ code }) => code !== 'cloud-type-mismatch');
  return (
    <>
      <Field id={`${id}-version`} label={messages.version}>
        <select
          id={`${id}-version`}
          className="cpb-Input"
          value={tag.tag}
          aria-describedby={misfits.length === 0 ? undefined : `${id}-misfits`}
          onFocus={side.look}
          onPointerEnter={side.look}
          onChange={(event) => {
            side.chooseTag(event.target.value);
          }}
        >
          <VersionOptions
            groups={side.groups}
            chosenTag={tag.tag}
            fitOf={side.fitOf}
            {...{ cloudName, today }}
            isForLooking
          />
        </select>
      </Field>
      <MisfitReasons id={`${id}-misfits`} misfits={misfits} cloudName={cloudName} />
      <div className="cpb-CompareSide-foot">
        <span className="cpb-CompareSide-badges">
          <VersionBadges tag={tag} today={today} isFips={(tag.isFips ?? pack.isFips) === true} />
        </span>
        <UseVersion
          {...{ pack, tag, registryName, cloudName, isChosen, refusal }}
          onUse={() => {
            onUse(pack, tag);
          }}
        />
      </div>
    </>
  );
}
