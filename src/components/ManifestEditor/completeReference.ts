import { pickedCompletion, type Completion } from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { fitsSystemMacro } from '../../values/references/systemMacros';
import type { CompletionData } from './CompletionData';
import type { ManifestEditorMessages } from './messages';
import { levelOf, SPACES, type ReferenceSpace } from './referenceAt';
import { insertReference } from './referenceInsertion';
import { packValueWords, variableWords } from './referenceWords';

/** Completions that lead on to further ones. */
export const LEADS_ON = 'namespace';

export interface Offer {
  /** Where what is completed begins in what is written of the name. */
  readonly from: number;
  readonly options: readonly Completion[];
  /** For which texts from there on the same is offered; undefined where it has to be asked anew. */
  readonly validFor: RegExp | ((text: string) => boolean) | undefined;
}

/** What may follow what is written of a name, where that is known at once. */
export function completeName(
  written: string,
  data: CompletionData,
  words: ManifestEditorMessages,
): Offer | null {
  const level = levelOf(written, Object.keys(data.packs));
  switch (level?.level) {
    case undefined:
      return null;
    case 'space':
      return {
        from: 0,
        options: SPACES.filter((space) => namesOf(space, data, words).length > 0).map(
          (space, index) => ({
            ...option(`.spectro.${space}.`, data, {
              type: LEADS_ON,
              info: words.referenceSpaces[space],
            }),
            // In this order, not by their names.
            boost: -index,
          }),
        ),
        validFor: /^\.?[a-z]*$/,
      };
    case 'name':
      return {
        from: level.from,
        options: namesOf(level.space, data, words),
        validFor: level.space === 'pack' ? /^[\w-]*$/ : /^[\w.-]*$/,
      };
    case 'path':
      return {
        from: level.from,
        options: (data.packs[level.pack] ?? []).map((path) =>
          option(path, data, { info: words.packValue(level.pack, path) }),
        ),
        validFor: /^[\w./-]*$/,
      };
    default:
      return level satisfies never;
  }
}

/** Whether what is written goes on in the values of a pack, which `completePath` looks into. */
export function isInPack(written: string, { packs, packValues }: CompletionData): boolean {
  return packValues !== undefined && levelOf(written, Object.keys(packs))?.level === 'path';
}

/** What may follow in the path of a pack's value, one level after the other; null where no path is written. */
export async function completePath(
  written: string,
  data: CompletionData,
  words: ManifestEditorMessages,
  signal: AbortSignal,
): Promise<Offer | null> {
  const level = levelOf(written, Object.keys(data.packs));
  if (level?.level !== 'path' || data.packValues === undefined) return null;
  const path = written.slice(level.from);
  const dot = path.lastIndexOf('.');
  const within = path.slice(0, Math.max(dot, 0));
  const search = path.slice(dot + 1);
  const { values, isCut } = await data.packValues.list(
    { pack: level.pack, within, search },
    signal,
  );
  return {
    from: level.from + dot + 1,
    options: values
      // A reference cannot name any other.
      .filter(({ name }) => /^[\w./-]+$/.test(name))
      .map(({ name, isMap, value }) => {
        const whole = within === '' ? name : `${within}.${name}`;
        const info = packValueWords(level.pack, whole, { isMap, value }, words);
        return option(name, data, isMap ? { type: LEADS_ON, insert: `${name}.`, info } : { info });
      }),
    // What is further below was found by what was written then.
    validFor: isCut
      ? undefined
      : (text) => /^[\w/-]*$/.test(text) && (search === '' ? text === '' : text.startsWith(search)),
  };
}

function namesOf(
  space: ReferenceSpace,
  data: CompletionData,
  words: ManifestEditorMessages,
): readonly Completion[] {
  switch (space) {
    case 'var':
      return data.variables.map((variable) =>
        option(variable.name, data, { info: variableWords(variable, words) }),
      );
    case 'macro':
      return (data.macros ?? []).map((name) => option(name, data, { info: words.macro }));
    case 'system':
      return Object.entries(words.systemMacros)
        .filter(([name]) => fitsSystemMacro(name, data.cloudType))
        .map(([name, info]) => option(name, data, { info }));
    case 'pack':
      return Object.keys(data.packs).map((name) =>
        option(name, data, { type: LEADS_ON, insert: `${name}.`, info: words.pack(name) }),
      );
    default:
      return space satisfies never;
  }
}

function option(
  label: string,
  { variables }: CompletionData,
  { type, info, insert = label }: { type?: string; info: string; insert?: string },
): Completion {
  return {
    label,
    info,
    ...(type !== undefined && { type }),
    apply: (view: EditorView, completion: Completion, from: number) => {
      const isComplete = type !== LEADS_ON;
      view.dispatch({
        ...insertReference(view.state, insert, from, { isComplete, variables }),
        annotations: pickedCompletion.of(completion),
        userEvent: 'input.complete',
      });
    },
  };
}
