import { useState } from 'react';
import { isLayerComplete } from '../../model/diagnostics';
import { findLayer, type StackLayer } from '../../model/layerStack';
import { layerPickerMessages } from '../LayerPicker/messages';
import { reviewedPlace } from '../LayerText/reviewedPlace';
import { LayerWorkspace } from '../LayerWorkspace/LayerWorkspace';
import { useContents } from '../StackWork/StackWork';
import { UndoRedo } from '../LayerWorkspace/UndoRedo';
import { useBuilder, useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { PartBoundary } from '../ui/LazyPart';
import { LayerRefusal } from './LayerRefusal';
import { profileWizardMessages } from './messages';
import { ProfileStackView } from './ProfileStackView';
import { StepHeading } from './StepHeading';
import { useWizard, useWizardState } from './WizardContext';

/** A pack for each layer, then the profile stack. */
export function LayersStep() {
  const stack = useWizardState('LayersStep', (state) => state.stack);
  const activeLayerId = useWizardState('LayersStep', (state) => state.activeLayerId);
  const [isExpanded, setExpanded] = useState(false);
  const { wizard } = useWizard('LayersStep');
  const layer = activeLayerId === null ? null : findLayer(stack, activeLayerId);
  return layer === null ? (
    <ProfileStackView
      key="stack"
      onOpenText={(layerId) => {
        setExpanded(true);
        wizard.openLayer(layerId);
      }}
    />
  ) : (
    <LayerStep
      key={layer.id}
      layer={layer}
      isExpanded={isExpanded}
      onExpandedChange={setExpanded}
    />
  );
}

interface LayerStepProps {
  readonly layer: StackLayer;
  readonly isExpanded: boolean;
  readonly onExpandedChange: (isExpanded: boolean) => void;
}

function LayerStep({ layer, isExpanded, onExpandedChange }: LayerStepProps) {
  const messages = useMessages('ProfileWizard', profileWizardMessages);
  const { titles } = useMessages('LayerPicker', layerPickerMessages);
  const { wizard, allowsDeprecated, target } = useWizard('LayerStep');
  const [goTo] = useState(() => reviewedPlace(target.current));
  const stack = useWizardState('LayerStep', (state) => state.stack);
  const refused = useWizardState('LayerStep', (state) => state.refused);
  const content = useContents().get(layer.id);
  const position = stack.layers.indexOf(layer) + 1;
  const { severities } = useBuilder();
  const isRefused = refused.includes(layer.id) && !isLayerComplete(stack, layer.id, severities);
  const hasChoiceFault = layer.pack?.version == null;
  return (
    <>
      <StepHeading
        title={messages.layerTitle(position, stack.layers.length, titles[layer.kind])}
        actions={<UndoRedo stack={stack} onUndo={wizard.undo} onRedo={wizard.redo} />}
      />
      {isRefused && !hasChoiceFault ? (
        // A fault of the choice stands at its field.
        <LayerRefusal stack={stack} layer={layer} isPending={content?.status === 'loading'} />
      ) : null}
      {/* What fails in one layer leaves the others as they are. */}
      <PartBoundary>
        <LayerWorkspace
          stack={stack}
          layer={layer}
          content={content}
          showsFaults={isRefused}
          refusedLayerIds={refused}
          allowsDeprecated={allowsDeprecated}
          isExpanded={isExpanded}
          onExpandedChange={onExpandedChange}
          onOpen={wizard.openLayer}
          send={wizard.send}
          onUndo={wizard.undo}
          goTo={goTo}
        />
      </PartBoundary>
    </>
  );
}
