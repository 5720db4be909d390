import type { LayerDiagnostic } from './diagnostics';
import type { LayerStack, StackLayer } from './layerStack';
import type { LayerKind } from './layers';
import type { PackContent, PackDependency } from './packs';
import { isVersionInRange, versionRangeText } from './packVersions';

export type DependencyCode =
  'dependency-missing' | 'dependency-version' | 'dependency-not-supported';

/** A pack in its place in a stack. */
export interface PlacedPack {
  readonly layerId: string;
  readonly kind: LayerKind;
  readonly name: string;
  readonly displayName: string;
  /** Concrete, such as `1.33.9`; null where it is not known. */
  readonly version: string | null;
}

/** What a stack offers to a rule. */
export interface PlacedPacks {
  readonly packs: readonly PlacedPack[];
  /** Kinds of layers that still wait for a pack. */
  readonly openKinds: ReadonlySet<LayerKind>;
  /** Kinds of all layers there are. */
  readonly kinds: ReadonlySet<LayerKind>;
}

/** A rule that does not hold. */
export interface DependencyFault {
  readonly code: DependencyCode;
  readonly rule: PackDependency;
  /** The pack it is about; null where it is missing. */
  readonly target: PlacedPack | null;
  /** The profile has no layer where the missing pack could be: another profile may bring it. */
  readonly isElsewhere: boolean;
}

/**
 * What the rules of chosen packs say against each other, lowest layer first. A rule is told at the layer
 * of the pack that has it; whether it stands below or above the other makes no difference.
 *
 * Params: `pack` and `version` of the rule's owner, `needs` the machine name and `needsName` the display
 * name of the other, `range` such as `≥ 1.27` (empty: any version), `found` the version that is there.
 *
 * @param contents what the chosen version of each layer brings along, as far as it is known
 */
export function checkLayerStack(
  stack: Pick<LayerStack, 'layers'>,
  contents: ReadonlyMap<string, PackContent>,
): LayerDiagnostic[] {
  const placed = placePacks(stack);
  return placed.packs.flatMap((owner) =>
    (contents.get(owner.layerId)?.dependencies ?? []).flatMap((rule): LayerDiagnostic[] => {
      const fault = judgeDependency(owner, rule, placed);
      if (fault === null) return [];
      return [
        {
          code: fault.code,
          severity: fault.isElsewhere ? 'warning' : 'error',
          layerId: owner.layerId,
          kind: owner.kind,
          params: dependencyParams(owner, fault),
        },
      ];
    }),
  );
}

/** What is chosen so far. */
export function placePacks({ layers }: Pick<LayerStack, 'layers'>): PlacedPacks {
  return {
    packs: layers.flatMap((layer) => placedPack(layer) ?? []),
    openKinds: new Set(layers.filter(({ pack }) => pack === null).map(({ kind }) => kind)),
    kinds: new Set(layers.map(({ kind }) => kind)),
  };
}

/**
 * Whether a rule holds; null where nothing is against it. Not judged: unknown types and `upgrade`, a
 * version or bound that cannot be read, and a required pack whose layer is still to be chosen.
 */
export function judgeDependency(
  owner: PlacedPack,
  rule: PackDependency,
  { packs, openKinds, kinds }: PlacedPacks,
): DependencyFault | null {
  const targets = packs.filter(
    (pack) =>
      pack.layerId !== owner.layerId &&
      pack.name === rule.packName &&
      (rule.layer === undefined || pack.kind === rule.layer),
  );
  const fault = (code: DependencyCode, target: PlacedPack | null): DependencyFault => ({
    code,
    rule,
    target,
    isElsewhere: target === null && rule.layer !== undefined && !kinds.has(rule.layer),
  });
  const outside = targets.find((target) => isInRange(target, rule) === false);
  switch (rule.type) {
    case 'optional':
      return outside === undefined ? null : fault('dependency-version', outside);
    case 'required': {
      if (targets.length === 0) {
        const isOpen = rule.layer === undefined ? openKinds.size > 0 : openKinds.has(rule.layer);
        return isOpen ? null : fault('dependency-missing', null);
      }
      // Where a pack is there twice, one that fits is enough.
      return outside === undefined || targets.some((target) => isInRange(target, rule) !== false)
        ? null
        : fault('dependency-version', outside);
    }
    case 'notSupported': {
      const inside = targets.find((target) => isInRange(target, rule) === true);
      return inside === undefined ? null : fault('dependency-not-supported', inside);
    }
    default:
      return null;
  }
}

/** Values for the message about a fault. */
export function dependencyParams(
  owner: PlacedPack,
  { rule, target }: DependencyFault,
): Readonly<Record<string, string>> {
  return {
    pack: owner.displayName,
    version: owner.version ?? '',
    needs: rule.packName,
    needsName: target?.displayName ?? rule.packName,
    range: versionRangeText(rule),
    found: target?.version ?? '',
  };
}

function placedPack({ id, kind, pack }: StackLayer): PlacedPack | null {
  if (pack === null || pack.name === '') return null;
  return {
    layerId: id,
    kind,
    name: pack.name,
    displayName: pack.displayName,
    version: pack.version?.version ?? null,
  };
}

/** Without bounds every version is in range, so that it need not be known. */
function isInRange(target: PlacedPack, rule: PackDependency): boolean | null {
  if (versionRangeText(rule) === '') return true;
  return target.version === null ? null : isVersionInRange(target.version, rule);
}
