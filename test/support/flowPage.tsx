import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import type { Catalog } from '../../src/adapters/memory/Catalog';
import { createMemoryAdapter } from '../../src/adapters/memory/createMemoryAdapter';
import type { ProfileAdapter } from '../../src/adapters/ProfileAdapter';
import type { Profile } from '../../src/model/profile';
import {
  createFaultyAdapter,
  type AdapterFault,
  type AdapterMethod,
  type FaultyAdapter,
} from '../../src/testing/createFaultyAdapter';
import { createWizardDriver, type WizardDriver } from '../../src/testing/createWizardDriver';
import '../../src/styles.css';
import { Portal } from '../../stories/Portal';

/** The portal in a page, its backend at hand. */
export interface FlowPage extends Pick<FaultyAdapter, 'calls' | 'release'> {
  readonly driver: WizardDriver;
  readonly root: HTMLElement;
  readonly memory: ProfileAdapter;
  /** The calls made from now on succeed. */
  readonly mend: () => void;
  /** Waits until the page shows the text. */
  readonly see: (text: string) => Promise<void>;
  /** Waits until the page does not show the text. */
  readonly seeGone: (text: string) => Promise<void>;
  /** Waits until an editor or field of that name is there. */
  readonly seeTextbox: (name: string) => Promise<HTMLElement>;
  readonly profiles: () => Promise<readonly Profile[]>;
  readonly unmount: () => void;
}

/** Fails in these methods until it is mended; a function chooses by how often it was called before. */
export type FlowFaults = {
  readonly [Method in AdapterMethod]?:
    AdapterFault | ((callIndex: number) => AdapterFault | null) | undefined;
};

export interface FlowPageOptions {
  readonly catalog: Catalog;
  readonly faults?: FlowFaults | undefined;
  /** @default a memory adapter of the catalogue */
  readonly memory?: ProfileAdapter | undefined;
}

const TIMEOUT_MS = 20_000;
const open = new Set<() => void>();

/** Opens the portal in React's strict mode. */
export function openFlowPage({ catalog, faults = {}, memory }: FlowPageOptions): FlowPage {
  const backend = memory ?? createMemoryAdapter(catalog);
  let isBroken = true;
  const plans = Object.fromEntries(
    Object.entries(faults).map(([method, plan]) => [
      method,
      (callIndex: number) => {
        if (!isBroken) return null;
        return typeof plan === 'function' ? plan(callIndex) : plan;
      },
    ]),
  );
  const { adapter, calls, release } = createFaultyAdapter(backend, plans);
  const root = document.createElement('div');
  document.body.append(root);
  const react = createRoot(root);
  const unmount = () => {
    if (!open.delete(unmount)) return;
    react.unmount();
    root.remove();
  };
  open.add(unmount);
  react.render(
    <StrictMode>
      <Portal adapter={adapter} />
    </StrictMode>,
  );
  const check = (look: () => void) => vi.waitFor(look, { timeout: TIMEOUT_MS, interval: 20 });
  return {
    driver: createWizardDriver(root, { timeout: TIMEOUT_MS }),
    root,
    memory: backend,
    calls,
    release,
    mend: () => {
      isBroken = false;
    },
    see: (text) =>
      check(() => {
        expect(root.textContent).toContain(text);
      }),
    seeGone: (text) =>
      check(() => {
        expect(root.textContent).not.toContain(text);
      }),
    seeTextbox: async (name) => {
      const find = () => root.querySelector<HTMLElement>(`[role="textbox"][aria-label="${name}"]`);
      await check(() => {
        expect(find(), `There is an editor named ${name}.`).not.toBeNull();
      });
      return find()!;
    },
    profiles: async () => {
      const context = { signal: new AbortController().signal };
      const list = await backend.listProfiles!({ text: '', cursor: null }, context);
      return Promise.all(list.items.map(({ uid }) => backend.getProfile!(uid, context)));
    },
    unmount,
  };
}

/**
 * Call it once in a test file. Waits, such as the one after which an answer is called slow, end when a
 * test says so; everything else takes its time. Pages are closed after each test.
 */
export function setUpFlowPages(): void {
  const environment = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean | undefined };
  let before: boolean | undefined;
  beforeAll(() => {
    before = environment.IS_REACT_ACT_ENVIRONMENT;
    // The page is worked as a user does; nothing here is wrapped in `act`.
    environment.IS_REACT_ACT_ENVIRONMENT = false;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  });
  afterEach(() => {
    for (const unmount of [...open]) unmount();
  });
  afterAll(() => {
    vi.useRealTimers();
    environment.IS_REACT_ACT_ENVIRONMENT = before;
  });
}

/** Lets time pass at once. */
export async function passTime(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}
