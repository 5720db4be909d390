import type { ProfileFinding } from '../../adapters/ProfileAdapter';
import type { QueryState } from '../../hooks/useAdapterQuery';
import type { NameRefusal } from '../../model/infoChecks';
import type { ProfileInfoValues } from '../../model/profileInfo';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import type { StackFindings } from '../StackWork/StackFindings';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Notice } from '../ui/Notice';
import { FailureReason } from '../ui/RequestStates';
import { ChecksFailed } from './ChecksFailed';
import { stackReviewMessages } from './messages';
import { byWeight, type Problem } from './Problem';
import { ProblemList } from './ProblemList';
import type { ReviewTarget } from './ReviewTarget';
import { useInfoProblems } from './useInfoProblems';
import { useServerProblems } from './useServerProblems';
import { useStackProblems } from './useStackProblems';

export interface PreflightProps extends Pick<
  StackFindings,
  'stack' | 'findings' | 'variables' | 'status' | 'retry'
> {
  readonly info: ProfileInfoValues;
  /** The backend's own check; undefined where it is not asked. */
  readonly server: QueryState<readonly ProfileFinding[]> | undefined;
  readonly cloudName: string;
  readonly nameRefusal: NameRefusal | null;
  readonly onEdit: ((target: ReviewTarget) => void) | undefined;
}

/** Everything that is known to be wrong or doubtful, before anything is sent. */
export function Preflight(props: PreflightProps) {
  const { info, nameRefusal, stack, status, retry, server, onEdit } = props;
  const messages = useMessages('StackReview', stackReviewMessages);
  const infoProblems = useInfoProblems(info, nameRefusal);
  const stackProblems = useStackProblems(props);
  const serverProblems = useServerProblems(stack, server?.data);
  const all = byWeight([...infoProblems, ...stackProblems, ...serverProblems]);
  const problems = all.filter(({ severity }) => severity !== 'info');
  return (
    <section
      className="cpb-StackReview-problems"
      data-clear={problems.length === 0 ? '' : undefined}
    >
      {problems.length === 0 ? null : (
        <>
          <h4 className="cpb-StackReview-title" tabIndex={-1} data-cpb-problems="">
            {messages.problemsTitle}
          </h4>
          <ProblemList problems={problems} onEdit={onEdit} />
        </>
      )}
      {status === 'failed' ? <ChecksFailed onRetry={retry} /> : null}
      {server?.status === 'failed' ? (
        <Notice
          tone="warning"
          title={messages.serverFailed}
          actions={<Button onClick={server.retry}>{messages.askServerAgain}</Button>}
        >
          <FailureReason error={server.error} />
        </Notice>
      ) : null}
      <PreflightState status={status} server={server} isClear={problems.length === 0} />
      <Notes notes={all.filter(({ severity }) => severity === 'info')} onEdit={onEdit} />
    </section>
  );
}

/** What is still being checked; then that all is well, where everything could be checked. */
function PreflightState({
  status,
  server,
  isClear,
}: Pick<PreflightProps, 'status' | 'server'> & { readonly isClear: boolean }) {
  const messages = useMessages('StackReview', stackReviewMessages);
  const isChecking = status === 'checking';
  return (
    <p className="cpb-StackReview-clear" role="status">
      {isChecking || server?.status === 'loading' ? (
        <>
          <span className="cpb-Spinner" aria-hidden="true" />
          {isChecking ? messages.checking : messages.serverChecking}
        </>
      ) : isClear && status === 'ready' ? (
        <>
          <Icon name="check" />
          {server?.status === 'ready' ? messages.noProblemsAtAll : messages.noProblems}
        </>
      ) : null}
    </p>
  );
}

/** What is worth knowing and no problem; folded. */
function Notes({
  notes,
  onEdit,
}: Pick<PreflightProps, 'onEdit'> & { readonly notes: readonly Problem[] }) {
  const messages = useMessages('StackReview', stackReviewMessages);
  if (notes.length === 0) return null;
  return (
    <details className="cpb-StackReview-notes">
      <summary>{messages.notes(notes.length)}</summary>
      <ProblemList problems={notes} onEdit={onEdit} />
    </details>
  );
}
