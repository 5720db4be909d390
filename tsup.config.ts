import { defineConfig } from 'tsup';
import { finishDist } from './scripts/finishDist.mjs';

const entries = ['index', 'headless', 'model', 'values', 'adapters', 'demo', 'testing'];

export default defineConfig({
  // One configuration for all entries: two would emit what they share twice.
  entry: Object.fromEntries(entries.map((entry) => [entry, `src/${entry}.ts`])),
  format: ['esm', 'cjs'],
  // For CommonJS too, where modules would be duplicated and lazy chunks inlined without it.
  splitting: true,
  // Rollup's pass drops 'use client'; esbuild's own tree shaking stays on.
  treeshake: false,
  target: 'es2022',
  platform: 'neutral',
  sourcemap: true,
  clean: true,
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  // No `exports` map, so Node's ES module loader cannot resolve it in a host.
  noExternal: [/^@atlaskit\/pragmatic-drag-and-drop/],
  esbuildOptions(options) {
    // A neutral platform has no default; the bundled packages name their files here.
    options.mainFields = ['module', 'main'];
  },
  async onSuccess() {
    await finishDist({ dist: 'dist', styles: 'src/styles.css' });
  },
});
