import type { Meta, StoryObj } from '@storybook/react-vite';
import { createMemoryAdapter, type Catalog } from 'cluster-profile-builder/adapters';
import { demoCatalog } from 'cluster-profile-builder/demo';
import {
  createFaultyAdapter,
  type AdapterFaultPlans,
  type FaultyAdapter,
} from 'cluster-profile-builder/testing';
import { useEffect, useState } from 'react';
import { Portal } from './Portal';
import { RoundTrip, type RoundTripRequest } from './support/RoundTrip';

/** What an end-to-end test gives the page before it opens, and what it finds in it afterwards. */
export interface EndToEndWindow {
  /** @default the demo catalogue */
  cpbCatalog?: Catalog | undefined;
  /** Calls that fail. @default none */
  cpbFaults?: AdapterFaultPlans | undefined;
  /** The backend of the page, to read back what was created. */
  cpbTestAdapter?: FaultyAdapter['adapter'] | undefined;
  /** The calls that the page has made. */
  cpbTestCalls?: FaultyAdapter['calls'] | undefined;
  /** Takes four texts through hooks, editors and backend; see `RoundTripRequest`. */
  cpbRoundTrip?:
    ((texts: readonly string[], insert: string) => Promise<readonly string[]>) | undefined;
}

const meta = {
  title: 'Flow/End to end',
  component: Portal,
  // For tests alone.
  tags: ['!dev', '!autodocs', '!test'],
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof Portal>;

export default meta;
type Story = StoryObj<typeof meta>;

function createBackend() {
  const page = window as EndToEndWindow;
  const memory = createMemoryAdapter(page.cpbCatalog ?? demoCatalog);
  return { memory, ...createFaultyAdapter(memory, page.cpbFaults) };
}

function TestPortal() {
  const [{ memory, adapter, calls }] = useState(createBackend);
  useEffect(() => {
    const backend: EndToEndWindow = { cpbTestAdapter: memory, cpbTestCalls: calls };
    Object.assign(window, backend);
  }, [memory, calls]);
  return <Portal adapter={adapter} />;
}

/** The portal on a catalogue that the page was given. */
export const GivenCatalog: Story = {
  args: { adapter: createMemoryAdapter(demoCatalog) },
  render: () => <TestPortal />,
};

function RoundTrips() {
  const [request, setRequest] = useState<(RoundTripRequest & { readonly count: number }) | null>(
    null,
  );
  useEffect(() => {
    const page: EndToEndWindow = {
      cpbRoundTrip: (texts, insert) =>
        new Promise((onDone) => {
          setRequest((before) => ({ texts, insert, onDone, count: (before?.count ?? 0) + 1 }));
        }),
    };
    Object.assign(window, page);
  }, []);
  return request === null ? <p>No text yet.</p> : <RoundTrip key={request.count} {...request} />;
}

/** Texts that go through hooks and editors into a profile. */
export const EveryText: Story = {
  args: { adapter: createMemoryAdapter(demoCatalog) },
  render: () => <RoundTrips />,
};
