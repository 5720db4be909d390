import type { PackRef, ProfileAdapter } from '../adapters/ProfileAdapter';
import { safeImageUrl } from '../model/safeUrl';
import { useAdapterScope } from './AdapterContext';
import { useAdapterQuery } from './useAdapterQuery';

export interface UsePackLogoOptions {
  /** @default the adapter from context */
  readonly adapter?: ProfileAdapter | undefined;
  readonly pack: PackRef;
  /** Where undefined, the adapter's `getLogo` is asked. Addresses that could run script are not used. */
  readonly logoUrl: string | undefined;
}

/** The address of a pack's logo; null without one. */
export function usePackLogo({ adapter: own, pack, logoUrl }: UsePackLogoOptions): string | null {
  const { adapter } = useAdapterScope(own);
  const asksAdapter = adapter.getLogo !== undefined && logoUrl === undefined;
  const { data } = useAdapterQuery({
    adapter: own,
    area: 'logo',
    queryKey: asksAdapter
      ? ['logo', pack.registryUid, pack.name, pack.layer, pack.cloudType]
      : null,
    read: async (backend, context) => {
      const image = (await backend.getLogo?.(pack, context)) ?? null;
      // Not an object URL: nobody could tell when the last image that shows it is gone.
      return image === null ? null : toDataUrl(image);
    },
  });
  return safeImageUrl((asksAdapter ? data : logoUrl) ?? undefined);
}

function toDataUrl(image: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      resolve(typeof reader.result === 'string' ? reader.result : '');
    };
    reader.onerror = () => {
      reject(reader.error ?? new Error('The logo could not be read.'));
    };
    reader.readAsDataURL(image);
  });
}
