import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const src = (entry: string) => fileURLToPath(new URL(`./src/${entry}.ts`, import.meta.url));

/** Tests import the public entries by the names that hosts use. */
const alias = [
  ...['headless', 'model', 'values', 'adapters', 'demo', 'testing'].map((entry) => ({
    find: `cluster-profile-builder/${entry}`,
    replacement: src(entry),
  })),
  { find: /^cluster-profile-builder$/, replacement: src('index') },
];

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: { name: 'unit', environment: 'node', include: ['test/**/*.test.ts'], exclude: ['test/e2e/**', 'test/package/**'] },
      },
      {
        plugins: [react()],
        resolve: { alias },
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['test/**/*.test.tsx'],
          exclude: ['test/**/*.browser.test.tsx'],
          setupFiles: ['test/setup.ts'],
        },
      },
    ],
  },
});
