import {
  acceptCompletion,
  autocompletion,
  closeCompletion,
  completionStatus,
  pickedCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { Prec, type Extension } from '@codemirror/state';
import { keymap, type EditorView } from '@codemirror/view';
import { fitsSystemMacro } from '../../values/references/systemMacros';
import type { CompletionData } from './CompletionData';
import type { ServiceHolder } from './EditorServices';
import type { ManifestEditorMessages } from './messages';
import { levelOf, referenceAt, SPACES, type ReferenceSpace } from './referenceAt';
import { insertReference } from './referenceInsertion';

/** Completions that lead on to further ones. */
const LEADS_ON = 'namespace';

/** Completes references while they are written, or by Ctrl-Space. */
export function completionExtension(services: ServiceHolder): Extension {
  const source = (context: CompletionContext): CompletionResult | null => {
    const { completions, words } = services.current();
    if (completions === undefined) return null;
    const line = context.state.doc.lineAt(context.pos);
    const reference = referenceAt(line.text.slice(0, context.pos - line.from));
    if (reference === null) return null;
    const found = completeName(reference.written, completions, words);
    if (found === null || found.options.length === 0) return null;
    return {
      from: line.from + reference.nameFrom + found.from,
      options: found.options,
      validFor: found.validFor,
    };
  };
  return [
    // Escape ends a search that shows nothing yet, too, but is meant for what comes next.
    Prec.highest(keymap.of([{ key: 'Escape', run: endPendingSearch }])),
    autocompletion({
      override: [source],
      icons: false,
      // It opens within braces only, so a key that chooses was meant to.
      interactionDelay: 0,
      activateOnCompletion: (completion) => completion.type === LEADS_ON,
    }),
    // Where nothing is offered, Tab indents as ever.
    Prec.high(keymap.of([{ key: 'Tab', run: acceptCompletion }])),
  ];
}

function endPendingSearch(view: EditorView): boolean {
  if (completionStatus(view.state) === 'pending') closeCompletion(view);
  return false;
}

interface Offer {
  readonly from: number;
  readonly options: readonly Completion[];
  readonly validFor: RegExp;
}

/** What may follow what is written of a name. */
export function completeName(
  written: string,
  data: CompletionData,
  words: ManifestEditorMessages,
): Offer | null {
  const packs = Object.keys(data.packs);
  const level = levelOf(written, packs);
  switch (level?.level) {
    case undefined:
      return null;
    case 'space':
      return {
        from: 0,
        options: SPACES.filter((space) => namesOf(space, data, words).length > 0).map(
          (space, index) => ({
            ...option(`.spectro.${space}.`, { type: LEADS_ON, info: words.referenceSpaces[space] }),
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
          option(path, { info: words.packValue(level.pack, path) }),
        ),
        validFor: /^[\w.-]*$/,
      };
    default:
      return level satisfies never;
  }
}

function namesOf(
  space: ReferenceSpace,
  { variables, macros, packs, cloudType }: CompletionData,
  words: ManifestEditorMessages,
): readonly Completion[] {
  switch (space) {
    case 'var':
      return variables.map(({ name, description }) =>
        option(name, { info: description === '' ? words.variableWithoutDescription : description }),
      );
    case 'macro':
      return (macros ?? []).map((name) => option(name, { info: words.macro }));
    case 'system':
      return Object.entries(words.systemMacros)
        .filter(([name]) => fitsSystemMacro(name, cloudType))
        .map(([name, info]) => option(name, { info }));
    case 'pack':
      return Object.keys(packs).map((name) =>
        option(name, { type: LEADS_ON, insert: `${name}.`, info: words.pack(name) }),
      );
    default:
      return space satisfies never;
  }
}

function option(
  label: string,
  { type, info, insert = label }: { type?: string; info: string; insert?: string },
): Completion {
  return {
    label,
    info,
    ...(type !== undefined && { type }),
    apply: (view: EditorView, completion: Completion, from: number) => {
      view.dispatch({
        ...insertReference(view.state, insert, from, { isComplete: type !== LEADS_ON }),
        annotations: pickedCompletion.of(completion),
        userEvent: 'input.complete',
      });
    },
  };
}
