import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject } from 'vitest';

export const hostNames = ['react19', 'react18', 'withoutReact'] as const;
export type HostName = (typeof hostNames)[number];

export const formats = ['esm', 'cjs'] as const;
export type Format = (typeof formats)[number];

export const packageName = 'cluster-profile-builder';

export const entries = [
  '.',
  './headless',
  './model',
  './values',
  './adapters',
  './demo',
  './testing',
] as const;
export const serverSafeEntries = entries.slice(2);

/** What a host writes to import an entry. */
export function specifierOf(entry: string): string {
  return packageName + entry.slice(1);
}

/**
 * Runs a program in a host and returns what it prints. `load` is there in both formats and resolves
 * to a module; everything printed as a warning or error fails the test.
 */
export function runInHost(host: HostName, format: Format, program: string): string {
  const cwd = inject('hosts')[host];
  const folder = mkdtempSync(join(cwd, 'program-'));
  const file = join(folder, format === 'esm' ? 'program.mjs' : 'program.cjs');
  const load = format === 'esm' ? '(name) => import(name)' : 'async (name) => require(name)';
  writeFileSync(
    file,
    `const load = ${load};\n(async () => {\n${program}\n})().catch((error) => { console.error(error); process.exitCode = 1; });\n`,
  );
  try {
    const { status, stdout, stderr } = spawnSync(process.execPath, [file], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'development', NODE_OPTIONS: '' },
    });
    expect({ status, stderr }, stdout).toEqual({ status: 0, stderr: '' });
    return stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
