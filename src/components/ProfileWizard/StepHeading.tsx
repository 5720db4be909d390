import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useWizard } from './WizardContext';

export interface StepHeadingProps {
  readonly title: string;
  readonly intro?: string | undefined;
  /** Beside the title. */
  readonly actions?: ReactNode;
  /** The focus goes elsewhere. @default false */
  readonly leavesFocus?: boolean;
}

/** The heading of a step. It takes the focus when the user has moved here. */
export function StepHeading({ title, intro, actions, leavesFocus = false }: StepHeadingProps) {
  const { hasMoved } = useWizard('StepHeading');
  const heading = useRef<HTMLHeadingElement>(null);
  // What counts is how the step is entered: nobody is pulled away from a field later.
  const [entersElsewhere] = useState(leavesFocus);
  useEffect(() => {
    if (hasMoved.current && !entersElsewhere) heading.current?.focus();
  }, [hasMoved, entersElsewhere]);
  return (
    <div className="cpb-StepHeading">
      <div className="cpb-StepHeading-text">
        <h3 ref={heading} className="cpb-StepHeading-title" tabIndex={-1}>
          {title}
        </h3>
        {intro === undefined ? null : <p className="cpb-StepHeading-intro">{intro}</p>}
      </div>
      {actions === undefined ? null : <div className="cpb-StepHeading-actions">{actions}</div>}
    </div>
  );
}
