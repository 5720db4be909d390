import { useContext, useEffect, useMemo, type ReactNode } from 'react';
import { useProviders } from '../../hooks/useProviders';
import { useVersionRefresh } from '../../hooks/useVersionRefresh';
import { StackWork } from '../StackWork/StackWork';
import { PendingCommitsContext } from '../ui/PendingCommits';
import type { StackCommands } from '../ui/StackCommands';
import { useWizardPreflight } from './useWizardPreflight';
import { useWizard, useWizardState } from './WizardContext';

/** The work on the wizard's stack that goes on whatever step is shown. */
export function WizardStackWork({ children }: { readonly children: ReactNode }) {
  const { wizard } = useWizard('WizardStackWork');
  const { flush } = useContext(PendingCommitsContext);
  const stack = useWizardState('WizardStackWork', (state) => state.stack);
  const { providers } = useProviders();
  const commands = useMemo<StackCommands>(
    () => ({
      getStack: () => wizard.store.getState().stack,
      send: (event) => {
        // What was typed a moment ago counts as edited before anything else changes the text.
        flush();
        wizard.send(event);
      },
      flush,
    }),
    [wizard, flush],
  );
  useVersionRefresh({ stack, send: commands.send });
  const server = useWizardPreflight();

  // A draft may name a custom cloud, whose layers are known once the adapter has told them.
  const provider = providers.find(({ cloudType }) => cloudType === stack.cloudType);
  useEffect(() => {
    if (provider !== undefined) {
      commands.send({ type: 'providerSelected', provider, isAutomatic: true });
    }
  }, [provider, commands]);

  return (
    <StackWork stack={stack} commands={commands} server={server}>
      {children}
    </StackWork>
  );
}
