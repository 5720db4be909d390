import type { PackHint } from '../../model/packs';

const DOCS = 'https://docs.spectrocloud.com';

/** Pages of the product's documentation that packs point at. */
export const docs = {
  byoOs: `${DOCS}/byoos/`,
  edgeArtifacts: `${DOCS}/clusters/edge/edgeforge-workflow/palette-canvos/`,
  kubernetes: `${DOCS}/integrations/kubernetes/`,
  packs: `${DOCS}/integrations/packs/`,
  profiles: `${DOCS}/profiles/cluster-profiles/`,
} as const;

/** Says what a bring-your-own operating system asks for. */
export function byoOsHint(where: string): PackHint {
  return {
    text: `You bring your own operating system image. Put its reference into ${where} of the values; no image is used without it.`,
    link: { label: 'Bring your own OS', href: docs.byoOs },
  };
}

/** Says that Palette eXtended Kubernetes needs no identity provider of one’s own. */
export const oidcHint: PackHint = {
  text: 'Palette can be the OIDC identity provider of these clusters, so no third-party provider has to be set up.',
  link: { label: 'Identity provider for Kubernetes', href: docs.kubernetes },
};
