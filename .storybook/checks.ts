import axe from 'axe-core';

/** Whether a story runs as a test. In Storybook itself nothing here interferes. */
export const isTest = '__vitest_browser__' in globalThis;

/** Console output that a story is about, for example what React reports of a caught error. */
export type ExpectedConsole = readonly RegExp[];

/**
 * Collects console errors and warnings from now on.
 * @returns `unexpected` lists what was collected; `restore` puts the console back.
 */
export function watchConsole(expected: ExpectedConsole) {
  const calls: string[] = [];
  const original = { error: console.error, warn: console.warn };
  for (const level of ['error', 'warn'] as const) {
    console[level] = (...args: unknown[]) => {
      calls.push(`console.${level}: ${args.map(String).join(' ')}`);
    };
  }
  return {
    unexpected: () => calls.filter((call) => !expected.some((pattern) => pattern.test(call))),
    restore: () => Object.assign(console, original),
  };
}

/** Tests look at the state after a motion, never at the motion. */
export function stopMotion(): () => void {
  const style = document.createElement('style');
  style.textContent =
    '*, *::before, *::after { transition: none !important; animation: none !important; caret-color: transparent !important; scroll-behavior: auto !important; }';
  document.head.append(style);
  return () => {
    style.remove();
  };
}

function describe(violation: axe.Result): string {
  const nodes = violation.nodes.map((node) => `  ${node.html}\n  ${node.failureSummary ?? ''}`);
  return `${violation.id}: ${violation.help} (${violation.helpUrl})\n${nodes.join('\n')}`;
}

/** What a story's `a11y` parameter may hold, as far as the check below follows it. */
export interface A11yParameter {
  readonly test?: 'off' | 'todo' | 'error' | undefined;
  readonly disable?: boolean | undefined;
  readonly config?: axe.Spec | undefined;
  readonly options?: axe.RunOptions | undefined;
}

/**
 * The accessibility addon checks a story as it stands. This checks it again in the other colour
 * scheme, with the addon's rules.
 */
export async function checkOtherColorScheme(parameter: A11yParameter): Promise<void> {
  if (parameter.disable === true || parameter.test === 'off') return;
  const root = document.documentElement;
  const before = root.style.colorScheme;
  const scheme = before === 'dark' ? 'light' : 'dark';
  root.style.colorScheme = scheme;
  // The components notice by an observer.
  await new Promise(requestAnimationFrame);
  try {
    axe.reset();
    axe.configure({
      ...parameter.config,
      rules: [{ id: 'region', enabled: false }, ...(parameter.config?.rules ?? [])],
    });
    const context = {
      include: document.body,
      exclude: ['.sb-wrapper', '#storybook-docs', '#storybook-highlights-root'],
    } as unknown as axe.ElementContext;
    const { violations } = await axe.run(context, parameter.options ?? {});
    if (violations.length > 0) {
      throw new Error(
        `axe found ${violations.length} violations in the ${scheme} colour scheme.\n${violations.map(describe).join('\n')}`,
      );
    }
  } finally {
    root.style.colorScheme = before;
  }
}
