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
        <span data-tone="error">
          <Icon name="error" />
          {messages.errorCount(errors)}
        </span>
      )}
      {warnings === 0 ? null : (
        <span data-tone="warning">
          <Icon name="warning" />
          {messages.warningCount(warnings)}
        </span>
      )}
    </span>
  );
}
