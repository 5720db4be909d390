import { useState } from 'react';
import { useRegistries } from '../../hooks/useRegistries';
import { findLayer } from '../../model/layerStack';
import { UndoRedo } from '../LayerWorkspace/UndoRedo';
import { LayerStackView } from '../LayerStackView/LayerStackView';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { VariablesButton } from '../StackWork/VariablesButton';
import { VARIABLES_LIST, variablesTarget } from '../StackWork/variablesTarget';
import { Button } from '../ui/Button';
import { LazyPart } from '../ui/LazyPart';
import { lazyWithRetry } from '../ui/lazyWithRetry';
import { Notice } from '../ui/Notice';
import { LayerSummary } from './LayerSummary';
import { profileWizardMessages } from './messages';
import { StepHeading } from './StepHeading';
import { useWizard, useWizardState } from './WizardContext';

const LazyVariables = lazyWithRetry(
  async () => (await import('../StackWork/ProfileVariables')).ProfileVariables,
);

/** The stack after the last layer was confirmed; each layer opens for change. */
export function ProfileStackView({
  onOpenText,
}: {
  readonly onOpenText: (layerId: string) => void;
}) {
  const messages = useMessages('ProfileWizard', profileWizardMessages);
  const { wizard, target } = useWizard('ProfileStackView');
  const stack = useWizardState('ProfileStackView', (state) => state.stack);
  const refused = useWizardState('ProfileStackView', (state) => state.refused);
  const registries = useRegistries();
  const [shownVariables, setShownVariables] = useState(
    () =>
      variablesTarget(target.current) ??
      // What was begun is where it was left.
      (stack.variableInProgress === null ? null : VARIABLES_LIST),
  );
  const [pointedId, setPointedId] = useState<string | null>(null);
  const pointed = (pointedId === null ? null : findLayer(stack, pointedId)) ?? stack.layers[0];
  return (
    <>
      <StepHeading
        title={messages.stackTitle}
        intro={messages.stackIntro}
        actions={
          <>
            <VariablesButton
              stack={stack}
              label={messages.variables}
              begunLabel={messages.variableBegun}
              isExpanded={shownVariables !== null}
              onPress={() => {
                setShownVariables(shownVariables === null ? VARIABLES_LIST : null);
              }}
            />
            <UndoRedo stack={stack} onUndo={wizard.undo} onRedo={wizard.redo} />
            {pointed === undefined ? null : (
              <Button
                icon="edit"
                onClick={() => {
                  onOpenText(pointed.id);
                }}
              >
                {messages.editor}
              </Button>
            )}
          </>
        }
      />
      {refused.includes('layers') ? <Notice tone="error">{messages.stackRefused}</Notice> : null}
      {shownVariables === null ? null : (
        <LazyPart
          part={LazyVariables}
          props={{
            stack,
            ...shownVariables,
            onClose: () => {
              setShownVariables(null);
            },
          }}
        />
      )}
      <div className="cpb-StackPage">
        <LayerStackView
          stack={stack}
          size="large"
          shownLayerId={pointed?.id}
          onSelect={wizard.openLayer}
          onPoint={setPointedId}
        />
        {pointed === undefined ? null : (
          <LayerSummary
            stack={stack}
            layer={pointed}
            registries={registries.data ?? []}
            onOpen={() => {
              wizard.openLayer(pointed.id);
            }}
          />
        )}
      </div>
    </>
  );
}
