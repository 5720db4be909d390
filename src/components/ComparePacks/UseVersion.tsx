import { useId } from 'react';
import type { OfferRefusal } from '../../model/packOffer';
import type { Pack, PackTag } from '../../model/packs';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { comparePacksMessages, type ComparePacksMessages } from './messages';

export interface UseVersionProps {
  readonly pack: Pack;
  readonly tag: PackTag;
  readonly registryName: string;
  readonly cloudName: string;
  /** It is what the profile has. */
  readonly isChosen: boolean;
  /** Why it cannot be taken; null where it can. */
  readonly refusal: OfferRefusal | null;
  readonly onUse: () => void;
}

/** Takes a version into the profile, or says why it cannot be taken. */
export function UseVersion(props: UseVersionProps) {
  const { tag, registryName, isChosen, refusal, onUse } = props;
  const messages = useMessages('ComparePacks', comparePacksMessages);
  const id = useId();
  if (isChosen) {
    return (
      <Badge tone="accent" icon="check">
        {messages.chosen}
      </Badge>
    );
  }
  return (
    <>
      {refusal === null ? null : (
        <p className="cpb-CompareSide-refused" id={id}>
          {refusalText(messages, refusal, props)}
        </p>
      )}
      <Button
        aria-label={messages.useOf(tag.tag, registryName)}
        // It can be reached all the same, so that its reason is read.
        aria-disabled={refusal === null ? undefined : true}
        aria-describedby={refusal === null ? undefined : id}
        onClick={refusal === null ? onUse : undefined}
      >
        {messages.use}
      </Button>
    </>
  );
}

function refusalText(
  messages: ComparePacksMessages,
  refusal: OfferRefusal,
  { pack, tag, registryName, cloudName }: UseVersionProps,
): string {
  switch (refusal.of) {
    case 'cloud':
      return messages.cloudRefused(tag.tag, cloudName);
    case 'pack':
      return messages.packRefused[refusal.state](pack.displayName, registryName);
    case 'version':
      return messages.versionRefused[refusal.state](tag.tag, registryName);
    default:
      return refusal satisfies never;
  }
}
