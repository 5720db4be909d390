import { useEffect, useMemo, useRef, type RefObject } from 'react';
import type { ProfileWizardCommands } from '../../hooks/useProfileWizard';
import type { PendingCommits } from '../ui/PendingCommits';
import type { ReviewTarget } from '../StackReview/ReviewTarget';

/**
 * The same commands, but typed text is in the state before each, and headings know of the move. The ways
 * forward wait for changes that are on their way.
 */
export function useFlushedCommands(
  wizard: ProfileWizardCommands,
  commits: PendingCommits,
  hasMovedRef: RefObject<boolean>,
  targetRef: RefObject<ReviewTarget | null>,
): ProfileWizardCommands {
  const isShown = useRef(false);
  const isWaiting = useRef(false);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  return useMemo(() => {
    const move = () => {
      commits.flush();
      targetRef.current = null;
      hasMovedRef.current = true;
    };
    /** Whether one is still where one was before the wait; false for all presses but the first. */
    const waitHere = async (): Promise<boolean> => {
      if (isWaiting.current) return false;
      isWaiting.current = true;
      const { stepId, activeLayerId } = wizard.store.getState();
      const isSettled = await commits.settled();
      isWaiting.current = false;
      const now = wizard.store.getState();
      return (
        isSettled && isShown.current && now.stepId === stepId && now.activeLayerId === activeLayerId
      );
    };
    return {
      ...wizard,
      next: () => {
        move();
        if (commits.isSettled()) return wizard.next();
        void waitHere().then((isHere) => {
          if (isHere) wizard.next();
        });
        return false;
      },
      back: () => {
        move();
        wizard.back();
      },
      goTo: (stepId) => {
        move();
        wizard.goTo(stepId);
      },
      openLayer: (layerId) => {
        move();
        wizard.openLayer(layerId);
      },
      finish: async () => {
        move();
        if (commits.isSettled() || (await waitHere())) await wizard.finish();
      },
      undo: () => {
        commits.flush();
        wizard.undo();
      },
      redo: () => {
        commits.flush();
        wizard.redo();
      },
      restart: () => {
        move();
        wizard.restart();
      },
    };
  }, [wizard, commits, hasMovedRef, targetRef]);
}
