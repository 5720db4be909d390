import { useContext, useMemo, useState, type ReactNode } from 'react';
import type { ProfileAdapter } from '../../adapters/ProfileAdapter';
import { AdapterContext } from '../../hooks/AdapterContext';
import { PermissionsContext } from '../../hooks/usePermissions';
import { sharedValuesTasks, ValuesTasksContext, type CreateWorker } from '../../hooks/valuesTasks';
import { ErrorReportContext, type ErrorReporter } from '../../hooks/ErrorReportContext';
import type { ProfilePermission } from '../../model/profile';
import type { SeverityOverrides } from '../../model/severities';
import { useStableCallback } from '../../internal/useStableCallback';
import {
  BuilderContext,
  useBuilder,
  type BuilderEvent,
  type BuilderSettings,
  type ColorScheme,
  type DocumentationLinks,
} from './BuilderContext';
import type { MessageOverrides } from './messages';

export interface ProfileBuilderProviderProps {
  /** The backend. Create it once, outside of rendering: what was read is kept with it. */
  readonly adapter: ProfileAdapter;
  /** Words to be used instead of ours. @default English */
  readonly messages?: MessageOverrides | undefined;
  /** BCP 47, for numbers and dates. @default the browser's */
  readonly locale?: string | undefined;
  /** `auto` follows the CSS property `color-scheme` around it. @default 'auto' */
  readonly colorScheme?: ColorScheme | undefined;
  /** For the style elements that the editor adds, under a strict content security policy. */
  readonly nonce?: string | undefined;
  /** Where the flow links to for more. @default no links */
  readonly links?: DocumentationLinks | undefined;
  /**
   * Raises or lowers how much a finding weighs, by its code; `off` drops it. Keep the object stable.
   * @default the library's own severities
   */
  readonly severities?: SeverityOverrides | undefined;
  /** The user's rights, where the host knows them. @default the adapter's `getPermissions` */
  readonly permissions?: readonly ProfilePermission[] | undefined;
  /**
   * Makes the worker in which texts are checked and merged; read once, when the provider is mounted.
   * For hosts whose bundler does not find it by itself, or whose content security policy wants it from
   * a place of its own:
   *
   * ```ts
   * const createWorker = () =>
   *   new Worker(new URL('cluster-profile-builder/worker', import.meta.url), { type: 'module' });
   * ```
   *
   * Null for no worker. Without one, as where it fails, the same is done on the page, in slices.
   * Providers that are given the same function share its worker.
   * @default the one of the surrounding provider, else the worker of this package
   */
  readonly createWorker?: CreateWorker | null | undefined;
  /** Told what happens in the flow. */
  readonly onEvent?: ((event: BuilderEvent) => void) | undefined;
  /** Told of every failed request. @default the one of the surrounding provider */
  readonly onError?: ErrorReporter | undefined;
  readonly children?: ReactNode;
}

/** Adapter, words and look for everything in it. Components that are given `adapter` bring their own. */
export function ProfileBuilderProvider(props: ProfileBuilderProviderProps) {
  const outer = useBuilder();
  const outerPermissions = useContext(PermissionsContext);
  const outerReport = useContext(ErrorReportContext);
  const outerTasks = useContext(ValuesTasksContext);
  const {
    adapter,
    messages = outer.messages,
    locale = outer.locale,
    colorScheme = outer.colorScheme,
    nonce = outer.nonce,
    links = outer.links,
    severities = outer.severities,
    permissions,
    createWorker,
    onError,
    children,
  } = props;
  // Hosts write it inline, and every other function would be another worker.
  const [ownTasks] = useState(() =>
    createWorker === undefined ? null : sharedValuesTasks(createWorker),
  );
  const onEvent = useStableCallback((event: BuilderEvent) => {
    (props.onEvent ?? outer.onEvent)(event);
  });
  const report = useStableCallback((...args: Parameters<ErrorReporter>) =>
    (onError ?? outerReport)?.(...args),
  );
  const { isInRoot } = outer;
  const settings = useMemo<BuilderSettings>(
    () => ({ messages, locale, colorScheme, nonce, links, severities, onEvent, isInRoot }),
    [messages, locale, colorScheme, nonce, links, severities, onEvent, isInRoot],
  );
  return (
    <AdapterContext.Provider value={adapter}>
      <ErrorReportContext.Provider value={report}>
        <PermissionsContext.Provider value={permissions ?? outerPermissions}>
          <ValuesTasksContext.Provider value={ownTasks ?? outerTasks}>
            <BuilderContext.Provider value={settings}>{children}</BuilderContext.Provider>
          </ValuesTasksContext.Provider>
        </PermissionsContext.Provider>
      </ErrorReportContext.Provider>
    </AdapterContext.Provider>
  );
}

/** A provider only where a component is given an adapter of its own. */
export function WithAdapter({
  adapter,
  children,
}: {
  readonly adapter: ProfileAdapter | undefined;
  readonly children: ReactNode;
}) {
  return adapter === undefined ? (
    children
  ) : (
    <ProfileBuilderProvider adapter={adapter}>{children}</ProfileBuilderProvider>
  );
}
