import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { projectRoot } from '../../scripts/outputs.mjs';
import { entries, packageName, specifierOf, type HostName } from './support/hosts';

const strict = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  target: 'ES2022',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  jsx: 'react-jsx',
  noEmit: true,
  types: [],
};

const resolutions = {
  bundler: { module: 'ESNext', moduleResolution: 'bundler' },
  nodenext: { module: 'NodeNext', moduleResolution: 'NodeNext' },
};

/**
 * Compiles files as a host's own sources.
 * @returns what TypeScript says of the host's files and of this package's types; mistakes in the
 *   types of other packages are theirs.
 */
function compile(host: HostName, files: Record<string, string>, options: object): string[] {
  const folder = join(inject('hosts')[host], 'typed');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const [name, code] of Object.entries(files)) writeFileSync(join(folder, name), code);
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: { ...strict, skipLibCheck: false, ...options },
      files: Object.keys(files),
    }),
  );
  const { stdout } = spawnSync(
    process.execPath,
    [join(projectRoot, 'node_modules/typescript/bin/tsc'), '-p', folder, '--pretty', 'false'],
    { cwd: folder, encoding: 'utf8' },
  );
  return stdout
    .split('\n')
    .filter((line) => /error TS\d+/.test(line))
    .filter(
      (line) => !/^(?:\.\.\/)*node_modules\//.test(line) || line.includes(`/${packageName}/`),
    );
}

const useOfEntries = `
${entries.map((entry, index) => `import * as entry${index} from '${specifierOf(entry)}';`).join('\n')}
import '${packageName}/worker';
import type { ProfileAdapter } from '${packageName}/adapters';
import { createMemoryAdapter, ProfileError } from '${packageName}/adapters';
import { demoCatalog } from '${packageName}/demo';
import { ProfileWizard, type ProfileBuilderProviderProps } from '${packageName}';

export const all = [${entries.map((_, index) => `entry${index}`).join(', ')}];
export const adapter: ProfileAdapter = createMemoryAdapter(demoCatalog);
export const provider: ProfileBuilderProviderProps = {
  adapter,
  createWorker: () => new Worker('/worker.js', { type: 'module' }),
};
export const wizard = <ProfileWizard adapter={adapter} />;
export const isError = (value: unknown) => value instanceof ProfileError && value.retryable;
`;

const snippets = () =>
  [
    ...readFileSync(join(projectRoot, 'README.md'), 'utf8').matchAll(/^```tsx?\n([\s\S]*?)^```$/gm),
  ].map((match) => match[1]!);

describe('types', () => {
  it('a wrong use is an error, so the tests below can fail', () => {
    const wrong = `import { createMemoryAdapter } from '${packageName}/adapters';\nexport const x: number = createMemoryAdapter(1);\n`;
    expect(compile('react19', { 'wrong.ts': wrong }, resolutions.bundler)).not.toEqual([]);
  });

  describe.each(['react18', 'react19'] as const)('under %s', (host) => {
    it('all entries compile with bundler resolution', () => {
      expect(compile(host, { 'host.tsx': useOfEntries }, resolutions.bundler)).toEqual([]);
    });

    it('all entries compile in ES and CommonJS modules of Node', () => {
      // There is no `.ctsx`, so the CommonJS file holds no JSX.
      const commonJs = useOfEntries.replace(
        /^export const wizard.*$/m,
        'export const wizard = ProfileWizard;',
      );
      const files = { 'host.tsx': useOfEntries, 'host.cts': commonJs };
      expect(compile(host, files, resolutions.nodenext)).toEqual([]);
    });
  });

  it('the README’s examples compile as they stand', () => {
    const files = Object.fromEntries(
      snippets().map((code, index) => [`example${index + 1}.tsx`, `${code}\nexport {};\n`]),
    );
    expect(Object.keys(files).length).toBeGreaterThanOrEqual(2);
    expect(compile('react19', files, resolutions.bundler)).toEqual([]);
  });
});
