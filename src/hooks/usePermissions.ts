import type { ProfileAdapter } from '../adapters/ProfileAdapter';
import { createContext, useContext } from 'react';
import type { ProfilePermission } from '../model/profile';
import { useAdapterQuery } from './useAdapterQuery';

export interface UsePermissionsOptions {
  /** @default the adapter from context */
  readonly adapter?: ProfileAdapter | undefined;
}

/** The user's rights, where the host knows them: then the adapter is not asked. */
export const PermissionsContext = createContext<readonly ProfilePermission[] | null>(null);
PermissionsContext.displayName = 'ProfilePermissionsContext';

export interface PermissionsState {
  /** False while the answer is awaited. */
  readonly isKnown: boolean;
  /**
   * Whether the user has a right. Without `getPermissions`, before the answer and after a failed one
   * everything is allowed: the backend has the last word anyway.
   */
  readonly can: (permission: ProfilePermission) => boolean;
}

/** The user's rights. */
export function usePermissions(options: UsePermissionsOptions = {}): PermissionsState {
  const given = useContext(PermissionsContext);
  const { data, status } = useAdapterQuery({
    adapter: options.adapter,
    area: 'permissions',
    queryKey: given === null ? ['permissions'] : null,
    read: async (adapter, context) => (await adapter.getPermissions?.(context)) ?? null,
  });
  return {
    isKnown: status !== 'loading',
    can: (permission) => {
      const rights = given ?? data;
      return rights == null || rights.includes(permission);
    },
  };
}
