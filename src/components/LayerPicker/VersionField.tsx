import { useId, useMemo } from 'react';
import type { QueryState } from '../../hooks/useAdapterQuery';
import { toChosenVersion } from '../../model/chosenPack';
import type { ChoiceEvent } from '../../model/layerChoice';
import type { ChosenPack } from '../../model/layerStack';
import type { PackMisfit } from '../../model/packFit';
import type { Pack, PackTag } from '../../model/packs';
import { groupPackVersions } from '../../model/packVersions';
import { fitsCloudType } from '../../model/providers';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { describedBy, Field } from '../ui/Field';
import { Loading, RequestFailure, SkeletonLines } from '../ui/RequestStates';
import { layerPickerMessages } from './messages';
import { VersionOptions } from './VersionOptions';

export interface VersionFieldProps {
  readonly layerId: string;
  readonly pack: ChosenPack;
  readonly query: QueryState<Pack>;
  readonly cloudType: string;
  readonly cloudName: string;
  /** `yyyy-MM-dd` */
  readonly today: string;
  readonly isGone: boolean;
  readonly showsFaults: boolean;
  /** Why a version does not fit the stack. */
  readonly fitOf: (tag: PackTag) => readonly PackMisfit[];
  /** The id of what is said about the chosen version; undefined while nothing is. */
  readonly misfitId: string | undefined;
  readonly onChoice: (event: ChoiceEvent) => void;
  /** Somebody looks at the versions. */
  readonly onLook: () => void;
}

/** A group, which follows new releases, or one version. */
export function VersionField({
  layerId,
  pack,
  query,
  cloudType,
  cloudName,
  today,
  isGone,
  showsFaults,
  fitOf,
  misfitId,
  onChoice,
  onLook,
}: VersionFieldProps) {
  const messages = useMessages('LayerPicker', layerPickerMessages);
  const id = useId();
  const groups = useMemo(() => groupPackVersions(query.data?.tags ?? []), [query.data]);

  if (query.status === 'loading') {
    return (
      <Loading what={messages.versionsThing} onRetry={query.retry}>
        <SkeletonLines count={2} />
      </Loading>
    );
  }
  if (query.status === 'failed') {
    return (
      <RequestFailure title={messages.versionsFailed} error={query.error} onRetry={query.retry} />
    );
  }

  const { version } = pack;
  const error = faultText();
  const hint = version === null || isGone ? null : versionHint();
  return (
    <Field id={id} label={messages.packVersion} error={error} hint={hint}>
      <select
        id={id}
        className="cpb-Input"
        value={version?.tag ?? ''}
        aria-invalid={error === null ? undefined : true}
        aria-describedby={
          [describedBy(id, { error, hint }), misfitId].filter(Boolean).join(' ') || undefined
        }
        onFocus={onLook}
        onPointerEnter={onLook}
        onChange={(event) => {
          const tag = query.data?.tags.find((candidate) => candidate.tag === event.target.value);
          if (tag === undefined) return;
          onChoice({ type: 'versionSelected', layerId, version: toChosenVersion(tag, pack) });
        }}
      >
        {version === null ? <option value="">{messages.chooseVersion}</option> : null}
        {version !== null && isGone ? (
          <option value={version.tag}>{messages.goneOption(version.tag)}</option>
        ) : null}
        <VersionOptions
          groups={groups}
          chosenTag={version?.tag ?? null}
          {...{ cloudName, today, fitOf }}
        />
      </select>
    </Field>
  );

  function faultText(): string | null {
    if (query.data?.tags.length === 0) return messages.noVersions;
    if (version === null) return showsFaults ? messages.versionMissing : null;
    if (!fitsCloudType(version.cloudTypes, cloudType)) {
      return messages.mismatch(pack.displayName, version.tag, cloudName);
    }
    return isGone ? messages.versionGone(version.tag, cloudName) : null;
  }

  function versionHint(): string | null {
    if (version === null) return null;
    return version.tag === version.version
      ? messages.pinnedHint(version.version)
      : messages.groupHint(version.tag, version.version);
  }
}
