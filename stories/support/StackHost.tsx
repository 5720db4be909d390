import {
  LayerPicker,
  useLayerContents,
  useLayerStack,
  useStoreSelector,
  type LayerPickerProps,
} from 'cluster-profile-builder';
import { ProfileBuilderProvider } from 'cluster-profile-builder';
import type { ProfileAdapter } from 'cluster-profile-builder/adapters';
import {
  createProfileWizardState,
  findLayer,
  type LayerStack,
  type ProfileDraft,
} from 'cluster-profile-builder/model';
import { useState } from 'react';
import { demoAdapter, demoDraft } from './demo';

/** The stack of a draft. */
export function stackOf(draft: Partial<ProfileDraft> = demoDraft): LayerStack {
  return createProfileWizardState({ draft }).stack;
}

export interface LayerPickerHostProps extends Omit<
  LayerPickerProps,
  'adapter' | 'layer' | 'cloudType' | 'onChoice'
> {
  readonly draft?: Partial<ProfileDraft> | undefined;
  /** @default 'os' */
  readonly layerId?: string | undefined;
  readonly createAdapter?: (() => ProfileAdapter) | undefined;
  /** @default 380 */
  readonly width?: number | undefined;
}

/** A picker over a stack of its own. */
export function LayerPickerHost({ createAdapter = demoAdapter, ...props }: LayerPickerHostProps) {
  const [adapter] = useState(() => createAdapter());
  return (
    <ProfileBuilderProvider adapter={adapter}>
      <Picker {...props} />
    </ProfileBuilderProvider>
  );
}
