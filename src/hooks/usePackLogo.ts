import { useEffect, useState } from 'react';
import type { PackRef, ProfileAdapter } from '../adapters/ProfileAdapter';
import { safeImageUrl } from '../model/safeUrl';
import { useAdapterScope } from './AdapterContext';
import { useAdapterQuery } from './useAdapterQuery';

export interface UsePackLogoOptions {
  /** @default the adapter from context */
  readonly adapter?: ProfileAdapter | undefined;
  readonly pack: PackRef;
  /** Shown where the adapter has no `getLogo`. Only image addresses that cannot run script are used. */
  readonly logoUrl: string | undefined;
}

/** The address of a pack's logo; null without one. */
export function usePackLogo({ adapter: own, pack, logoUrl }: UsePackLogoOptions): string | null {
  const { adapter } = useAdapterScope(own);
  const asksAdapter = adapter.getLogo !== undefined && logoUrl === undefined;
  const { data: image } = useAdapterQuery({
    adapter: own,
    area: 'logo',
    queryKey: asksAdapter
      ? ['logo', pack.registryUid, pack.name, pack.layer, pack.cloudType]
      : null,
    read: async (backend, context) => (await backend.getLogo?.(pack, context)) ?? null,
  });
  const [objectUrl, setObjectUrl] = useState<string | null>(null);
  useEffect(() => {
    if (image == null || !image.type.startsWith('image/')) return;
    const url = URL.createObjectURL(image);
    setObjectUrl(url);
    return () => {
      setObjectUrl(null);
      URL.revokeObjectURL(url);
    };
  }, [image]);
  return asksAdapter ? objectUrl : safeImageUrl(logoUrl);
}
