import {
  LayerPicker,
  ProfileBuilderProvider,
  useLayerContents,
  useLayerStack,
  type LayerPickerProps,
} from 'cluster-profile-builder';
import type { ProfileAdapter } from 'cluster-profile-builder/adapters';
import {
  createProfileWizardState,
  findLayer,
  type ChoiceEvent,
  type LayerStack,
  type ProfileDraft,
} from 'cluster-profile-builder/model';
import { useState } from 'react';
import { demoAdapter, demoDraft } from './demo';
import './page.css';

/** The stack of a draft. */
export function stackOf(draft: Partial<ProfileDraft> = demoDraft): LayerStack {
  return createProfileWizardState({ draft }).stack;
}

export interface LayerPickerHostProps extends Omit<
  LayerPickerProps,
  'adapter' | 'layer' | 'cloudType' | 'onChoice'
> {
  readonly draft?: Partial<ProfileDraft> | undefined;
  /** Told of every choice. */
  readonly onChoice?: ((event: ChoiceEvent) => void) | undefined;
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

function Picker({
  draft = {},
  layerId = 'os',
  width = 380,
  onChoice,
  ...props
}: Omit<LayerPickerHostProps, 'createAdapter'>) {
  const [first] = useState(() => stackOf(draft));
  const { stack, send } = useLayerStack({ defaultStack: first });
  const [choose] = useState(() => (event: ChoiceEvent) => {
    onChoice?.(event);
    send(event);
  });
  useLayerContents({ stack, send });
  const layer = findLayer(stack, layerId);
  return (
    <main className="story-panel" style={{ inlineSize: width }}>
      {layer === null ? null : (
        <LayerPicker {...props} layer={layer} cloudType={stack.cloudType} onChoice={choose} />
      )}
    </main>
  );
}
