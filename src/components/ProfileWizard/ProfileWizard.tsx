import { useEffect, useId, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import { FormProvider } from 'react-hook-form';
import type { ProfileAdapter } from '../../adapters/ProfileAdapter';
import { usePermissions } from '../../hooks/usePermissions';
import { useProfileInfoForm } from '../../hooks/useProfileInfoForm';
import {
  useProfileWizard,
  type CreatedProfile,
  type UseProfileWizardOptions,
} from '../../hooks/useProfileWizard';
import { ErrorReportContext, type ErrorReporter } from '../../hooks/ErrorReportContext';
import { useStableCallback } from '../../internal/useStableCallback';
import type { ProfileType } from '../../model/layers';
import type { ProfileWizardState } from '../../model/wizardState';
import { useBuilder, useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { WithAdapter } from '../ProfileBuilderProvider/ProfileBuilderProvider';
import { profileInfoFormMessages } from '../ProfileInfoForm/messages';
import type { ReviewTarget } from '../StackReview/ReviewTarget';
import { useFindings } from '../StackWork/StackFindings';
import { CheckGateContext, createCheckGate } from '../ui/CheckGate';
import { LazyPart, PartBoundary } from '../ui/LazyPart';
import { lazyWithRetry } from '../ui/lazyWithRetry';
import { LeaveDialog } from '../ui/LeaveDialog';
import { Notice } from '../ui/Notice';
import { PendingCommitsContext, usePendingCommits } from '../ui/PendingCommits';
import { Root } from '../ui/Root';
import { BegunQuestion } from './BegunQuestion';
import { InfoStep } from './InfoStep';
import { profileWizardMessages } from './messages';
import { SavedStep } from './SavedStep';
import { useFlushedCommands } from './useFlushedCommands';
import { WizardContext, useWizardState, type WizardContextValue } from './WizardContext';
import { WizardFooter, type WizardFooterProps } from './WizardFooter';
import { WizardStackWork } from './WizardStackWork';
import { WizardStepper } from './WizardStepper';

export interface ProfileWizardProps extends Omit<
  UseProfileWizardOptions,
  'adapter' | 'severities'
> {
  /** The backend. Create it once, outside of rendering. @default the adapter from context */
  readonly adapter?: ProfileAdapter | undefined;
  /** Types to choose from. @default ['infra']; keep the array stable */
  readonly allowedTypes?: readonly ProfileType[] | undefined;
  /** Deprecated packs can be chosen. @default false */
  readonly allowsDeprecated?: boolean | undefined;
  /** Where the profile will be created, such as a project; shown in the review. */
  readonly scopeName?: string | undefined;
  /** Called from *Open profile*. Without it the button is not there. */
  readonly onOpenProfile?: ((profile: CreatedProfile) => void) | undefined;
  /** Further fields below basic information. They reach its form by `useFormContext`. */
  readonly infoFields?: ReactNode;
  /** The heading takes the focus when the wizard is first shown, as a page of its own should. @default false */
  readonly focusOnMount?: boolean | undefined;
  /** The host's own next step, shown after Finish, such as *Use in a cluster*. */
  readonly nextStep?: ReactNode;
  /** Told of every failed request. */
  readonly onError?: ErrorReporter | undefined;
  readonly className?: string | undefined;
}

const INFRASTRUCTURE_ONLY: readonly ProfileType[] = ['infra'];

// What a step does not need is not loaded for it.
const CloudStep = lazyWithRetry(async () => (await import('./CloudStep')).CloudStep);
const LayersStep = lazyWithRetry(async () => (await import('./LayersStep')).LayersStep);
const ReviewStep = lazyWithRetry(async () => (await import('./ReviewStep')).ReviewStep);
const NO_PROPS = {};
const LAZY_STEPS = { cloud: CloudStep, layers: LayersStep, review: ReviewStep };

/** The flow *create an infrastructure cluster profile*, from basic information to the created profile. */
export function ProfileWizard({ adapter, onError, ...props }: ProfileWizardProps) {
  const flow = <Wizard {...props} />;
  return (
    <WithAdapter adapter={adapter}>
      {onError === undefined ? (
        flow
      ) : (
        <ErrorReportContext.Provider value={onError}>{flow}</ErrorReportContext.Provider>
      )}
    </WithAdapter>
  );
}

function Wizard({
  allowedTypes = INFRASTRUCTURE_ONLY,
  allowsDeprecated = false,
  scopeName,
  onOpenProfile,
  focusOnMount = false,
  infoFields,
  nextStep,
  className,
  ...options
}: Omit<ProfileWizardProps, 'adapter' | 'onError'>) {
  const messages = useMessages('ProfileWizard', profileWizardMessages);
  const { faults } = useMessages('ProfileInfoForm', profileInfoFormMessages);
  const { onEvent, severities } = useBuilder();
  const commits = usePendingCommits();
  const hasMoved = useRef(focusOnMount);
  const formId = useId();
  const permissions = usePermissions();
  const [isLeaving, setLeaving] = useState(false);
  const [isFinishing, setFinishing] = useState(false);
  const root = useRef<HTMLDivElement>(null);

  const [gate] = useState(createCheckGate);
  const headless = useProfileWizard({
    ...options,
    severities,
    check: async (signal) => [
      ...(await gate.ask(signal)),
      ...((await options.check?.(signal)) ?? []),
    ],
    defaultType: options.defaultType ?? allowedTypes[0],
    onStepIdChange: (stepId) => {
      options.onStepIdChange?.(stepId);
      onEvent({ type: 'step-opened', stepId });
    },
    onCreated: (profile) => {
      onEvent({ type: 'profile-created', uid: profile.uid });
      options.onCreated?.(profile);
    },
  });
  const target = useRef<ReviewTarget | null>(null);
  const wizard = useFlushedCommands(headless, commits, hasMoved, target);
  const openTarget = useStableCallback((next: ReviewTarget) => {
    if (next.stepId === 'layers') wizard.openLayer(next.layerId);
    else wizard.goTo(next.stepId);
    // Moving forgets the target of the move before, so it is set last.
    target.current = next;
  });
  const form = useProfileInfoForm({
    defaultValues: headless.store.getState().info,
    onValuesChange: (info) => {
      headless.send({ type: 'infoChanged', info });
    },
    faultMessages: faults,
    allowedTypes,
  });
  const context = useMemo<WizardContextValue>(
    () => ({
      wizard,
      form,
      formId,
      allowedTypes,
      allowsDeprecated,
      scopeName,
      openTarget,
      target,
      hasMoved,
    }),
    [wizard, form, formId, allowedTypes, allowsDeprecated, scopeName, openTarget],
  );

  const finish = useStableCallback(() => {
    commits.flush();
    if (headless.store.getState().stack.variableInProgress === null) void wizard.finish();
    else setFinishing(true);
  });

  const isAllowed = permissions.can('clusterProfile.create');
  const leave = () => {
    setLeaving(false);
    wizard.cancel();
    if (options.onCancel !== undefined) return;
    wizard.restart();
    form.reset(headless.store.getState().info);
  };
  const cancel = useStableCallback(() => {
    commits.flush();
    if (hasInput(headless.store.getState())) setLeaving(true);
    else leave();
  });

  return (
    <FormProvider {...form}>
      <WizardContext.Provider value={context}>
        <PendingCommitsContext.Provider value={commits}>
          <CheckGateContext.Provider value={gate}>
            <Root className={['cpb-ProfileWizard', className].filter(Boolean).join(' ')}>
              <div ref={root} className="cpb-ProfileWizard-body">
                <h2 className="cpb-ProfileWizard-title">{messages.title}</h2>
                {isAllowed ? (
                  <WizardStackWork>
                    <WizardSteps
                      infoFields={infoFields}
                      onOpenProfile={onOpenProfile}
                      nextStep={nextStep}
                    />
                    <WizardFooterUnlessSaved onCancel={cancel} onFinish={finish} isAllowed />
                    <RefusalFocus root={root} />
                  </WizardStackWork>
                ) : (
                  <>
                    <Notice tone="warning" title={messages.notAllowedTitle}>
                      {messages.notAllowed}
                    </Notice>
                    <WizardFooterUnlessSaved
                      onCancel={cancel}
                      onFinish={finish}
                      isAllowed={false}
                    />
                  </>
                )}
              </div>
              {isFinishing ? (
                <BegunQuestion
                  onContinue={() => {
                    setFinishing(false);
                    openTarget({ stepId: 'layers', layerId: null, opensVariables: true });
                  }}
                  onFinish={() => {
                    setFinishing(false);
                    wizard.send({ type: 'variableTyped', inProgress: null });
                    void wizard.finish();
                  }}
                />
              ) : null}
              {isLeaving ? (
                <LeaveDialog
                  messages={messages}
                  onKeep={() => {
                    setLeaving(false);
                  }}
                  onDiscard={leave}
                />
              ) : null}
            </Root>
          </CheckGateContext.Provider>
        </PendingCommitsContext.Provider>
      </WizardContext.Provider>
    </FormProvider>
  );
}

function WizardSteps({
  onOpenProfile,
  nextStep,
  infoFields,
}: Pick<ProfileWizardProps, 'onOpenProfile' | 'nextStep' | 'infoFields'>) {
  const stepId = useWizardState('WizardSteps', (state) => state.stepId);
  const save = useWizardState('WizardSteps', (state) => state.save);
  if (save.phase === 'saved') {
    return (
      <SavedStep
        profile={{ ...save.profile, uid: save.uid }}
        onOpenProfile={onOpenProfile}
        nextStep={nextStep}
      />
    );
  }
  return (
    <>
      <WizardStepper />
      <div className="cpb-ProfileWizard-step" data-step={stepId}>
        {stepId === 'info' ? (
          <PartBoundary>
            <InfoStep>{infoFields}</InfoStep>
          </PartBoundary>
        ) : (
          <LazyPart key={stepId} part={LAZY_STEPS[stepId]} props={NO_PROPS} />
        )}
      </div>
    </>
  );
}

function WizardFooterUnlessSaved(props: WizardFooterProps) {
  const isSaved = useWizardState('WizardFooter', (state) => state.save.phase === 'saved');
  return isSaved ? null : <WizardFooter {...props} />;
}

/** Moves the focus to what stops the way on, each time moving on was refused. */
function RefusalFocus({ root }: { readonly root: RefObject<HTMLDivElement | null> }) {
  const refusalCount = useWizardState('RefusalFocus', (state) => state.refusalCount);
  const isReview = useWizardState('RefusalFocus', (state) => state.stepId === 'review');
  const stack = useWizardState('RefusalFocus', (state) => state.stack);
  // Findings may be shown a moment after they have stopped the way on.
  const found = useFindings(stack);
  const answered = useRef(0);
  useEffect(() => {
    if (refusalCount === answered.current) return;
    for (const selector of FAULTS) {
      const fault = root.current?.querySelector<HTMLElement>(selector);
      if (fault == null) continue;
      answered.current = refusalCount;
      fault.focus();
      return;
    }
    if (!isReview) answered.current = refusalCount;
  }, [refusalCount, isReview, found, root]);
  return null;
}

const FAULTS = [
  '[aria-invalid="true"]',
  '[data-cpb-question]',
  '[data-cpb-problems]',
  'button.cpb-Slab[data-invalid]',
];

/** Whether anything would be lost. */
function hasInput({ info, stack, save }: ProfileWizardState): boolean {
  if (save.phase === 'saved') return false;
  return (
    info.name !== '' ||
    info.description !== '' ||
    info.tags.length > 0 ||
    stack.layers.some((layer) => layer.pack !== null || layer.manifests.length > 0) ||
    stack.variables.length > 0 ||
    stack.variableInProgress !== null
  );
}
