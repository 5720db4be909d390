import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { defineConfig } from 'tsup';
import { finishDist } from './scripts/finishDist.mjs';

const entries = ['index', 'headless', 'model', 'values', 'worker', 'adapters', 'demo', 'testing'];
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

/**
 * The one file that says where the worker is. As an entry it lies in `dist` itself, or in a chunk
 * there, from where `./worker.js` is right.
 */
const workerPath = { createDefaultWorker: 'src/hooks/createDefaultWorker.ts' };

/** Puts the path of the built worker in place; in CommonJS, which has no `import.meta.url`, an error. */
const builtWorker: Plugin = {
  name: 'built-worker',
  setup(build) {
    // With `splitting`, tsup makes CommonJS of ES modules in a pass of its own.
    const isCommonJs = build.initialOptions.define?.TSUP_FORMAT === '"cjs"';
    build.onLoad({ filter: /[\\/]createDefaultWorker\.ts$/ }, ({ path }) => {
      const code = readFileSync(path, 'utf8');
      const built = code.replace(
        /new Worker\(.*\);/,
        isCommonJs
          ? `(() => { throw new Error('There is no module worker in CommonJS.'); })();`
          : `new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });`,
      );
      if (built === code) throw new Error(`${path} makes no worker.`);
      return { contents: built, loader: 'ts' };
    });
  },
};

export default defineConfig({
  // One configuration for all entries: two would emit what they share twice.
  entry: { ...publicEntries, ...components, ...workerPath },
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
  esbuildPlugins: [builtWorker],
  esbuildOptions(options) {
    // A neutral platform has no default; the bundled packages name their files here.
    options.mainFields = ['module', 'main'];
  },
  async onSuccess() {
    await finishDist({ dist: 'dist', entries, styles: 'src/styles.css' });
  },
});
