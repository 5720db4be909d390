import { countSeverities } from '../../model/diagnostics';
import type { TextDiagnostic } from '../../model/textDiagnostic';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Icon } from '../ui/Icon';
import { ProblemCounts } from '../ui/ProblemCounts';
import { manifestEditorMessages } from './messages';

/** How many problems there are; opens and closes their list. */
export function ProblemsButton({
  diagnostics,
  isExpanded,
  listId,
  onPress,
}: {
  readonly diagnostics: readonly TextDiagnostic[];
  readonly isExpanded: boolean;
  readonly listId: string;
  readonly onPress: () => void;
}) {
  const messages = useMessages('ManifestEditor', manifestEditorMessages);
  const { errors, warnings } = countSeverities(diagnostics);
  return (
    <button
      type="button"
      className="cpb-ManifestEditor-toggle"
      aria-expanded={isExpanded}
      aria-controls={isExpanded ? listId : undefined}
      title={messages.problemKeys}
      onClick={onPress}
    >
      {errors + warnings === 0 ? (
        <span className="cpb-ManifestEditor-notes">
          <Icon name="info" />
          {messages.noteCount(diagnostics.length)}
        </span>
      ) : (
        <ProblemCounts errors={errors} warnings={warnings} />
      )}
      <span className="cpb-ManifestEditor-chevron" />
    </button>
  );
}
