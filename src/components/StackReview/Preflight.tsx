import { useMemo } from 'react';
import type { ProfileFinding } from '../../adapters/ProfileAdapter';
import type { QueryState } from '../../hooks/useAdapterQuery';
import type { LayerDiagnostic } from '../../model/diagnostics';
import { checkInfo, type NameRefusal } from '../../model/infoChecks';
import type { LayerStack } from '../../model/layerStack';
import { createProfileInfoSchema, type ProfileInfoValues } from '../../model/profileInfo';
import { positionAt, type Severity } from '../../model/textDiagnostic';
import { checkVariables } from '../../model/variableChecks';
import { diagnosticText } from '../Diagnostics/diagnosticText';
import { diagnosticsMessages } from '../Diagnostics/messages';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { profileInfoFormMessages } from '../ProfileInfoForm/messages';
import { Button } from '../ui/Button';
import { Icon, type IconName } from '../ui/Icon';
import { sharedMessages } from '../ui/messages';
import { Notice } from '../ui/Notice';
import { FailureReason } from '../ui/RequestStates';
import { variablesPanelMessages } from '../VariablesPanel/messages';
import { variableFaultText } from '../VariablesPanel/variableFaultText';
import { stackReviewMessages } from './messages';
import type { ReviewTarget } from './ReviewTarget';

export interface PreflightProps {
  readonly info: ProfileInfoValues;
  readonly stack: LayerStack;
  readonly findings: readonly LayerDiagnostic[];
  /** Some texts are still being checked. */
  readonly isChecking: boolean;
  /** The backend's own check; undefined where it is not asked. */
  readonly server: QueryState<readonly ProfileFinding[]> | undefined;
  readonly cloudName: string;
  readonly nameRefusal: NameRefusal | null;
  readonly onEdit: ((target: ReviewTarget) => void) | undefined;
}

interface Problem {
  readonly severity: Severity;
  readonly place: string;
  readonly text: string;
  /** Null where there is nothing to open. */
  readonly target: ReviewTarget | null;
  readonly targetName: string;
}

const ICONS: Record<Severity, IconName> = { error: 'error', warning: 'warning', info: 'info' };
const ORDER: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Everything that is known to be wrong or doubtful, before anything is sent. */
export function Preflight(props: PreflightProps) {
  const { isChecking, server, onEdit } = props;
  const messages = useMessages('StackReview', stackReviewMessages);
  const all = useProblems(props);
  const problems = all.filter(({ severity }) => severity !== 'info');
  const notes = all.filter(({ severity }) => severity === 'info');
  const isWaiting = isChecking || server?.status === 'loading';
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
      {server?.status === 'failed' ? (
        <Notice
          tone="warning"
          title={messages.serverFailed}
          actions={<Button onClick={server.retry}>{messages.askServerAgain}</Button>}
        >
          <FailureReason error={server.error} />
        </Notice>
      ) : null}
      <p className="cpb-StackReview-clear" role="status">
        {isWaiting ? (
          <>
            <span className="cpb-Spinner" aria-hidden="true" />
            {isChecking ? messages.checking : messages.serverChecking}
          </>
        ) : problems.length === 0 ? (
          <>
            <Icon name="check" />
            {server?.status === 'ready' ? messages.noProblemsAtAll : messages.noProblems}
          </>
        ) : null}
      </p>
      {notes.length === 0 ? null : (
        <details className="cpb-StackReview-notes">
          <summary>{messages.notes(notes.length)}</summary>
          <ProblemList problems={notes} onEdit={onEdit} />
        </details>
      )}
    </section>
  );
}

function ProblemList({
  problems,
  onEdit,
}: {
  readonly problems: readonly Problem[];
  readonly onEdit: PreflightProps['onEdit'];
}) {
  const messages = useMessages('StackReview', stackReviewMessages);
  return (
    <ul>
      {problems.map(({ severity, place, text, target, targetName }, index) => (
        <li key={index} className="cpb-StackReview-problem" data-tone={severity}>
          <Icon name={ICONS[severity]} />
          <span>
            <strong>{messages.problemPlace(place)}</strong> {text}
          </span>
          {onEdit === undefined || target === null ? null : (
            <Button
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

/** Local findings and those of the server, errors first, then in the order of the flow. */
function useProblems({
  info,
  stack,
  findings,
  server,
  cloudName,
  nameRefusal,
}: PreflightProps): readonly Problem[] {
  const messages = useMessages('StackReview', stackReviewMessages);
  const diagnostics = useMessages('Diagnostics', diagnosticsMessages);
  const variables = useMessages('VariablesPanel', variablesPanelMessages);
  const shared = useMessages('Shared', sharedMessages);
  const { faults } = useMessages('ProfileInfoForm', profileInfoFormMessages);
  const infoProblems = useMemo((): readonly Problem[] => {
    const parsed = createProfileInfoSchema(faults).safeParse(info);
    // The same findings in the same order, but in the host's words.
    const faultTexts = parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
    return checkInfo({ info, nameRefusal }).map((found, index) => ({
      severity: 'error',
      text:
        faultTexts[index] ??
        (found.refusal?.reason === 'taken'
          ? messages.nameTaken(found.refusal.name, found.refusal.version)
          : messages.nameRefused),
      place: messages.infoTitle,
      target: { stepId: 'info' },
      targetName: messages.infoTitle,
    }));
  }, [faults, info, nameRefusal, messages]);
  const layerProblems = useMemo(
    () =>
      findings.map((found): Problem => {
        const layerName = shared.layerNames[found.kind];
        const manifest = stack.layers
          .find(({ id }) => id === found.layerId)
          ?.manifests.find(({ id }) => id === found.manifestId)?.name;
        const place =
          manifest === undefined ? layerName : messages.manifestPlace(layerName, manifest);
        const text = found.place === undefined ? undefined : stack.texts[found.place.textId]?.text;
        const at =
          found.place === undefined || text === undefined
            ? null
            : positionAt(text, found.place.from);
        return {
          severity: found.severity,
          text: diagnosticText(diagnostics, found, cloudName),
          place,
          target: { stepId: 'layers', layerId: found.layerId, place: found.place },
          targetName: at === null ? place : messages.linePlace(place, at.line, at.column),
        };
      }),
    [findings, stack, cloudName, diagnostics, messages, shared],
  );
  const variableProblems = useMemo(
    () =>
      checkVariables(stack.variables).map((found): Problem => ({
        severity: found.severity,
        text: variableFaultText(variables, found),
        place: messages.variablePlace(found.variableName),
        target: { stepId: 'layers', layerId: null, opensVariables: true },
        targetName: messages.variablesTitle,
      })),
    [stack.variables, variables, messages],
  );
  const serverProblems = (server?.data ?? []).map((found): Problem => {
    const layer = stack.layers.find(({ pack }) => pack !== null && pack.name === found.packName);
    if (layer === undefined && found.field !== undefined) {
      return {
        severity: found.severity,
        text: found.message,
        place: messages.serverPlace(messages.infoTitle),
        target: { stepId: 'info' },
        targetName: messages.infoTitle,
      };
    }
    const place = layer === undefined ? messages.server : shared.layerNames[layer.kind];
    return {
      severity: found.severity,
      text: found.message,
      place: layer === undefined ? place : messages.serverPlace(place),
      target: layer === undefined ? null : { stepId: 'layers', layerId: layer.id },
      targetName: place,
    };
  });
  return [...infoProblems, ...layerProblems, ...variableProblems, ...serverProblems].sort(
    (one, other) => ORDER[one.severity] - ORDER[other.severity],
  );
}
