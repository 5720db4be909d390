import type { ProfileAdapter } from '../adapters/ProfileAdapter';
import { abortContract } from './contract/abortContract';
import { catalogContract } from './contract/catalogContract';
import type { ContractSample } from './contract/contractSamples';
import { createSubject } from './contract/contractTest';
import { createContract } from './contract/createContract';
import { savedContract } from './contract/savedContract';
import { variablesContract } from './contract/variablesContract';

export interface ProfileAdapterContract {
  /** Registers a test: `it` of Vitest or Jest, `test` of `node:test`. */
  readonly test: (name: string, run: () => Promise<void>) => unknown;
  /**
   * Makes the adapter under test; called once per test. It needs a searchable registry with a pack.
   * On a backend that lasts, the profiles which the tests create are deleted where it can delete.
   */
  readonly createAdapter: () => ProfileAdapter | Promise<ProfileAdapter>;
  /** What to test with, where the first pack found will not do. */
  readonly sample?: ContractSample | undefined;
}

/**
 * Registers the tests that every `ProfileAdapter` must pass. An optional method is tested where it is
 * there. A small page size shows more: paging is tested with the pages that the adapter gives.
 */
export function testProfileAdapter({
  test,
  createAdapter,
  sample = {},
}: ProfileAdapterContract): void {
  const contract = [
    ...catalogContract,
    ...createContract,
    ...savedContract,
    ...variablesContract,
    ...abortContract,
  ];
  for (const { name, run } of contract) {
    test(name, async () => run(await createSubject(createAdapter, sample)));
  }
}
