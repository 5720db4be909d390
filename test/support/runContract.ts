import type { ProfileAdapter } from '../../src/adapters/ProfileAdapter';
import { testProfileAdapter } from '../../src/testing';

/** Runs the contract and answers the tests that failed, with their messages. */
export async function failuresOfContract(
  createAdapter: () => ProfileAdapter,
): Promise<ReadonlyMap<string, string>> {
  const tests = new Map<string, () => Promise<void>>();
  testProfileAdapter({ test: (name, run) => tests.set(name, run), createAdapter });
  const failures = new Map<string, string>();
  for (const [name, run] of tests) {
    try {
      await run();
    } catch (thrown) {
      failures.set(name, thrown instanceof Error ? thrown.message : String(thrown));
    }
  }
  return failures;
}
