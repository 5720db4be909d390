import { ESLint } from 'eslint';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The project's own configuration; without type information, since the files do not exist. */
const eslint = new ESLint({
  cwd: root,
  ruleFilter: ({ ruleId }) => ruleId === 'house/one-way-imports',
  overrideConfig: {
    languageOptions: { parserOptions: { projectService: false, project: false } },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
  },
});

async function problemsOf(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: `${root}/src/${file}` });
  expect(result, `ESLint ignores ${file}`).toBeDefined();
  return result!.messages.map(({ message }) => message);
}

const wrong: [file: string, specifier: string][] = [
  ['model/rule.ts', '../values/readEnabledPresets'],
  ['model/rule.ts', '../hooks/useLayerStack'],
  ['model/rule.ts', '../hooks/createStore'],
  ['model/rule.ts', 'react'],
  ['model/rule.ts', 'semver'],
  ['model/rule.ts', 'node:fs'],
  ['model/deep/er/rule.ts', '../../../adapters/ProfileAdapter'],
  ['model/rule.ts', './deep/../../adapters/ProfileAdapter'],
  ['model/rule.ts', '../../src/adapters/ProfileAdapter'],
  ['model/rule.ts', '../adapters'],
  ['model/rule.ts', 'cluster-profile-builder/adapters'],
  ['values/merge.ts', '../adapters/ProfileAdapter'],
  ['values/merge.ts', '../hooks/createStore'],
  ['values/merge.ts', 'react'],
  ['values/tasks.ts', '../worker/runInSlices'],
  ['worker/serveTasks.ts', '../adapters/ProfileAdapter'],
  ['worker/serveTasks.ts', '../hooks/valuesTasks'],
  ['worker/serveTasks.ts', '../internal/useStableCallback'],
  ['worker/serveTasks.ts', 'react'],
  ['adapters/ProfileAdapter.ts', '../worker/runInSlices'],
  ['components/LayerText/LayerText.tsx', '../../worker/runInSlices'],
  ['adapters/ProfileAdapter.ts', '../demo/catalog'],
  ['adapters/memory/createMemoryAdapter.ts', '../../hooks/useAdapter'],
  ['adapters/memory/createMemoryAdapter.ts', '../../../src/testing/contract'],
  ['adapters/memory/createMemoryAdapter.ts', 'react'],
  ['demo/catalog.ts', '../testing/contract'],
  ['demo/catalog.ts', '../components/ProfileWizard/ProfileWizard'],
  ['demo/packs/os.ts', 'react'],
  ['testing/contract.ts', '../demo/catalog'],
  ['testing/contract.ts', '../hooks/useProfileWizard'],
  ['testing/contract.ts', 'react-dom/client'],
  ['testing/contract.ts', '@tanstack/react-query'],
  ['internal/useStableCallback.ts', '../model/layers'],
  ['internal/useStableCallback.ts', '../hooks/useProfileWizard'],
  ['hooks/useLayerStack.ts', '../components/LayerPicker/LayerPicker'],
  ['hooks/useLayerStack.ts', '../demo/catalog'],
  ['hooks/useLayerStack.ts', './useLayerStack.css'],
  ['hooks/useLayerStack.ts', '../index'],
  ['components/LayerPicker/LayerPicker.tsx', '../../demo/catalog'],
  ['components/LayerPicker/LayerPicker.tsx', '../../testing/driver'],
  ['components/LayerPicker/LayerPicker.tsx', '../../headless'],
  ['components/LayerPicker/LayerPicker.tsx', './LayerPicker.css'],
  ['components/LayerPicker/LayerPicker.tsx', '../../../package.json'],
  ['model.ts', './values/readEnabledPresets'],
  ['model.ts', './index'],
  ['values.ts', './adapters/ProfileAdapter'],
  ['worker.ts', './adapters/ProfileAdapter'],
  ['worker.ts', './hooks/valuesTasks'],
  ['worker.ts', 'react'],
  ['adapters.ts', './demo/catalog'],
  ['demo.ts', './hooks/useProfileWizard'],
  ['testing.ts', './demo/catalog'],
  ['headless.ts', './components/LayerPicker/LayerPicker'],
  ['headless.ts', './demo/catalog'],
  ['index.ts', './demo/catalog'],
  ['index.ts', './demo'],
  ['index.ts', './styles.css'],
  ['unheardOf/file.ts', '../model/layers'],
];

const right: [file: string, specifier: string][] = [
  ['model/rule.ts', './layers'],
  ['model/rule.ts', 'zod/mini'],
  ['model/rule.ts', 'semver/functions/valid.js'],
  ['model/deep/rule.ts', '../layers'],
  ['values/merge.ts', '../model/layers'],
  ['values/merge.ts', 'yaml'],
  ['worker/serveTasks.ts', '../values/tasks'],
  ['adapters/ProfileAdapter.ts', '../model/packs'],
  ['adapters/memory/createMemoryAdapter.ts', '../../values/readEnabledPresets'],
  ['demo/catalog.ts', '../adapters/memory/Catalog'],
  ['demo/packs/os.ts', '../values/blocks'],
  ['testing/contract.ts', '../adapters/ProfileAdapter'],
  ['internal/useStableCallback.ts', 'react'],
  ['internal/useStableCallback.ts', './useStoreSelector'],
  ['hooks/useLayerStack.ts', '../adapters/ProfileAdapter'],
  ['hooks/useLayerStack.ts', '../hooks/createStore'],
  ['hooks/mainThreadRunner.ts', '../worker/runInSlices'],
  ['hooks/useLayerStack.ts', 'react'],
  ['components/LayerPicker/LayerPicker.tsx', '../../hooks/usePackCatalog'],
  ['components/LayerPicker/LayerPicker.tsx', '../../internal/cx'],
  ['components/LayerPicker/LayerPicker.tsx', '../PackLogo/PackLogo'],
  ['components/LayerPicker/LayerPicker.tsx', 'react-aria-components'],
  ['model.ts', './model/layers'],
  ['values.ts', './values/readEnabledPresets'],
  ['worker.ts', './worker/serveTasks'],
  ['worker.ts', './values/tasks'],
  ['adapters.ts', './model/ProfileError'],
  ['demo.ts', './demo/catalog'],
  ['testing.ts', './testing/contract'],
  ['headless.ts', './hooks/useProfileWizard'],
  ['headless.ts', './model/layers'],
  ['index.ts', './components/ProfileWizard/ProfileWizard'],
  ['index.ts', './headless'],
];

describe('one-way imports', () => {
  it.each(wrong)('src/%s must not import %s', async (file, specifier) => {
    expect(await problemsOf(file, `import { x } from '${specifier}';\nvoid x;\n`)).toHaveLength(1);
  });

  it.each(right)('src/%s may import %s', async (file, specifier) => {
    expect(await problemsOf(file, `import { x } from '${specifier}';\nvoid x;\n`)).toEqual([]);
  });

  it.each([
    `import type { X } from '../hooks/useX';`,
    `import '../hooks/useX';`,
    `export { x } from '../hooks/useX';`,
    `export * from '../hooks/useX';`,
    `export const load = () => import('../hooks/useX');`,
    `export const load = (name: string) => import(name);`,
    `export type X = import('../hooks/useX').X;`,
  ])('sees %s', async (code) => {
    expect(await problemsOf('model/rule.ts', code)).toHaveLength(1);
  });

  it('names what may be imported instead', async () => {
    expect(await problemsOf('hooks/useX.ts', `import '../components/Y';`)).toEqual([
      'src/hooks must not import from src/components. It may import from src/hooks, src/model, src/values, src/worker, src/adapters, src/internal.',
    ]);
  });
});
