import type { ProfileFinding } from '../../adapters/ProfileAdapter';
import type { LayerStack, StackLayer } from '../../model/layerStack';

/** The layer that a finding of the server is about; null for any other. */
export function layerOfFinding(
  { layers }: LayerStack,
  { packName }: ProfileFinding,
): StackLayer | null {
  if (packName === undefined) return null;
  return layers.find(({ pack }) => pack !== null && pack.name === packName) ?? null;
}

/** The step that a finding of the server is solved in; the review for those about nothing in particular. */
export function stepOfFinding(
  stack: LayerStack,
  finding: ProfileFinding,
): 'info' | 'layers' | 'review' {
  if (layerOfFinding(stack, finding) !== null) return 'layers';
  return finding.field === undefined ? 'review' : 'info';
}

const NONE: readonly ProfileFinding[] = [];

/** What the server has against a layer. */
export function findingsOfLayer(
  stack: LayerStack,
  layerId: string,
  findings: readonly ProfileFinding[] = NONE,
): readonly ProfileFinding[] {
  return findings.filter((found) => layerOfFinding(stack, found)?.id === layerId);
}
