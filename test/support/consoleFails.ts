import { afterEach, beforeEach, expect, vi } from 'vitest';

/** Makes every console error or warning fail the test it happens in. */
export function failOnConsole(): void {
  const calls: string[] = [];
  const record =
    (level: string) =>
    (...args: unknown[]) => {
      calls.push(`console.${level}: ${args.map(String).join(' ')}`);
    };
  beforeEach(() => {
    calls.length = 0;
    vi.spyOn(console, 'error').mockImplementation(record('error'));
    vi.spyOn(console, 'warn').mockImplementation(record('warn'));
  });
  afterEach(() => {
    vi.mocked(console.error).mockRestore();
    vi.mocked(console.warn).mockRestore();
    expect(calls, 'A test must not cause console errors or warnings.').toEqual([]);
  });
}
