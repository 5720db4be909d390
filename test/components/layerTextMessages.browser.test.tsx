import { waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  compareTextsMessages,
  conflictViewMessages,
} from '../../src/components/CompareEditor/messages';
import { diagnosticsMessages } from '../../src/components/Diagnostics/messages';
import { layerPickerMessages } from '../../src/components/LayerPicker/messages';
import { layerStackViewMessages } from '../../src/components/LayerStackView/messages';
import { layerTextMessages } from '../../src/components/LayerText/messages';
import { layerWorkspaceMessages } from '../../src/components/LayerWorkspace/messages';
import { manifestEditorMessages } from '../../src/components/ManifestEditor/messages';
import { manifestListMessages } from '../../src/components/ManifestList/messages';
import { presetPickerMessages } from '../../src/components/PresetPicker/messages';
import type { MessageOverrides } from '../../src/components/ProfileBuilderProvider/messages';
import { profileStepperMessages } from '../../src/components/ProfileStepper/messages';
import { profileWizardMessages } from '../../src/components/ProfileWizard/messages';
import { sharedMessages } from '../../src/components/ui/messages';
import { ValuesTasksContext, type ValuesTasks } from '../../src/hooks/valuesTasks';
import { demoDraft, demoLayer, networkLayer, osLayer } from '../../stories/support/demo';
import {
  describedAdapter,
  describedDraft,
  editDescribed,
} from '../../stories/support/describedPack';
import { failingTasks, tasksWithout } from '../../stories/support/faults';
import { WizardHost, type WizardHostProps } from '../../stories/support/WizardHost';
import { mount, workAsInTheBrowser } from './support/mount';
import { bracketed, wordsOf } from './support/words';

workAsInTheBrowser();

const messages = bracketed({
  Shared: sharedMessages,
  CompareTexts: compareTextsMessages,
  ConflictView: conflictViewMessages,
  Diagnostics: diagnosticsMessages,
  LayerPicker: layerPickerMessages,
  LayerStackView: layerStackViewMessages,
  LayerText: layerTextMessages,
  LayerWorkspace: layerWorkspaceMessages,
  ManifestEditor: manifestEditorMessages,
  ManifestList: manifestListMessages,
  PresetPicker: presetPickerMessages,
  ProfileStepper: profileStepperMessages,
  ProfileWizard: profileWizardMessages,
}) as MessageOverrides;

/** Paths, their last words and their values; hints, packs and registries, as backends name them. */
const DATA = [
  /^(pack|charts|kubeadmconfig|installation)\./,
  /^(podCIDR|replicas|encapsulation|enabled|password|address|region|license|certificate|privateKey|absent)$/,
  /^(IPIP|VXLAN|None|The same as in the Kubernetes layer|Shared with the peers|-----BEGIN[^]*)$/,
  /^(cni-calico|kubernetes|Palette (Community )?Registry|Public Repo|Project Default)$/,
  /^Palette can be the OIDC identity provider/,
  /Calico|Kubernetes|Ubuntu|EBS|^\d+\.\d+|^v\d/,
];

/** Packs give names and hints to presets and their groups. */
const PRESETS = '.cpb-PresetPicker-legend, .cpb-PresetPicker-option > span:not(.cpb-Field-hint)';

function strangersIn(container: Element): readonly string[] {
  const presets = [...container.querySelectorAll(PRESETS)].flatMap(wordsOf);
  return wordsOf(container).filter(
    (text) => !presets.includes(text) && !DATA.some((pattern) => pattern.test(text)),
  );
}

async function find(root: Element, selector: string): Promise<HTMLElement> {
  return waitFor(() => {
    const element = root.querySelector<HTMLElement>(selector);
    if (element === null) throw new Error(`There is no ${selector}.`);
    return element;
  });
}

const press = async (root: Element, selector: string) => {
  await userEvent.click(await find(root, selector));
};

/** The text of a layer, once its editor is there. */
async function openLayer(kind: string, props: WizardHostProps, tasks?: ValuesTasks) {
  const page = <WizardHost defaultStepId="layers" {...props} />;
  const { container } = mount(
    tasks === undefined ? (
      page
    ) : (
      <ValuesTasksContext.Provider value={tasks}>{page}</ValuesTasksContext.Provider>
    ),
  );
  // Its name tells how many problems there are, which are being counted: no name to look for.
  (await find(container, `button.cpb-Slab[data-kind="${kind}"]`)).click();
  await find(container, '.cpb-LayerText .cm-content');
  return find(container, '.cpb-Workspace');
}

const openDescribed = (words: MessageOverrides, tasks?: ValuesTasks) =>
  openLayer(
    'cni',
    {
      messages: words,
      createAdapter: () => describedAdapter(),
      defaultDraft: describedDraft((values) =>
        editDescribed(values).replace('replicas: 3', 'replicas: 33'),
      ),
    },
    tasks,
  );

const [, tabOfChanges] = [0, 1].map((index) => `.cpb-Tabs [role=tab]:nth-child(${index + 1})`);

/** The tab of what was changed, once it is there. */
async function openChanges(text: HTMLElement) {
  await press(text, tabOfChanges ?? '');
  return find(text, '.cpb-Changes');
}

/** Kubernetes with edits, one of which the next version contradicts, once that version is chosen. */
async function upgrade(tasks?: ValuesTasks) {
  const edited = demoLayer('kubernetes', '1.32.12', {
    edit: (values) =>
      values
        .replace('podCIDR: "192.168.0.0/16"', 'podCIDR: "100.64.0.0/16"')
        .replace(/(default-not-ready-toleration-seconds: )"\d+"/, '$1"120"'),
  });
  const text = await openLayer(
    'k8s',
    { messages, defaultDraft: { ...demoDraft, layers: [osLayer, edited, networkLayer] } },
    tasks,
  );
  const versions = [...text.querySelectorAll('select')].find(({ options }) =>
    [...options].some(({ value }) => value === '1.33.9'),
  );
  if (versions === undefined) throw new Error('There is no choice of versions.');
  await userEvent.selectOptions(versions, '1.33.9');
  const root = text.closest<HTMLElement>('.cpb-root') ?? text;
  await find(root, '.cpb-Notice');
  return root;
}

describe('every word beside the text of a layer can be replaced', () => {
  it('finds a word that was not', async () => {
    const text = await openDescribed({});
    expect(strangersIn(text)).toContain('Your changes');
  });

  it('in the fields, with what is wrong with them', async () => {
    const text = await openDescribed(messages);
    await press(text, '.cpb-ValuesPanel-bar button');
    await find(text, '.cpb-Fields .cpb-Field-error');
    expect(strangersIn(text)).toEqual([]);
  });

  it('in fields that could not be read', async () => {
    const text = await openDescribed(messages, failingTasks(['readFields']));
    await press(text, '.cpb-ValuesPanel-bar button');
    await find(text, '.cpb-ValuesPanel-form .cpb-Notice');
    expect(strangersIn(text)).toEqual([]);
  });

  it('in a field whose change does not come', async () => {
    const text = await openDescribed(messages, tasksWithout(['setField']));
    await press(text, '.cpb-ValuesPanel-bar button');
    const input = await find(text, '.cpb-Fields input:not([disabled])');
    input.focus();
    await userEvent.keyboard('{End}0');
    const root = text.closest('.cpb-root') ?? text;
    await press(root, '.cpb-WizardFooter [data-cpb-forward]');
    await find(root, '.cpb-Foot .cpb-Notice');
    expect(strangersIn(root)).toEqual([]);
  });

  it('in the list of changes', async () => {
    const changes = await openChanges(await openDescribed(messages));
    await find(changes, '.cpb-ChangedValues');
    await find(changes, 'textarea');
    expect(changes.querySelector('textarea')?.value).toContain('@removed');
    expect(strangersIn(changes)).toEqual([]);
    await press(changes, '.cpb-ChangedValues-row > button');
    await find(changes, '.cpb-Notice');
    expect(strangersIn(changes)).toEqual([]);
  });

  it('in what is asked about them', async () => {
    const changes = await openChanges(await openDescribed(messages));
    for (const button of changes.querySelectorAll(
      '.cpb-Changes-head > .cpb-Changes-actions button',
    )) {
      await userEvent.click(button);
      const dialog = await find(document.body, 'dialog[open]');
      expect(strangersIn(dialog)).toEqual([]);
      await userEvent.keyboard('{Escape}');
      await waitFor(() => {
        expect(dialog.isConnected).toBe(false);
      });
    }
  });

  it.each([
    ['come over', undefined],
    ['are on their way', tasksWithout(['mergeValues'])],
    ['do not come', failingTasks(['mergeValues'])],
  ])('where edits %s', async (_, tasks) => {
    const text = await upgrade(tasks);
    expect(strangersIn(text)).toEqual([]);
  });

  it('where edits contradict the new defaults', async () => {
    const text = await upgrade();
    await press(text, '.cpb-Notice [aria-expanded]');
    const conflicts = await find(text, '.cpb-Workspace-conflicts');
    await find(conflicts, '.cm-content');
    expect(strangersIn(conflicts)).toEqual([]);
    await press(conflicts, 'input[type=radio]');
    await waitFor(() => {
      expect(conflicts.querySelector('input[type=radio]:checked')).not.toBeNull();
    });
    expect(strangersIn(text)).toEqual([]);
  });

  it('where a preset would take edits away', async () => {
    const text = await openLayer('cni', {
      messages,
      defaultDraft: {
        ...demoDraft,
        layers: [
          ...demoDraft.layers.slice(0, 2),
          demoLayer('cni-calico', '3.30.3', {
            edit: (values) => values.replace('blockSize: 26', 'blockSize: 24'),
          }),
        ],
      },
    });
    await press(text, '.cpb-PresetPicker-option input[value*="vxlan"]');
    await find(text, '.cpb-PresetPicker-overwritten');
    expect(strangersIn(text)).toEqual([]);
  });
});
