import { ProfileWizard, type ProfileWizardProps } from 'cluster-profile-builder';
import type { ProfileAdapter } from 'cluster-profile-builder/adapters';
import { useState } from 'react';
import { demoAdapter } from './demo';
import { Page } from './Page';

export interface WizardHostProps extends Omit<ProfileWizardProps, 'adapter'> {
  /** Called once per mount, so that no story sees what another created. @default the demo */
  readonly createAdapter?: (() => ProfileAdapter) | undefined;
  /** Width of the place the host gives, in pixels. @default all there is */
  readonly width?: number | undefined;
}

/** A page with nothing but the wizard. */
export function WizardHost({ createAdapter = demoAdapter, width, ...props }: WizardHostProps) {
  const [adapter] = useState(() => createAdapter());
  return (
    <Page width={width}>
      <ProfileWizard adapter={adapter} scopeName="Project Default" {...props} />
    </Page>
  );
}
