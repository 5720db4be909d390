import type { ValuesTasks } from '../../hooks/valuesTasks';
import { layerValues, type LayerStack } from '../../model/layerStack';
import type { PackContent, PackSchemaField } from '../../model/packs';
import { looksSecret } from '../../model/secrets';
import { readSchema } from '../../values/schema/readSchema';
import type {
  CompletionData,
  CompletionPackValue,
  CompletionPackValues,
} from '../ManifestEditor/CompletionData';

export interface CompletionSources {
  readonly stack: LayerStack;
  /** Names of the macros; null where they are not known. */
  readonly macros: readonly string[] | null;
  /** What the chosen versions bring along, by layer. */
  readonly contents: ReadonlyMap<string, PackContent>;
  readonly tasks: ValuesTasks;
}

/** What can be referred to from the texts of a stack. No text is read until somebody refers to its pack. */
export function completionData({
  stack,
  macros,
  contents,
  tasks,
}: CompletionSources): CompletionData {
  const packs = new Map<string, Pack>();
  for (const layer of stack.layers) {
    const values = layerValues(stack, layer);
    if (layer.pack === null || values === null) continue;
    const schema = contents.get(layer.id)?.schema ?? [];
    packs.set(layer.pack.name, { text: values.text, schema });
  }
  return {
    variables: stack.variables.map((variable) => ({
      name: variable.name,
      description: variable.description || variable.displayName,
      defaultValue: variable.defaultValue,
      options: variable.options,
      isSensitive: variable.isSensitive,
    })),
    macros,
    packs: Object.fromEntries([...packs.keys()].map((name) => [name, []])),
    packValues: lookInto(packs, tasks),
    cloudType: stack.cloudType,
  };
}

interface Pack {
  readonly text: string;
  readonly schema: readonly PackSchemaField[];
}

function lookInto(packs: ReadonlyMap<string, Pack>, tasks: ValuesTasks): CompletionPackValues {
  return {
    list: async ({ pack, within, search }, signal) => {
      const found = packs.get(pack);
      if (found === undefined) return { values: [], isCut: false };
      const { text } = found;
      const list = await tasks.run('listPackValues', { text, within, search }, signal);
      const values = list.values.map((value) =>
        masked(value, within === '' ? value.name : `${within}.${value.name}`, found),
      );
      return { values, isCut: list.isCut };
    },
    read: async ({ pack, path }, signal) => {
      const found = packs.get(pack);
      if (found === undefined) return null;
      const value = await tasks.run('readPackValue', { text: found.text, path }, signal);
      return value === null ? null : masked(value, path, found);
    },
  };
}

/** The value, unless it is a secret. */
function masked(value: CompletionPackValue, path: string, { schema }: Pack): CompletionPackValue {
  const isSecret = looksSecret(path) || passwordPaths(schema).has(path);
  return isSecret ? { ...value, value: null } : value;
}

const passwords = new WeakMap<readonly PackSchemaField[], ReadonlySet<string>>();

/** The dotted paths of passwords. The same set for the same schema. */
function passwordPaths(schema: readonly PackSchemaField[]): ReadonlySet<string> {
  const known = passwords.get(schema);
  if (known !== undefined) return known;
  const paths = new Set(
    readSchema(schema).flatMap(({ path, rule }) => {
      const isPassword = rule?.parts.some(
        (part) => part.kind === 'value' && part.type === 'password',
      );
      return isPassword === true ? [path] : [];
    }),
  );
  passwords.set(schema, paths);
  return paths;
}
