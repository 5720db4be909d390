import { valuesTextId, type ChosenPack, type LayerStack, type StackLayer } from './layerStack';
import { maskSecrets } from './maskSecrets';
import { isUnder, looksSecret, MASKED_VALUE } from './secrets';
import { textWithoutSecrets } from './textWithoutSecrets';
import { carryOf, isCarryReplaced, type CarriedConflict, type ValuesCarry } from './valuesCarry';

/** See `ValuesCarry`. */
export interface DraftCarry {
  /** The pack, with its version, that the edits are from. */
  readonly pack: ChosenPack;
  readonly cloudType: string;
  /** The values there, as edited, without secrets. */
  readonly values: string;
  /** @default `carried` */
  readonly phase?: 'waiting' | 'carried' | 'failed' | undefined;
  readonly carriedCount: number;
  readonly conflicts: readonly CarriedConflict[];
}

/** The carry that a draft tells of; null where it tells of none, or of one that goes nowhere. */
export function carryOfDraft(
  carried: DraftCarry | undefined,
  layer: StackLayer,
): ValuesCarry | null {
  const textId = valuesTextId(layer);
  if (carried === undefined || textId === null) return null;
  const { pack, cloudType, phase = 'carried', carriedCount, conflicts } = carried;
  const from = valuesTextId({ ...layer, pack });
  if (from === null || from === textId) return null;
  return {
    layerId: layer.id,
    from: { textId: from, pack, cloudType },
    textId,
    phase,
    carriedCount,
    conflicts,
  };
}

/** What a draft tells of a carry: as long as the edits have not come, or a conflict waits to be decided. */
export function draftCarry(stack: LayerStack, layer: StackLayer): DraftCarry | undefined {
  const carry = carryOf(stack, layer);
  const values = carry === null ? undefined : stack.texts[carry.from.textId];
  if (carry === null || carry.phase === 'dismissed' || values === undefined) return undefined;
  const { from, phase, carriedCount } = carry;
  const isDecided = carry.conflicts.every(({ taken }) => taken !== null);
  if (phase === 'carried' && (isDecided || isCarryReplaced(stack, carry))) return undefined;
  return {
    pack: from.pack,
    cloudType: from.cloudType,
    values: textWithoutSecrets(values, from.pack),
    ...(phase !== 'carried' && { phase }),
    carriedCount,
    conflicts: carry.conflicts.map((conflict) => withoutSecrets(conflict, values.secretPaths)),
  };
}

function withoutSecrets(
  conflict: CarriedConflict,
  secretPaths: readonly string[] = [],
): CarriedConflict {
  const { path, base, mine, theirs } = conflict;
  const key = path.findLast((part) => typeof part === 'string');
  const isSecret = key !== undefined && (looksSecret(key) || isUnder(secretPaths, path));
  const side = (text: string | null) => {
    if (text === null) return null;
    // Without a path it is whole lines.
    return isSecret ? `"${MASKED_VALUE}"` : maskSecrets(text, 'unknown');
  };
  return { ...conflict, base: side(base), mine: side(mine), theirs: side(theirs) };
}
