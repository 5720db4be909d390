import { useEffect, useRef, type RefObject } from 'react';
import { useProviders } from '../../hooks/useProviders';
import type { LayerStack } from '../../model/layerStack';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { stackReviewMessages } from '../StackReview/messages';
import { byWeight } from '../StackReview/Problem';
import { ProblemList } from '../StackReview/ProblemList';
import type { ReviewTarget } from '../StackReview/ReviewTarget';
import { useStackProblems } from '../StackReview/useStackProblems';
import { useFindings } from '../StackWork/StackFindings';

export interface DetailsProblemsProps {
  readonly stack: LayerStack;
  /** Counts how often saving was refused: each time the focus goes to the list, once. */
  readonly refusalCount: number;
  /** The refusals that the focus has followed. */
  readonly answeredRef: RefObject<number>;
  readonly onOpen: (target: ReviewTarget) => void;
}

/** What keeps an opened profile from being saved, each with the way to it. */
export function DetailsProblems({
  stack,
  refusalCount,
  answeredRef,
  onOpen,
}: DetailsProblemsProps) {
  const messages = useMessages('StackReview', stackReviewMessages);
  const { findings, variables } = useFindings(stack);
  const { providers } = useProviders();
  const cloudName =
    providers.find(({ cloudType }) => cloudType === stack.cloudType)?.displayName ??
    stack.cloudType;
  const all = useStackProblems({ stack, findings, variables, cloudName });
  const problems = byWeight(all).filter(({ severity }) => severity !== 'info');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (answeredRef.current === refusalCount) return;
    answeredRef.current = refusalCount;
    heading.current?.focus();
  }, [answeredRef, refusalCount]);
  return (
    <section className="cpb-StackReview-problems">
      <h3 ref={heading} className="cpb-StackReview-title" tabIndex={-1}>
        {messages.problemsTitle}
      </h3>
      <ProblemList problems={problems} onEdit={onOpen} />
    </section>
  );
}
