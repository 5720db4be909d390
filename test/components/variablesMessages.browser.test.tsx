import { waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { diagnosticsMessages } from '../../src/components/Diagnostics/messages';
import { layerWorkspaceMessages } from '../../src/components/LayerWorkspace/messages';
import { MakeVariable } from '../../src/components/StackWork/MakeVariable';
import type { ValueInText } from '../../src/components/StackWork/variableTexts';
import { Root } from '../../src/components/ui/Root';
import { sharedMessages } from '../../src/components/ui/messages';
import { StackCommandsContext } from '../../src/components/ui/StackCommands';
import { variablesPanelMessages } from '../../src/components/VariablesPanel/messages';
import {
  VariablesPanel,
  type VariablesPanelProps,
} from '../../src/components/VariablesPanel/VariablesPanel';
import { ProfileBuilderProvider } from '../../src';
import type { MessageOverrides } from '../../src/components/ProfileBuilderProvider/messages';
import { createVariable, type ProfileVariable } from '../../src/model/variables';
import { demoAdapter } from '../../stories/support/demo';
import { stackOf } from '../../stories/support/StackHost';
import { mount, workAsInTheBrowser } from './support/mount';
import { bracketed, wordsOf } from './support/words';

workAsInTheBrowser();

const defaults = {
  Shared: sharedMessages,
  Diagnostics: diagnosticsMessages,
  LayerWorkspace: layerWorkspaceMessages,
  VariablesPanel: variablesPanelMessages,
};

const messages = bracketed(defaults) as MessageOverrides;

/** What the page says outside of brackets, and is no data: that begins with `data`. */
const strangersIn = (container: HTMLElement) =>
  wordsOf(container)
    .map((text) => text.replace(/'?\{\{\.spectro\.var\.[^}]*\}\}'?/g, '').trim())
    .filter((text) => /\p{Letter}/u.test(text) && !text.startsWith('data'));

const variable = (fields: Partial<ProfileVariable>): ProfileVariable => ({
  ...createVariable('data'),
  ...fields,
});

/** All badges, facts and faults that a row can have. */
const variables: readonly ProfileVariable[] = [
  variable({ defaultValue: 'data', isRequired: true, isReadOnly: true }),
  variable({ name: 'data2', isHidden: true, isSensitive: true, defaultValue: '********' }),
  variable({ name: 'data', format: 'number', defaultValue: 'data' }),
  variable({ name: 'data3', inputType: 'dropdown' }),
];

const ignored = () => undefined;

function mountPanel(props: Partial<VariablesPanelProps> = {}, words = messages) {
  return mount(
    <ProfileBuilderProvider adapter={demoAdapter()} messages={words}>
      <VariablesPanel
        variables={variables}
        usage={new Map([['data', ['data layer']]])}
        onAdd={ignored}
        onChange={ignored}
        onRemove={ignored}
        onMove={ignored}
        onClose={ignored}
        {...props}
      />
    </ProfileBuilderProvider>,
  );
}

const buttonsIn = (container: HTMLElement, selector: string) => [
  ...container.querySelectorAll<HTMLElement>(selector),
];

describe('every word about variables can be replaced', () => {
  it('finds a word that was not', () => {
    expect(strangersIn(mountPanel({}, {}).container)).toContain('Variables');
  });

  it('in the list, its faults, and what was begun', () => {
    const { container } = mountPanel({ begun: { name: null, variable: variable({}) } });
    expect(strangersIn(container)).toEqual([]);
    const changed = mountPanel({ begun: { name: 'data', variable: variable({}) } });
    expect(strangersIn(changed.container)).toEqual([]);
  });

  it('in the empty panel', () => {
    expect(strangersIn(mountPanel({ variables: [] }).container)).toEqual([]);
  });

  it.each([
    ['a new one', { type: 'create' }],
    ['a faulty text', { type: 'edit', name: 'data' }],
    ['a masked and hidden one', { type: 'edit', name: 'data2' }],
    ['a dropdown', { type: 'edit', name: 'data3' }],
    [
      'several lines of a number',
      { type: 'create', variable: variable({ inputType: 'multiline', format: 'number' }) },
    ],
  ] as const)('in the form of %s', async (_, defaultOpen) => {
    const { container } = mountPanel({
      defaultOpen,
      savedNames: new Set(['data']),
      checkRegex: async () => 'invalid-regex',
    });
    const submit = container.querySelector<HTMLElement>('dialog [type=submit]');
    await userEvent.click(submit ?? container);
    await waitFor(() => {
      expect(container.querySelector('dialog form')).not.toBeNull();
    });
    expect(strangersIn(container)).toEqual([]);
  });

  it('in what asks before something is given up', async () => {
    const { container } = mountPanel({ begun: { name: null, variable: variable({}) } });
    await userEvent.click(buttonsIn(container, '.cpb-VariableRow-edit')[0] ?? container);
    expect(buttonsIn(container, 'dialog')).toHaveLength(1);
    expect(strangersIn(container)).toEqual([]);
  });

  it('in what asks before a used one is deleted, and what says that it was', async () => {
    const { container } = mountPanel();
    const trash = () => buttonsIn(container, '.cpb-VariableRow-actions button:last-child');
    await userEvent.click(trash()[0] ?? container);
    expect(buttonsIn(container, 'dialog')).toHaveLength(1);
    expect(strangersIn(container)).toEqual([]);
    await userEvent.click(buttonsIn(container, 'dialog button')[1] ?? container);
    await waitFor(() => {
      expect(container.querySelector('.cpb-Notice')).not.toBeNull();
    });
    expect(strangersIn(container)).toEqual([]);
  });

  it.each([true, false])('in the window that makes one of a value, in place: %s', (isInPlace) => {
    const stack = stackOf();
    const [textId = ''] = Object.keys(stack.texts);
    const text = stack.texts[textId]?.text.slice(0, 4) ?? '';
    const replaces: ValueInText = {
      textId,
      from: 0,
      to: 4,
      text: isInPlace ? text : 'other',
      value: 'data',
      path: ['data'],
    };
    const commands = { getStack: () => stack, send: ignored, flush: ignored };
    const { container } = mount(
      <ProfileBuilderProvider adapter={demoAdapter()} messages={messages}>
        <Root>
          <StackCommandsContext.Provider value={commands}>
            <MakeVariable
              stack={stack}
              replaces={replaces}
              suggested={variable({})}
              onMade={ignored}
              onClose={ignored}
            />
          </StackCommandsContext.Provider>
        </Root>
      </ProfileBuilderProvider>,
    );
    expect(container.querySelector('dialog form')).not.toBeNull();
    expect(container.querySelector('.cpb-Notice') === null).toBe(isInPlace);
    expect(strangersIn(container)).toEqual([]);
  });
});
