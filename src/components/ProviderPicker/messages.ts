import type { ProviderGroup } from '../../model/providers';

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
  /** After a change that touches chosen layers. */
  changed: 'The cloud type was changed.',
  kept: (packs: string) => `Kept: ${packs}.`,
  dropped: (packs: string) => `To be chosen anew, because they do not work here: ${packs}.`,
};

export type ProviderPickerMessages = typeof providerPickerMessages;
