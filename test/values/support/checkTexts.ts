import type { PackContent } from '../../../src/model/packs';
import { createVariable, type ProfileVariable } from '../../../src/model/variables';
import type { TextDiagnostic } from '../../../src/model/textDiagnostic';
import type { CheckValuesOptions } from '../../../src/values/checkValues';
import { loadPackFolder, sharedPacksFolder } from '../../support/packFolder';

/** Folder of the real packs; null where it is absent. */
export const sharedPacks = sharedPacksFolder();

/** Content of every version of every real pack. */
export function realPacks(): readonly (PackContent & { readonly pack: string })[] {
  if (sharedPacks === null) return [];
  return loadPackFolder(sharedPacks).packs.flatMap(({ name, versions }) =>
    versions.map(({ content }) => ({
      ...(typeof content === 'function' ? content() : content),
      pack: name,
    })),
  );
}

/** Takes all steps and counts them: how a test sees that work is bounded, without a clock. */
export function countSteps<Result>(steps: Generator<undefined, Result>): {
  readonly steps: number;
  readonly result: Result;
} {
  for (let count = 1; ; count += 1) {
    const step = steps.next();
    if (step.done === true) return { steps: count, result: step.value };
  }
}

export function variable(name: string, fields: Partial<ProfileVariable> = {}): ProfileVariable {
  return { ...createVariable(name), ...fields };
}

/** What checks are given; nothing is known, unless said. */
export function context(fields: Partial<CheckValuesOptions> = {}): CheckValuesOptions {
  return { schema: [], variables: [], macros: null, packs: {}, cloudType: 'aws', ...fields };
}

/** `severity code path "text"` for each finding. */
export function tell(text: string, found: readonly TextDiagnostic[]): string[] {
  return found.map(({ severity, code, path, from, to }) =>
    [severity, code, path.join('/'), JSON.stringify(text.slice(from, to))].join(' '),
  );
}
