import type { Decorator, Preview } from '@storybook/react-vite';
import { useLayoutEffect } from 'react';
import { configure } from 'storybook/test';
import '../src/styles.css';
import './preview.css';
import {
  checkOtherColorScheme,
  isTest,
  stopMotion,
  watchConsole,
  type A11yParameter,
  type ExpectedConsole,
} from './checks';

// Waiting ends when what is waited for is there; parts that are loaded take a while on a busy machine.
configure({ asyncUtilTimeout: 10_000 });

/** The components follow the CSS `color-scheme` around them; the toolbar sets it on the canvas. */
const withColorScheme: Decorator = function ColorScheme(Story, { globals }) {
  const scheme: unknown = globals.colorScheme;
  useLayoutEffect(() => {
    document.documentElement.style.colorScheme = scheme === 'dark' ? 'dark' : 'light';
  }, [scheme]);
  return <Story />;
};

let watched: ReturnType<typeof watchConsole> | null = null;

const preview: Preview = {
  decorators: [withColorScheme],
  initialGlobals: { colorScheme: 'light' },
  globalTypes: {
    colorScheme: {
      description: 'Colour scheme',
      toolbar: {
        title: 'Colour scheme',
        icon: 'contrast',
        items: [
          { value: 'light', title: 'Light', icon: 'sun' },
          { value: 'dark', title: 'Dark', icon: 'moon' },
        ],
        dynamicTitle: true,
      },
    },
  },
  parameters: {
    a11y: { test: 'error' },
    layout: 'fullscreen',
    controls: { expanded: true, sort: 'requiredFirst' },
    options: {
      storySort: { order: ['Flow', ['Portal', 'Steps', '*'], 'Components', 'Hooks', '*'] },
    },
  },
  beforeEach: ({ parameters }) => {
    if (!isTest) return undefined;
    const restoreMotion = stopMotion();
    const expected = (parameters as { expectedConsole?: ExpectedConsole }).expectedConsole ?? [];
    const current = watchConsole(expected);
    watched = current;
    return () => {
      current.restore();
      restoreMotion();
    };
  },
  afterEach: async ({ parameters }) => {
    if (!isTest) return;
    await checkOtherColorScheme((parameters as { a11y?: A11yParameter }).a11y ?? {});
    const unexpected = watched?.unexpected() ?? [];
    if (unexpected.length > 0) {
      throw new Error(
        `A story must not cause console errors or warnings.\n${unexpected.join('\n')}`,
      );
    }
  },
};

export default preview;
