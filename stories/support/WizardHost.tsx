import {
  ProfileBuilderProvider,
  ProfileWizard,
  type ProfileBuilderProviderProps,
  type ProfileWizardProps,
} from 'cluster-profile-builder';
import type { ProfileAdapter } from 'cluster-profile-builder/adapters';
import { useState } from 'react';
import { demoAdapter } from './demo';
import { Page } from './Page';

export interface WizardHostProps extends Omit<ProfileWizardProps, 'adapter'> {
  /** Called once per mount, so that no story sees what another created. @default the demo */
  readonly createAdapter?: (() => ProfileAdapter) | undefined;
  readonly messages?: ProfileBuilderProviderProps['messages'];
  readonly locale?: ProfileBuilderProviderProps['locale'];
  readonly colorScheme?: ProfileBuilderProviderProps['colorScheme'];
  readonly severities?: ProfileBuilderProviderProps['severities'];
  /** Width of the place the host gives, in pixels. @default all there is */
  readonly width?: number | undefined;
}

/** A page with nothing but the wizard. */
export function WizardHost({
  createAdapter = demoAdapter,
  messages,
  locale,
  colorScheme,
  severities,
  width,
  ...props
}: WizardHostProps) {
  const [adapter] = useState(() => createAdapter());
  return (
    <ProfileBuilderProvider {...{ adapter, messages, locale, colorScheme, severities }}>
      <Page width={width}>
        <ProfileWizard scopeName="Project Default" {...props} />
      </Page>
    </ProfileBuilderProvider>
  );
}
