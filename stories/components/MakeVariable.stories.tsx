import type { Meta, StoryObj } from '@storybook/react-vite';
import { useLayerStack } from 'cluster-profile-builder';
import { valuesTextId, type LayerStack } from 'cluster-profile-builder/model';
import { useMemo } from 'react';
import { expect, fn, waitFor, within } from 'storybook/test';
import { variableOf } from '../../src/components/LayerWorkspace/variableOf';
import { MakeVariable } from '../../src/components/StackWork/MakeVariable';
import type { ValueInText } from '../../src/components/StackWork/variableTexts';
import { Root } from '../../src/components/ui/Root';
import { StackCommandsContext, type StackCommands } from '../../src/components/ui/StackCommands';
import { useStableCallback } from '../../src/internal/useStableCallback';
import { demoDraft } from '../support/demo';
import { press } from '../support/flow';
import { stackOf } from '../support/StackHost';

interface HostProps {
  /** A line of the Network values, up to the value. */
  readonly behind: string;
  readonly value: string;
  readonly secretPaths?: readonly string[] | undefined;
  /** The value is another one by now. */
  readonly isChanged?: boolean | undefined;
  readonly width?: number | undefined;
  readonly onStackChange: (stack: LayerStack) => void;
  readonly onMade: (result: string) => void;
  readonly onClose: () => void;
}

function Host({ behind, value, secretPaths, isChanged, onStackChange, ...props }: HostProps) {
  const { stack, send } = useLayerStack({
    defaultStack: stackOf(demoDraft),
    onStackChange: (next) => {
      onStackChange(next);
    },
  });
  const getStack = useStableCallback(() => stack);
  const commands = useMemo<StackCommands>(
    () => ({ getStack, send, flush: () => undefined }),
    [getStack, send],
  );
  const network = stack.layers[2];
  const textId = (network && valuesTextId(network)) ?? '';
  const start = stackOf(demoDraft).texts[textId]?.text.indexOf(`${behind}${value}`) ?? -1;
  const replaces: ValueInText = {
    textId,
    from: start + behind.length,
    to: start + behind.length + value.length,
    text: isChanged === true ? 'what stood there' : value,
    value,
    path: ['charts', 'calico', 'installation', behind.trim().replace(/:$/, '')],
  };
  return (
    <Root>
      <StackCommandsContext.Provider value={commands}>
        <MakeVariable
          stack={stack}
          replaces={replaces}
          suggested={variableOf(replaces, secretPaths)}
          onMade={props.onMade}
          onClose={props.onClose}
        />
      </StackCommandsContext.Provider>
    </Root>
  );
}

const meta = {
  title: 'Components/MakeVariable',
  component: Host,
  args: {
    behind: 'mtu: ',
    value: '0',
    onStackChange: fn<(stack: LayerStack) => void>(),
    onMade: fn<(result: string) => void>(),
    onClose: fn<() => void>(),
  },
} satisfies Meta<typeof Host>;

export default meta;
type Story = StoryObj<typeof meta>;

const title = 'Make a variable of this value';

/** Named after what it does, with what it does below, and its buttons in view. */
export const OfAValue: Story = {
  play: async ({ canvas }) => {
    const form = await canvas.findByRole('dialog', { name: title });
    await expect(
      within(form).getByText(/value of charts\.calico\.installation\.mtu/),
    ).toBeVisible();
    const button = within(form).getByRole('button', { name: 'Create and replace' });
    await expect(button.getBoundingClientRect().bottom).toBeLessThanOrEqual(innerHeight);
    await expect(canvas.getByRole('textbox', { name: 'Name' })).toHaveFocus();
  },
};

export const Dark: Story = { globals: { colorScheme: 'dark' } };

/** Masked, because the rules of the pack say that it is a password. */
export const OfASecret: Story = {
  args: { secretPaths: ['charts.calico.installation.mtu'] },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('checkbox', { name: 'Masked' })).toBeChecked();
  },
};

/** Nothing is replaced that is not what was meant, and that is said before. */
export const ChangedMeanwhile: Story = {
  args: { isChanged: true },
  play: async ({ canvas, args }) => {
    await expect(
      await canvas.findByText(/The value was changed meanwhile, so it will not be replaced/),
    ).toBeVisible();
    await press(canvas, 'Create without replacing');
    await waitFor(() =>
      expect(args.onMade).toHaveBeenCalledWith('“mtu” was created. The value stays as it is.'),
    );
    const [stack] = (args.onStackChange as ReturnType<typeof fn<HostProps['onStackChange']>>).mock
      .lastCall ?? [stackOf()];
    await expect(stack.variables.map(({ name }) => name)).toEqual(['mtu']);
    await expect(JSON.stringify(stack.texts)).not.toContain('spectro.var.mtu');
  },
};
