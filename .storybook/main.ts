import type { StorybookConfig } from '@storybook/react-vite';
import { mergeConfig } from 'vite';
import { sourceAlias } from '../scripts/sourceAlias.mjs';

const config: StorybookConfig = {
  framework: { name: '@storybook/react-vite', options: { strictMode: true } },
  stories: ['../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) =>
    mergeConfig(vite, {
      resolve: { alias: sourceAlias },
      // The canvas uses `light-dark()`, which an older target would lower.
      build: { chunkSizeWarningLimit: 2000, cssTarget: 'chrome125' },
    }),
};

export default config;
