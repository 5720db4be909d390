import { createContext, useContext, useMemo } from 'react';
import type { SeverityOverrides } from '../../model/severities';
import type { MessageOverrides, ProfileBuilderMessages } from './messages';

export type ColorScheme = 'auto' | 'light' | 'dark';

/** Where the flow links to for more. */
export interface DocumentationLinks {
  /** About cluster profiles, from the empty list. */
  readonly clusterProfiles?: string | undefined;
  /** About versions of a profile, from the field *Version*. */
  readonly profileVersions?: string | undefined;
}

/** Something that happened in the flow, for the host's analytics. */
export type BuilderEvent =
  | { readonly type: 'step-opened'; readonly stepId: string }
  | { readonly type: 'profile-created'; readonly uid: string }
  | { readonly type: 'profile-updated'; readonly uid: string };

export interface BuilderSettings {
  readonly messages: MessageOverrides;
  /** BCP 47. Undefined means the browser's. */
  readonly locale: string | undefined;
  readonly colorScheme: ColorScheme;
  /** For the style elements that the editor adds, under a strict content security policy. */
  readonly nonce: string | undefined;
  readonly links: DocumentationLinks;
  readonly severities: SeverityOverrides;
  readonly onEvent: (event: BuilderEvent) => void;
  /** Whether a surrounding element already carries our tokens. */
  readonly isInRoot: boolean;
}

const DEFAULTS: BuilderSettings = {
  messages: {},
  locale: undefined,
  colorScheme: 'auto',
  nonce: undefined,
  links: {},
  severities: {},
  onEvent: () => undefined,
  isInRoot: false,
};

export const BuilderContext = createContext<BuilderSettings>(DEFAULTS);
BuilderContext.displayName = 'ProfileBuilderContext';

export function useBuilder(): BuilderSettings {
  return useContext(BuilderContext);
}

/** The words of a component: its own, replaced by the host's. */
export function useMessages<Component extends keyof ProfileBuilderMessages>(
  component: Component,
  defaults: ProfileBuilderMessages[Component],
): ProfileBuilderMessages[Component] {
  const overrides = useBuilder().messages[component];
  return useMemo(
    () => (overrides === undefined ? defaults : { ...defaults, ...overrides }),
    [defaults, overrides],
  );
}
