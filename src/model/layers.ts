/**
 * The kinds of layer a cluster profile is made of. The values are Palette's wire names
 * (`spec.template.packs[].layer`).
 */
export type LayerKind = 'os' | 'k8s' | 'cni' | 'csi' | 'addon';

/** The kinds every infrastructure profile is built from, lowest layer first. */
export const CORE_LAYER_KINDS = ['os', 'k8s', 'cni', 'csi'] as const satisfies readonly LayerKind[];

/** What a profile may hold: `infra` core layers only, `cluster` both, `add-on` only add-on layers. */
export type ProfileType = 'infra' | 'cluster' | 'add-on';
