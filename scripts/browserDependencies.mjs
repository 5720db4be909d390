import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What tests and stories load beside the sources' own imports. */
const testDependencies = [
  '@testing-library/dom',
  '@testing-library/jest-dom/vitest',
  '@testing-library/react',
  '@testing-library/user-event',
  'axe-core',
  'react',
  'react-dom',
  'react-dom/client',
  'react/jsx-dev-runtime',
  'react/jsx-runtime',
];

/** @type {[folder: string, files: RegExp][]} */
const folders = [
  ['src', /\.tsx?$/],
  ['stories', /\.tsx?$/],
  ['test', /\.browser\.test\.tsx$/],
];

/**
 * Every package that the sources, stories and browser tests import, lazy chunks included. Vite prepares them before
 * a browser test starts; one that it found during a run would reload the page under the test.
 * @returns {string[]}
 */
export function browserDependencies() {
  const found = new Set(testDependencies);
  for (const [folder, files] of folders) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !files.test(entry.name)) continue;
      const code = readFileSync(join(entry.parentPath, entry.name), 'utf8');
      const withoutTypes = code.replace(/^(?:import|export) type [^;]*;$/gm, '');
      for (const match of withoutTypes.matchAll(/\b(?:from|import|import\()\s*'([^'.][^']*)'/g)) {
        const name = match[1] ?? '';
        const isOurs =
          /^(?:node:|vitest|@vitest\/|storybook|@storybook\/|cluster-profile-builder)/.test(name);
        if (!isOurs && /^(?:@[\w-]+\/)?[\w-][\w./-]*$/.test(name)) found.add(name);
      }
    }
  }
  return [...found].sort();
}
