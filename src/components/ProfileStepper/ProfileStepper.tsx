import type { WizardStepId } from '../../model/wizardState';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Icon } from '../ui/Icon';
import { ProblemCounts } from '../ui/ProblemCounts';
import { Root } from '../ui/Root';
import { profileStepperMessages } from './messages';

export interface ProfileStepperStep {
  readonly id: WizardStepId;
  /** `done` steps are complete, `open` ones were visited, `upcoming` ones cannot be opened yet. */
  readonly status: 'done' | 'open' | 'upcoming';
  /** Behind the name, such as `2/4`. */
  readonly detail?: string | undefined;
  readonly errors?: number | undefined;
  readonly warnings?: number | undefined;
}

export interface ProfileStepperProps {
  readonly steps: readonly ProfileStepperStep[];
  readonly currentId: WizardStepId;
  /** Called with a visited step. */
  readonly onSelect: (id: WizardStepId) => void;
  /** No step can be opened, such as while saving. @default false */
  readonly disabled?: boolean | undefined;
  readonly className?: string | undefined;
}

/** Where one is in the flow and how things stand. Visited steps can be opened. */
export function ProfileStepper({
  steps,
  currentId,
  onSelect,
  disabled = false,
  className,
}: ProfileStepperProps) {
  const messages = useMessages('ProfileStepper', profileStepperMessages);
  return (
    <Root className={['cpb-ProfileStepper', className].filter(Boolean).join(' ')}>
      <nav aria-label={messages.label}>
        <ol className="cpb-ProfileStepper-list">
          {steps.map((step, index) => {
            const isCurrent = step.id === currentId;
            const remark =
              step.status === 'done' && !isCurrent
                ? messages.done
                : step.status === 'upcoming'
                  ? messages.upcoming
                  : null;
            return (
              <li
                key={step.id}
                className="cpb-ProfileStepper-item"
                data-status={step.status}
                data-current={isCurrent ? '' : undefined}
              >
                <button
                  type="button"
                  className="cpb-ProfileStepper-button"
                  aria-current={isCurrent ? 'step' : undefined}
                  disabled={step.status === 'upcoming' || (disabled && !isCurrent)}
                  onClick={() => {
                    onSelect(step.id);
                  }}
                >
                  <span className="cpb-ProfileStepper-marker" aria-hidden="true">
                    {step.status === 'done' && !isCurrent ? <Icon name="check" /> : index + 1}
                  </span>
                  <span className="cpb-ProfileStepper-text">
                    <span className="cpb-ProfileStepper-name">
                      {messages.stepNames[step.id]}{' '}
                      {step.detail === undefined ? null : (
                        <span className="cpb-ProfileStepper-detail">{step.detail}</span>
                      )}
                    </span>
                    {remark === null ? null : (
                      <span className="cpb-visually-hidden">, {remark}</span>
                    )}
                    <ProblemCounts errors={step.errors ?? 0} warnings={step.warnings ?? 0} />
                  </span>
                </button>
              </li>
            );
          })}
        </ol>
      </nav>
    </Root>
  );
}
