import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'tsup';
import { finishDist } from './scripts/finishDist.mjs';

const entries = ['index', 'headless', 'model', 'values', 'adapters', 'demo', 'testing'];
const publicEntries = Object.fromEntries(entries.map((entry) => [entry, `src/${entry}.ts`]));

/**
 * Every file of a component gets a chunk of its own. What the main entry exports and also loads
 * lazily would else share a file with what it needs at once, and a host's bundler keeps a file
 * together: its first page would load what a later step needs. Stubs that nothing loads are removed
 * at the end.
 */
const components = Object.fromEntries(
  readdirSync('src/components', { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && file.name.endsWith('.tsx'))
    .map((file) => join(file.parentPath, file.name).replaceAll('\\', '/'))
    .map((file) => [file.replace(/^src\//, '').replace(/\.tsx$/, ''), file]),
);

export default defineConfig({
  // One configuration for all entries: two would emit what they share twice.
  entry: { ...publicEntries, ...components },
  format: ['esm', 'cjs'],
  // For CommonJS too, where modules would be duplicated and lazy chunks inlined without it.
  splitting: true,
  // Rollup's pass drops 'use client'; esbuild's own tree shaking stays on.
  treeshake: false,
  target: 'es2022',
  platform: 'neutral',
  sourcemap: true,
  clean: true,
  dts: { entry: publicEntries, compilerOptions: { ignoreDeprecations: '6.0' } },
  // No `exports` map, so Node's ES module loader cannot resolve it in a host.
  noExternal: [/^@atlaskit\/pragmatic-drag-and-drop/],
  esbuildOptions(options) {
    // A neutral platform has no default; the bundled packages name their files here.
    options.mainFields = ['module', 'main'];
  },
  async onSuccess() {
    await finishDist({ dist: 'dist', entries, styles: 'src/styles.css' });
  },
});
