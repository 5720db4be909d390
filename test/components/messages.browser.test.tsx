import { waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  compareTextsMessages,
  conflictViewMessages,
} from '../../src/components/CompareEditor/messages';
import { comparePacksMessages } from '../../src/components/ComparePacks/messages';
import { diagnosticsMessages } from '../../src/components/Diagnostics/messages';
import { layerPickerMessages } from '../../src/components/LayerPicker/messages';
import { layerStackViewMessages } from '../../src/components/LayerStackView/messages';
import { layerTextMessages } from '../../src/components/LayerText/messages';
import { layerWorkspaceMessages } from '../../src/components/LayerWorkspace/messages';
import { manifestEditorMessages } from '../../src/components/ManifestEditor/messages';
import { manifestListMessages } from '../../src/components/ManifestList/messages';
import type {
  MessageOverrides,
  ProfileBuilderMessages,
} from '../../src/components/ProfileBuilderProvider/messages';
import { presetPickerMessages } from '../../src/components/PresetPicker/messages';
import { profileDetailsMessages } from '../../src/components/ProfileDetails/messages';
import { profileInfoFormMessages } from '../../src/components/ProfileInfoForm/messages';
import { profileListMessages } from '../../src/components/ProfileList/messages';
import { profileStepperMessages } from '../../src/components/ProfileStepper/messages';
import { profileWizardMessages } from '../../src/components/ProfileWizard/messages';
import { providerPickerMessages } from '../../src/components/ProviderPicker/messages';
import { readmeMessages } from '../../src/components/Readme/messages';
import { stackReviewMessages } from '../../src/components/StackReview/messages';
import { sharedMessages } from '../../src/components/ui/messages';
import { variablesPanelMessages } from '../../src/components/VariablesPanel/messages';
import type { ProfileFinding } from '../../src/adapters/ProfileAdapter';
import { ProfileBuilderProvider } from '../../src/components/ProfileBuilderProvider/ProfileBuilderProvider';
import { ProfileDetails } from '../../src/components/ProfileDetails/ProfileDetails';
import { ValuesTasksContext } from '../../src/hooks/valuesTasks';
import {
  demoAdapter,
  demoDraft,
  demoLayer,
  faultyVariables,
  kubernetesLayer,
  osLayer,
  profileOf,
} from '../../stories/support/demo';
import { breakable, breakableTasks, finding, silent } from '../../stories/support/faults';
import { WizardHost } from '../../stories/support/WizardHost';
import { mount, mountWizard, workAsInTheBrowser } from './support/mount';
import { bracketed, wordsOf } from './support/words';

workAsInTheBrowser();

const defaults: ProfileBuilderMessages = {
  Shared: sharedMessages,
  CompareTexts: compareTextsMessages,
  ConflictView: conflictViewMessages,
  Diagnostics: diagnosticsMessages,
  ComparePacks: comparePacksMessages,
  LayerPicker: layerPickerMessages,
  LayerStackView: layerStackViewMessages,
  LayerText: layerTextMessages,
  LayerWorkspace: layerWorkspaceMessages,
  ManifestEditor: manifestEditorMessages,
  ManifestList: manifestListMessages,
  PresetPicker: presetPickerMessages,
  ProfileDetails: profileDetailsMessages,
  ProfileInfoForm: profileInfoFormMessages,
  ProfileList: profileListMessages,
  ProfileStepper: profileStepperMessages,
  ProfileWizard: profileWizardMessages,
  ProviderPicker: providerPickerMessages,
  Readme: readmeMessages,
  StackReview: stackReviewMessages,
  VariablesPanel: variablesPanelMessages,
};

const messages = bracketed(defaults) as MessageOverrides;

/** Everything that the demo and the draft brought along. */
const DATA =
  /^(payments-aws-production|1\.2\.0|Production clusters of.*|owner:platform|region:eu-central-1|pci|Project Default|Palette( .*)?|Custom|Kube (Controller Manager|Scheduler)|Loopback only|All interfaces, for metrics|OIDC Identity Provider|Public Repo|Platform Team Charts|Identity provider.*|Apache CloudStack|(AWS|Azure|GCP) (IaaS|EKS|AKS|GKE)|Edge Native|MAAS|VMware vSphere|Ubuntu|Calico|Amazon EBS CSI|(LTS__)?[\d.]+\.x|kubernetes( 1\.33\.x)?|ubuntu-aws|Region|eu-central-1|Replicas|many|Node name|[A-Z]{1,2})$/;

/** In all places that a server can name. */
const SERVER_FINDINGS: readonly ProfileFinding[] = [
  { severity: 'error', message: '1.2.0' },
  { severity: 'error', message: '1.2.0', field: 'name' },
  { severity: 'warning', message: '1.2.0', packName: 'kubernetes', path: ['podCIDR'] },
  { severity: 'warning', message: '1.2.0', packName: 'ubuntu-aws', line: 2 },
];

const strangersIn = (container: HTMLElement) =>
  wordsOf(container).filter((text) => !DATA.test(text));

describe('every word can be replaced', () => {
  it('finds a word that was not', () => {
    const { container } = mountWizard({ messages: {} });
    expect(strangersIn(container)).toContain('Basic information');
  });

  it('on the step of basic information, faults included', async () => {
    const { container, canvas } = mountWizard({
      messages,
      defaultDraft: { info: { ...demoDraft.info, name: '', version: '1' } },
    });
    const [submit] = container.querySelectorAll<HTMLElement>('.cpb-WizardFooter [type=submit]');
    if (submit === undefined) throw new Error('There is no forward button.');
    await userEvent.click(submit);
    await waitFor(() => {
      expect(canvas.getAllByText(/⟦/, { selector: '.cpb-Field-error' }).length).toBeGreaterThan(1);
    });
    expect(strangersIn(container)).toEqual([]);
  });

  it('on the step of the cloud type', async () => {
    const { container, canvas } = mountWizard({ messages, defaultStepId: 'cloud' });
    await userEvent.click(await canvas.findByRole('radio', { name: /vSphere/ }));
    const question = await canvas.findByRole('region');
    await waitFor(() => {
      expect(question.querySelector('.cpb-Spinner')).toBeNull();
    });
    expect(strangersIn(container)).toEqual([]);
    const [change] = question.querySelectorAll('button');
    if (change === undefined) throw new Error('Nothing can be changed.');
    await userEvent.click(change);
    await waitFor(() => {
      expect(container.querySelector('.cpb-Notice')).not.toBeNull();
    });
    expect(strangersIn(container)).toEqual([]);
  });

  it('on the steps of the layers', async () => {
    const { container } = mountWizard({
      messages,
      defaultDraft: { info: demoDraft.info, layers: [osLayer, kubernetesLayer] },
      defaultStepId: 'layers',
    });
    await waitFor(() => {
      expect(container.querySelector('[role=listbox] [role=option]')).not.toBeNull();
    });
    const slab = [...container.querySelectorAll<HTMLElement>('button.cpb-Slab')][2];
    if (slab === undefined) throw new Error('There is no slab of Kubernetes.');
    await userEvent.click(slab);
    await waitFor(() => {
      expect(container.querySelector('.cm-content')).not.toBeNull();
      expect(container.querySelectorAll('select')).toHaveLength(2);
    });
    await userEvent.click(container.querySelector('.cm-content') ?? container);
    expect(strangersIn(container)).toEqual([]);
    const manifests = [...container.querySelectorAll<HTMLElement>('[role=tab]')].at(-1);
    if (manifests === undefined) throw new Error('There is no tab of manifests.');
    await userEvent.click(manifests);
    await waitFor(() => {
      expect(container.querySelector('.cpb-ManifestList')).not.toBeNull();
    });
    expect(strangersIn(container)).toEqual([]);
  });

  it('on the review, faults of basic information included', async () => {
    const { container } = mountWizard({
      messages,
      defaultDraft: { ...demoDraft, info: { ...demoDraft.info, name: '', version: '1' } },
      defaultStepId: 'review',
    });
    await waitFor(() => {
      expect(container.querySelectorAll('.cpb-Problem')).toHaveLength(2);
    });
    expect(strangersIn(container)).toEqual([]);
  });

  it('on the review, with findings of texts, variables and the server', async () => {
    const { container } = mountWizard({
      messages,
      defaultDraft: {
        ...demoDraft,
        variables: faultyVariables,
        layers: [
          osLayer,
          demoLayer('kubernetes', '1.31.14', {
            edit: (values) =>
              `${values.replace('podCIDR: "192.168.0.0/16"', 'podCIDR: "192.168.0.0"')}\nx: "{{.spectro.var.nobody}}"\n`,
          }),
          demoLayer('cni-calico', '3.31.0', { manifests: [{ name: 'm', content: 'kind: x\n' }] }),
        ],
      },
      createAdapter: finding(SERVER_FINDINGS),
      defaultStepId: 'review',
    });
    const problems = () => container.querySelectorAll('.cpb-Problem');
    await waitFor(() => {
      expect(problems().length).toBeGreaterThan(5);
      expect(container.querySelector('.cpb-Spinner')).toBeNull();
    });
    expect(strangersIn(container)).toEqual([]);
  });

  it('on the review, with what the server finds and what it does not answer', async () => {
    const { container, unmount } = mountWizard({
      messages,
      createAdapter: finding(SERVER_FINDINGS),
      defaultStepId: 'review',
    });
    await waitFor(() => {
      expect(container.querySelectorAll('.cpb-Problem')).toHaveLength(SERVER_FINDINGS.length);
    });
    expect(strangersIn(container)).toEqual([]);
    unmount();
    const waiting = mountWizard({
      messages,
      createAdapter: silent('validateProfile'),
      defaultStepId: 'review',
    });
    const finish = await waitFor(() => {
      const button = waiting.container.querySelector<HTMLElement>('[data-cpb-forward]');
      if (button === null || waiting.container.querySelector('.cpb-StackReview') === null) {
        throw new Error('The review is not there.');
      }
      return button;
    });
    await userEvent.click(finish);
    await waitFor(() => {
      expect(waiting.container.querySelectorAll('.cpb-Notice button')).toHaveLength(2);
    });
    expect(strangersIn(waiting.container)).toEqual([]);
  });

  it('on the review, where nothing can be checked', async () => {
    const { tasks } = breakableTasks();
    const { container } = mount(
      <ValuesTasksContext.Provider value={tasks}>
        <WizardHost
          messages={messages}
          defaultDraft={demoDraft}
          createAdapter={breakable('validateProfile', 403).createAdapter}
          defaultStepId="review"
        />
      </ValuesTasksContext.Provider>,
    );
    await waitFor(() => {
      expect(container.querySelectorAll('.cpb-Notice')).toHaveLength(2);
    });
    expect(strangersIn(container)).toEqual([]);
  });

  it('in an opened profile that cannot be saved', async () => {
    const { container } = mount(
      <ProfileBuilderProvider
        adapter={demoAdapter({ profiles: [profileOf({ variables: faultyVariables })] })}
        messages={messages}
      >
        <ProfileDetails uid="profile-1" />
      </ProfileBuilderProvider>,
    );
    const click = async (selector: string) => {
      await waitFor(() => {
        expect(container.querySelector(selector)).not.toBeNull();
      });
      await userEvent.click(container.querySelector(selector) ?? container);
    };
    await click('button.cpb-Slab[data-kind=cni]');
    await waitFor(() => {
      expect(container.querySelectorAll('select')).toHaveLength(2);
    });
    const [, versions] = container.querySelectorAll('select');
    if (versions === undefined) throw new Error('There are no versions.');
    await userEvent.selectOptions(versions, '3.31.0');
    await click('[data-cpb-forward]:not([aria-disabled=true])');
    await waitFor(() => {
      expect(container.querySelectorAll('.cpb-Problem')).toHaveLength(2);
    });
    // Back to all layers, where there is less of the backend's.
    await click('button:has([data-icon=layers])');
    expect(strangersIn(container)).toEqual([]);
  });

  it('on the review', async () => {
    const { container } = mountWizard({ messages, defaultStepId: 'review' });
    await waitFor(() => {
      expect(container.querySelector('.cpb-StackReview')).not.toBeNull();
    });
    expect(strangersIn(container)).toEqual([]);
  });
});
