import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Icon } from './Icon';
import { sharedMessages } from './messages';

/** How many errors and warnings there are; nothing when there are none. */
export function ProblemCounts({
  errors,
  warnings,
}: {
  readonly errors: number;
  readonly warnings: number;
}) {
  const messages = useMessages('Shared', sharedMessages);
  if (errors + warnings === 0) return null;
  return (
    <span className="cpb-ProblemCounts">
      {errors === 0 ? null : (
        <Count tone="error" count={errors} words={messages.errorCount(errors)} />
      )}
      {warnings === 0 ? null : (
        <Count tone="warning" count={warnings} words={messages.warningCount(warnings)} />
      )}
    </span>
  );
}

/** Where there is no room for the words, the number alone is drawn. */
function Count({
  tone,
  count,
  words,
}: {
  readonly tone: 'error' | 'warning';
  readonly count: number;
  readonly words: string;
}) {
  return (
    <span data-tone={tone}>
      <span className="cpb-ProblemCounts-icon" data-count={count} aria-hidden="true">
        <Icon name={tone} />
      </span>
      <span className="cpb-ProblemCounts-words">{words}</span>
    </span>
  );
}
