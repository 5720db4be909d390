import { createContext, useContext, type ReactNode } from 'react';
import { useLayerContents, type LayerContents } from '../../hooks/useLayerContents';
import { useWizard, useWizardState } from './WizardContext';

const LayerContentsContext = createContext<LayerContents>(new Map());
LayerContentsContext.displayName = 'LayerContentsContext';

/** Loads what the chosen versions bring along, whatever step is shown. */
export function LayerContentsProvider({ children }: { readonly children: ReactNode }) {
  const { wizard } = useWizard('LayerContentsProvider');
  const stack = useWizardState('LayerContentsProvider', (state) => state.stack);
  const contents = useLayerContents({ stack, send: wizard.send });
  return <LayerContentsContext.Provider value={contents}>{children}</LayerContentsContext.Provider>;
}

export function useContents(): LayerContents {
  return useContext(LayerContentsContext);
}
