import type { ProfileAdapter, ProfileNameAnswer } from '../adapters/ProfileAdapter';
import { useDebouncedValue } from '../internal/useDebouncedValue';
import type { ProfileErrorInfo } from '../model/ProfileError';
import { useAdapterQuery } from './useAdapterQuery';

export interface UseProfileNameCheckOptions {
  /** @default the adapter from context */
  readonly adapter?: ProfileAdapter | undefined;
  /** Trimmed. Empty asks nothing. */
  readonly name: string;
  /** `major.minor.patch`; null while the typed one is not valid. */
  readonly version: string | null;
  /** How long typing must rest, in milliseconds. @default 350 */
  readonly delayMs?: number | undefined;
}

export interface ProfileNameCheck {
  readonly status: 'idle' | 'checking' | 'failed' | ProfileNameAnswer;
  readonly error: ProfileErrorInfo | null;
  readonly retry: () => void;
}

/** Whether name and version are free, asked while typing. Only the answer to the latest pair counts. */
export function useProfileNameCheck({
  adapter,
  name,
  version,
  delayMs = 350,
}: UseProfileNameCheckOptions): ProfileNameCheck {
  const settledName = useDebouncedValue(name, delayMs);
  const settledVersion = useDebouncedValue(version, delayMs);
  const isSettled = settledName === name && settledVersion === version;
  const isAskable = name !== '' && version !== null;
  const query = useAdapterQuery({
    adapter,
    area: 'name-check',
    queryKey: isSettled && version !== null && name !== '' ? ['name', name, version] : null,
    read: (backend, context) => backend.checkProfileName({ name, version: version ?? '' }, context),
    // Others create profiles, too.
    staleTime: 10_000,
  });
  const { retry, error } = query;
  if (!isAskable) return { status: 'idle', error: null, retry };
  if (query.status === 'failed') return { status: 'failed', error, retry };
  return { status: query.data ?? 'checking', error: null, retry };
}
