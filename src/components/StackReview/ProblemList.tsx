import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { stackReviewMessages } from './messages';
import type { Problem } from './Problem';
import type { ReviewTarget } from './ReviewTarget';

const ICONS = { error: 'error', warning: 'warning', info: 'info' } as const;

/** Problems, each with the way to its place. */
export function ProblemList({
  problems,
  onEdit,
}: {
  readonly problems: readonly Problem[];
  /** Without it they are only shown. */
  readonly onEdit: ((target: ReviewTarget) => void) | undefined;
}) {
  const messages = useMessages('StackReview', stackReviewMessages);
  return (
    <ul className="cpb-ProblemList">
      {problems.map(({ severity, place, text, target, targetName }, index) => (
        <li key={index} className="cpb-Problem" data-tone={severity}>
          <Icon name={ICONS[severity]} />
          <span className="cpb-Problem-text">
            <strong>{messages.problemPlace(place)}</strong> {text}
          </span>
          {onEdit === undefined || target === null ? null : (
            <Button
              className="cpb-Problem-link"
              variant="quiet"
              onClick={() => {
                onEdit(target);
              }}
            >
              {messages.goTo(targetName)}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
