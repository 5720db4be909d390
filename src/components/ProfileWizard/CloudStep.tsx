import { useProviders } from '../../hooks/useProviders';
import type { ProviderChangeItem } from '../../model/layerStack';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { providerPickerMessages } from '../ProviderPicker/messages';
import { ProviderPicker } from '../ProviderPicker/ProviderPicker';
import { profileStepperMessages } from '../ProfileStepper/messages';
import { Button } from '../ui/Button';
import { sharedMessages } from '../ui/messages';
import { Notice } from '../ui/Notice';
import { profileWizardMessages } from './messages';
import { StepHeading } from './StepHeading';
import { useWizard, useWizardState } from './WizardContext';

/** The infrastructure provider or managed Kubernetes. */
export function CloudStep() {
  const messages = useMessages('ProfileWizard', profileWizardMessages);
  const { stepNames } = useMessages('ProfileStepper', profileStepperMessages);
  const { wizard } = useWizard('CloudStep');
  const cloudType = useWizardState('CloudStep', (state) => state.stack.cloudType);
  const providers = useProviders();
  return (
    <>
      <StepHeading title={stepNames.cloud} intro={messages.cloudIntro} />
      <ProviderPicker
        providers={providers.providers}
        value={cloudType}
        status={providers.status}
        error={providers.error}
        onRetry={providers.retry}
        onChange={(provider) => {
          wizard.send({ type: 'providerSelected', provider });
        }}
      />
      <ProviderChange />
    </>
  );
}

/** What the change of the cloud type means for the layers chosen before. */
function ProviderChange() {
  const messages = useMessages('ProviderPicker', providerPickerMessages);
  const shared = useMessages('Shared', sharedMessages);
  const { wizard } = useWizard('ProviderChange');
  const notice = useWizardState('ProviderChange', (state) => state.stack.notice);
  if (notice?.type !== 'provider-changed') return null;
  const list = (items: readonly ProviderChangeItem[]) =>
    shared.list(
      items.map(({ kind, packDisplayName, version }) => {
        const pack = [packDisplayName, version].filter(Boolean).join(' ');
        const layerName = shared.layerNames[kind];
        return pack === '' ? layerName : shared.labelled(layerName, pack);
      }),
    );
  return (
    <Notice
      tone={notice.dropped.length === 0 ? 'info' : 'warning'}
      title={messages.changed}
      actions={<Button onClick={wizard.undo}>{shared.undo}</Button>}
    >
      {notice.kept.length === 0 ? null : <p>{messages.kept(list(notice.kept))}</p>}
      {notice.dropped.length === 0 ? null : <p>{messages.dropped(list(notice.dropped))}</p>}
    </Notice>
  );
}
