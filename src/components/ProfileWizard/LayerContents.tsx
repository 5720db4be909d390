import { createContext, useContext, useEffect, type ReactNode } from 'react';
import { useLayerContents, type LayerContents } from '../../hooks/useLayerContents';
import { useProviders } from '../../hooks/useProviders';
import { useVersionRefresh } from '../../hooks/useVersionRefresh';
import { useStableCallback } from '../../internal/useStableCallback';
import type { LayerStackEvent } from '../../model/reduceLayerStack';
import { PendingCommitsContext } from '../ui/PendingCommits';
import { useWizard, useWizardState } from './WizardContext';

const LayerContentsContext = createContext<LayerContents>(new Map());
LayerContentsContext.displayName = 'LayerContentsContext';

/** Loads what the chosen versions bring along, whatever step is shown. */
export function LayerContentsProvider({ children }: { readonly children: ReactNode }) {
  const { wizard } = useWizard('LayerContentsProvider');
  const commits = useContext(PendingCommitsContext);
  const stack = useWizardState('LayerContentsProvider', (state) => state.stack);
  const { providers } = useProviders();
  const send = useStableCallback((event: LayerStackEvent) => {
    // What was typed a moment ago counts as edited before new defaults come.
    commits.flush();
    wizard.send(event);
  });
  const contents = useLayerContents({ stack, send });
  useVersionRefresh({ stack, send });

  // A draft may name a custom cloud, whose layers are known once the adapter has told them.
  const provider = providers.find(({ cloudType }) => cloudType === stack.cloudType);
  useEffect(() => {
    if (provider !== undefined) send({ type: 'providerSelected', provider, isAutomatic: true });
  }, [provider, send]);

  return <LayerContentsContext.Provider value={contents}>{children}</LayerContentsContext.Provider>;
}

export function useContents(): LayerContents {
  return useContext(LayerContentsContext);
}
