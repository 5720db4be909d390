import {
  acceptCompletion,
  autocompletion,
  closeCompletion,
  completionStatus,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { Prec, type Extension } from '@codemirror/state';
import { keymap, type EditorView } from '@codemirror/view';
import { completeName, completePath, isInPack, LEADS_ON, type Offer } from './completeReference';
import { placeInfo } from './completionInfo';
import type { ServiceHolder } from './EditorServices';
import { referenceAt } from './referenceAt';

/** Completes references while they are written, or by Ctrl-Space. */
export function completionExtension(services: ServiceHolder): Extension {
  const source = (
    context: CompletionContext,
  ): CompletionResult | Promise<CompletionResult | null> | null => {
    const { completions, words } = services.current();
    if (completions === undefined) return null;
    const line = context.state.doc.lineAt(context.pos);
    const reference = referenceAt(line.text.slice(0, context.pos - line.from));
    if (reference === null) return null;
    const { written } = reference;
    const from = line.from + reference.nameFrom;
    if (!isInPack(written, completions)) {
      return resultOf(completeName(written, completions, words), from);
    }
    const controller = new AbortController();
    context.addEventListener('abort', () => {
      controller.abort();
    });
    return completePath(written, completions, words, controller.signal).then(
      (offer) => resultOf(offer, from),
      // The engine cannot be asked just now; the next letter asks again.
      () => null,
    );
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
      positionInfo: placeInfo,
    }),
    // Where nothing is offered, Tab indents as ever.
    Prec.high(keymap.of([{ key: 'Tab', run: acceptCompletion }])),
  ];
}

function resultOf(offer: Offer | null, nameFrom: number): CompletionResult | null {
  if (offer === null || offer.options.length === 0) return null;
  const { from, options, validFor } = offer;
  return { from: nameFrom + from, options, ...(validFor !== undefined && { validFor }) };
}

function endPendingSearch(view: EditorView): boolean {
  if (completionStatus(view.state) === 'pending') closeCompletion(view);
  return false;
}
