import { waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { compareTextsMessages } from '../../src/components/CompareEditor/messages';
import { comparePacksMessages } from '../../src/components/ComparePacks/messages';
import { layerPickerMessages } from '../../src/components/LayerPicker/messages';
import { manifestEditorMessages } from '../../src/components/ManifestEditor/messages';
import type { MessageOverrides } from '../../src/components/ProfileBuilderProvider/messages';
import { providerPickerMessages } from '../../src/components/ProviderPicker/messages';
import { stackReviewMessages } from '../../src/components/StackReview/messages';
import { sharedMessages } from '../../src/components/ui/messages';
import { demoCatalog } from '../../src/demo';
import {
  demoAdapter,
  demoDraft,
  demoLayer,
  networkLayer,
  osLayer,
} from '../../stories/support/demo';
import { mountWizard, workAsInTheBrowser } from './support/mount';
import { bracketed, wordsOf } from './support/words';

workAsInTheBrowser();

const messages = bracketed({
  Shared: sharedMessages,
  CompareTexts: compareTextsMessages,
  ComparePacks: comparePacksMessages,
  LayerPicker: layerPickerMessages,
  ManifestEditor: manifestEditorMessages,
  ProviderPicker: providerPickerMessages,
  StackReview: stackReviewMessages,
}) as MessageOverrides;

/** Names of registries. */
const DATA = /^(Palette (Community )?Registry|Public Repo|Platform Team Charts)$/;

const strangersIn = (container: Element) => wordsOf(container).filter((text) => !DATA.test(text));

/** The demo with a pack that is on its way out in one registry, and a version that is out in another. */
const agingAdapter = () =>
  demoAdapter(
    {},
    {
      packs: demoCatalog.packs.map((pack) => {
        if (pack.name !== 'cni-calico') return pack;
        if (pack.registryUid === 'registry-community') return { ...pack, state: 'deprecated' };
        return {
          ...pack,
          tags: pack.tags.map((tag) =>
            tag.tag === '3.29.5' ? { ...tag, state: 'disabled' } : tag,
          ),
        };
      }),
    },
  );

async function waitForElement(root: Element, selector: string): Promise<HTMLElement> {
  return waitFor(() => {
    const element = root.querySelector<HTMLElement>(selector);
    if (element === null) throw new Error(`There is no ${selector}.`);
    return element;
  });
}

/** The comparison of two versions of Calico, which do not fit an old Kubernetes. */
async function openComparison(words: MessageOverrides) {
  const { container } = mountWizard({
    messages: words,
    createAdapter: agingAdapter,
    defaultDraft: {
      info: demoDraft.info,
      layers: [osLayer, demoLayer('kubernetes', '1.31.14'), networkLayer],
    },
    defaultStepId: 'layers',
  });
  await userEvent.click(await waitForElement(container, 'button.cpb-Slab[data-kind="cni"]'));
  await userEvent.click(await waitForElement(container, '.cpb-VersionDetails-actions button'));
  const dialog = await waitForElement(container, 'dialog');
  await waitForElement(dialog, '.cm-content');
  const [, right] = dialog.querySelectorAll('fieldset');
  if (right === undefined) throw new Error('There is no right side.');
  return { dialog, right };
}

describe('every word of a comparison can be replaced', () => {
  it('finds a word that was not', async () => {
    const { dialog } = await openComparison({});
    expect(strangersIn(dialog)).toContain('Use this version');
  });

  it('on each of its tabs', async () => {
    const { dialog, right } = await openComparison(messages);
    // It does not fit, which is told.
    await waitForElement(right, '.cpb-MisfitReasons');
    expect(strangersIn(dialog)).toEqual([]);
    for (const tab of dialog.querySelectorAll<HTMLElement>('[role=tab]')) {
      await userEvent.click(tab);
      await waitFor(() => {
        expect(dialog.querySelector('.cpb-Spinner, .cpb-Loading')).toBeNull();
      });
      expect(strangersIn(dialog)).toEqual([]);
    }
  });

  it('and why a version cannot be taken', async () => {
    const { dialog, right } = await openComparison(messages);
    const [registry, version] = right.querySelectorAll('select');
    if (registry === undefined || version === undefined) throw new Error('A field is missing.');
    await userEvent.selectOptions(version, '3.28.4');
    await waitForElement(right, '.cpb-Badge');
    expect(strangersIn(dialog)).toEqual([]);
    await userEvent.selectOptions(version, '3.29.5');
    await waitForElement(right, '.cpb-CompareSide-refused');
    expect(strangersIn(dialog)).toEqual([]);
    await userEvent.selectOptions(registry, 'registry-community');
    await waitForElement(right, '.cpb-CompareSide-refused');
    expect(strangersIn(dialog)).toEqual([]);
    await userEvent.selectOptions(registry, 'registry-public-repo');
    await waitForElement(right, '.cpb-CompareSide-none');
    expect(strangersIn(dialog)).toEqual([]);
  });
});

describe('every word of the question about a provider can be replaced', () => {
  it('while it is asked, and when an answer is demanded', async () => {
    const { container } = mountWizard({ messages, defaultStepId: 'cloud' });
    await userEvent.click(await waitForElement(container, 'input[value="vsphere"]'));
    const question = await waitForElement(container, '.cpb-ProviderChange');
    await waitFor(() => {
      expect(question.querySelector('.cpb-Spinner')).toBeNull();
    });
    expect(strangersIn(question)).toEqual([]);
    await userEvent.click(
      await waitForElement(container, '.cpb-WizardFooter [data-variant="primary"]'),
    );
    await waitForElement(question, '.cpb-Field-error');
    expect(strangersIn(question)).toEqual([]);
  });
});

describe('every word about what a stack needs can be replaced', () => {
  it('and about where the numbers are from', async () => {
    const { container } = mountWizard({ messages, defaultStepId: 'review' });
    const source = await waitForElement(container, '.cpb-StackReview-source');
    expect(strangersIn(source.parentElement ?? source)).toEqual([]);
  });
});
