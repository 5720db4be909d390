import { fileURLToPath } from 'node:url';

/** @param {string} entry */
const source = (entry) => fileURLToPath(new URL(`../src/${entry}`, import.meta.url));

/** The public names of the package, pointed at its sources: for tests and stories. */
export const sourceAlias = [
  { find: /^cluster-profile-builder\/styles\.css$/, replacement: source('styles.css') },
  ...['headless', 'model', 'values', 'worker', 'adapters', 'demo', 'testing'].map((entry) => ({
    find: new RegExp(`^cluster-profile-builder/${entry}$`),
    replacement: source(`${entry}.ts`),
  })),
  { find: /^cluster-profile-builder$/, replacement: source('index.ts') },
];
