import type { PackSchemaField } from './packs';
import type { ValuesPath } from './textDiagnostic';
import type { ProfileVariable } from './variables';

/** What stands for a secret that is not kept, as in Palette's exports. */
export const MASKED_VALUE = '********';

const SECRET_KEY =
  /(?:pass(?:word|phrase|wd)?|pwd|secret|token|credentials?|(?:api|access|private|secret)[_-]?key)$/i;

/** Whether a key is one of those that secrets are kept under, where nothing else tells. */
export function looksSecret(key: string): boolean {
  return SECRET_KEY.test(key);
}

/** The dotted paths whose values a pack's rules declare secret. */
export function passwordPaths(schema: readonly PackSchemaField[]): readonly string[] {
  return schema.filter((field) => /\$\{password\b/.test(field.schema)).map((field) => field.path);
}

/** Whether one of the dotted paths leads to a value, or to what it stands in. */
export function isUnder(dotted: readonly string[], path: ValuesPath): boolean {
  const own = path.map((part) => (typeof part === 'number' ? '$[]' : part)).join('.');
  return dotted.some((each) => own === each || own.startsWith(`${each}.`));
}

/** A variable as it may leave the page: the default of a masked one is left out. */
export function withoutSecret(variable: ProfileVariable): ProfileVariable {
  return variable.isSensitive && variable.defaultValue !== ''
    ? { ...variable, defaultValue: MASKED_VALUE }
    : variable;
}
