import type { ReactNode } from 'react';

/** A row of a description list. */
export function ReviewFact({
  term,
  children,
}: {
  readonly term: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="cpb-StackReview-fact">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
