import type { ProviderGroup } from '../../model/providers';

/** Such as `2 layers stay, 1 falls away.`; without those there are none of. */
function sentenceOf(
  parts: readonly (readonly [count: number, one: string, many: string])[],
): string {
  const [first, ...rest] = parts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => ({ count, what: count === 1 ? one : many }));
  if (first === undefined) return '';
  return `${[
    `${first.count} ${first.count === 1 ? 'layer' : 'layers'} ${first.what}`,
    ...rest.map(({ count, what }) => `${count} ${what}`),
  ].join(', ')}.`;
}

export const providerPickerMessages = {
  /** Headings of the two groups. */
  groups: {
    infrastructure: 'Infrastructure provider',
    managed: 'Managed Kubernetes',
  } satisfies Record<ProviderGroup, string> as Record<ProviderGroup, string>,
  /** On a custom cloud. */
  custom: 'Custom',
  /** On a provider whose profiles have other than four layers. */
  layerCount: (count: number) => (count === 1 ? '1 layer' : `${count} layers`),
  /** While the adapter's clouds are loaded. */
  loadingCustom: 'Looking for custom clouds …',
  /** When they could not be. */
  customFailed: 'Custom clouds could not be loaded. The ones shown can be used all the same.',
  /** Before a change that touches chosen layers: what it would mean, layer by layer. */
  askTitle: (provider: string) => `Change to ${provider}?`,
  asking: (provider: string) =>
    `Looking up what becomes of the layers on ${provider} … Nothing is changed yet.`,
  askSummary: (counts: { stay: number; change: number; go: number; unknown: number }) =>
    `${sentenceOf([
      [counts.stay, 'stays', 'stay'],
      [counts.change, 'changes its version', 'change their versions'],
      [counts.go, 'falls away', 'fall away'],
      [counts.unknown, 'is not looked up yet', 'are not looked up yet'],
    ])} Nothing is changed yet.`,
  /** Accessible name of the list of layers. */
  layersAffected: 'What becomes of the layers',
  /** Behind a layer. */
  fates: {
    stays: 'Stays as it is',
    otherFile: 'Stays, with the values file of the new provider; your edits are carried over',
    needsVersion: 'Another version has to be chosen',
    getsVersion: (version: string) => `Changes to version ${version}; your edits are carried over`,
    fallsAway: (provider: string) => `Does not work on ${provider}: has to be chosen anew`,
    layerGone: (provider: string) => `Falls away: profiles for ${provider} have no such layer`,
    loading: 'Looking it up …',
    unknown: 'Could not be looked up: it is checked again after the change',
  },
  /** Buttons of the question. */
  changeTo: (provider: string) => `Change to ${provider}`,
  keepProvider: (provider: string) => `Keep ${provider}`,
  /** Moving on was refused, because it is not answered. */
  answerFirst: (from: string, to: string) =>
    `Answer this before you go on: change to ${to}, or keep ${from}.`,
  /** After a change that touches chosen layers. */
  changed: 'The cloud type was changed.',
  kept: (packs: string) => `Kept: ${packs}.`,
  replaced: (packs: string) => `Now in another version: ${packs}.`,
  dropped: (packs: string) => `To be chosen anew, because they do not work here: ${packs}.`,
};

export type ProviderPickerMessages = typeof providerPickerMessages;
