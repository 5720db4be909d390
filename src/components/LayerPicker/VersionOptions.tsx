import type { PackMisfit } from '../../model/packFit';
import { isVersionOffered } from '../../model/packOffer';
import type { PackTag } from '../../model/packs';
import { readEndOfLife, type PackVersionGroup } from '../../model/packVersions';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { layerPickerMessages, type LayerPickerMessages } from './messages';
import { misfitName } from './misfitText';

export interface VersionOptionsProps {
  readonly groups: readonly PackVersionGroup[];
  /** The row that is chosen: the closed list shows it, and what it does not fit is told below. */
  readonly chosenTag: string | null;
  readonly cloudName: string;
  /** `yyyy-MM-dd` */
  readonly today: string;
  /** Why a version does not fit the stack. */
  readonly fitOf: (tag: PackTag) => readonly PackMisfit[];
  /** Whether those that cannot be chosen can be looked at all the same. @default false */
  readonly isForLooking?: boolean | undefined;
}

/** Groups and versions for a select, each with what is to be known before it is chosen. */
export function VersionOptions({
  groups,
  chosenTag,
  cloudName,
  today,
  fitOf,
  isForLooking = false,
}: VersionOptionsProps) {
  const messages = useMessages('LayerPicker', layerPickerMessages);
  const option = (tag: PackTag, text: string, key: string) => {
    const isChosen = tag.tag === chosenTag;
    const marks = [
      stateMark(messages, tag),
      ...misfitMarks(messages, fitOf(tag), cloudName, isChosen),
      endMark(messages, tag, today),
    ].filter((mark) => mark !== null);
    return (
      <option
        key={key}
        value={tag.tag}
        disabled={!isForLooking && !isChosen && !isVersionOffered(tag)}
      >
        {messages.versionOption(text, marks)}
      </option>
    );
  };
  return groups.map(({ tag: name, resolvesTo, members }) => (
    <optgroup
      key={name === null ? 'none' : `group ${name}`}
      label={name === null ? messages.otherVersions : messages.versionsInGroup(name)}
    >
      {resolvesTo === null
        ? null
        : option(resolvesTo, messages.groupOption(resolvesTo.tag, resolvesTo.version), 'group')}
      {members.map((tag, at) => option(tag, tag.tag, `${at}-${tag.tag}`))}
    </optgroup>
  ));
}

/** By name for those to choose from; a closed list has no room for names. */
function misfitMarks(
  messages: LayerPickerMessages,
  misfits: readonly PackMisfit[],
  cloudName: string,
  isChosen: boolean,
): readonly string[] {
  if (misfits.length > 0 && isChosen) return [messages.markMisfitChosen];
  const names = new Set(misfits.map((misfit) => misfitName(misfit, cloudName)));
  return [...names].map((name) => messages.markMisfit(name));
}

function endMark(messages: LayerPickerMessages, tag: PackTag, today: string): string | null {
  const end = readEndOfLife(tag, today);
  if (end === null) return null;
  return end.isPast ? messages.markEnded(end.date) : messages.markEnds(end.date);
}

function stateMark(messages: LayerPickerMessages, { state }: PackTag): string | null {
  switch (state) {
    case 'deprecated':
      return messages.markDeprecated;
    case 'disabled':
      return messages.markDisabled;
    case 'deleted':
      return messages.markDeleted;
    default:
      return null;
  }
}
