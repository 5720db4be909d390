import type { DiagnosticsMessages } from '../Diagnostics/messages';
import type { PackSchemaField } from '../../model/packs';
import type { CompletionData, ScalarSelection } from './CompletionData';
import type { ManifestEditorMessages } from './messages';

/** What extensions need of React. */
export interface EditorServices {
  readonly words: ManifestEditorMessages;
  readonly sentences: DiagnosticsMessages;
  /** Name of the cloud type. */
  readonly cloudName: string | undefined;
  readonly completions: CompletionData | undefined;
  /** What the pack says of its values. */
  readonly schema: readonly PackSchemaField[] | undefined;
  readonly makeVariable: ((selection: ScalarSelection) => void) | undefined;
  readonly toggleProblems: () => void;
}

/** Holds the services as they are now, so that the extensions stay when something changes. */
export interface ServiceHolder {
  readonly current: () => EditorServices;
  readonly update: (services: EditorServices) => void;
}

export function createServiceHolder(services: EditorServices): ServiceHolder {
  let current = services;
  return {
    current: () => current,
    update: (next) => {
      current = next;
    },
  };
}
