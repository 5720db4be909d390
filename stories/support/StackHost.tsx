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
import type { LayerStackEvent } from 'cluster-profile-builder/model';
import { useContext, useRef, useState } from 'react';
import { LayerText, type LayerTextProps } from '../../src/components/LayerText/LayerText';
import { PendingCommitsContext, usePendingCommits } from '../../src/components/ui/PendingCommits';
import { Root } from '../../src/components/ui/Root';
import { StackCommandsContext, type StackCommands } from '../../src/components/ui/StackCommands';
import { ValuesTasksContext, type ValuesTasks } from '../../src/hooks/valuesTasks';
import { demoAdapter, demoDraft, STORY_DATE } from './demo';
import './page.css';

/** The stack of a draft. */
export function stackOf(draft: Partial<ProfileDraft> = demoDraft): LayerStack {
  return createProfileWizardState({ draft }).stack;
}

export interface LayerPickerHostProps extends Omit<
  LayerPickerProps,
  'adapter' | 'layer' | 'layers' | 'cloudType' | 'onChoice'
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
        <LayerPicker
          today={STORY_DATE}
          {...props}
          layer={layer}
          layers={stack.layers}
          cloudType={stack.cloudType}
          onChoice={choose}
        />
      )}
    </main>
  );
}

export interface LayerTextHostProps extends Partial<
  Omit<LayerTextProps, 'stack' | 'layer' | 'content' | 'send'>
> {
  readonly draft?: Partial<ProfileDraft> | undefined;
  /** @default 'cni' */
  readonly layerId?: string | undefined;
  readonly createAdapter?: (() => ProfileAdapter) | undefined;
  /** The values engine. @default the real one */
  readonly tasks?: ValuesTasks | undefined;
  /** Told of every event before the stack takes it. */
  readonly onSend?: ((event: LayerStackEvent) => void) | undefined;
  /** @default 760 */
  readonly width?: number | undefined;
}

/** The texts of a layer over a stack of their own. */
export function LayerTextHost({
  createAdapter = demoAdapter,
  tasks,
  ...props
}: LayerTextHostProps) {
  const [adapter] = useState(() => createAdapter());
  const commits = usePendingCommits();
  const text = (
    <PendingCommitsContext.Provider value={commits}>
      <Text {...props} />
    </PendingCommitsContext.Provider>
  );
  return (
    <ProfileBuilderProvider adapter={adapter}>
      {tasks === undefined ? (
        text
      ) : (
        <ValuesTasksContext.Provider value={tasks}>{text}</ValuesTasksContext.Provider>
      )}
    </ProfileBuilderProvider>
  );
}

function Text({
  draft = demoDraft,
  layerId = 'cni',
  width = 760,
  onSend,
  isExpanded: isExpandedFirst = false,
  onExpandedChange,
  ...props
}: Omit<LayerTextHostProps, 'createAdapter' | 'tasks'>) {
  const [isExpanded, setExpanded] = useState(isExpandedFirst);
  const { stack, commands } = useStackCommandsOf(draft, onSend);
  const contents = useLayerContents({ stack, send: commands.send });
  const layer = findLayer(stack, layerId);
  return (
    <StackCommandsContext.Provider value={commands}>
      <Root className="story-panel story-text" style={{ inlineSize: width }}>
        <main>
          {layer === null ? null : (
            <LayerText
              {...props}
              stack={stack}
              layer={layer}
              content={contents.get(layerId)}
              send={commands.send}
              isExpanded={isExpanded}
              onExpandedChange={(next) => {
                onExpandedChange?.(next);
                setExpanded(next);
              }}
            />
          )}
        </main>
      </Root>
    </StackCommandsContext.Provider>
  );
}

/** A stack of its own with the commands for what changes it after waiting for an answer. */
function useStackCommandsOf(
  draft: Partial<ProfileDraft>,
  onSend: ((event: LayerStackEvent) => void) | undefined,
) {
  const [first] = useState(() => stackOf(draft));
  const latest = useRef(first);
  const { stack, send: sendToStack } = useLayerStack({
    defaultStack: first,
    onStackChange: (next) => {
      latest.current = next;
    },
  });
  const { flush } = useContext(PendingCommitsContext);
  const [commands] = useState<StackCommands>(() => ({
    getStack: () => latest.current,
    send: (event) => {
      onSend?.(event);
      sendToStack(event);
    },
    flush,
  }));
  return { stack, commands };
}
