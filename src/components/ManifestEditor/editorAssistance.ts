import type { Extension } from '@codemirror/state';
import { assistanceTheme } from './assistanceTheme';
import { completionExtension } from './editorCompletion';
import { diagnosticsExtension, showDiagnostics } from './editorDiagnostics';
import { hintExtension } from './editorHints';
import type { EditorCommands } from './EditorHandle';
import type { ServiceHolder } from './EditorServices';
import { variableExtension } from './variableTooltip';

/** What helps to write: marks of problems, completion, hints, and making variables. */
export interface Assistance {
  readonly createExtension: (options: {
    readonly services: ServiceHolder;
    readonly commands: Pick<EditorCommands, 'applyFix'>;
    /** Commits what was typed. */
    readonly flush: () => void;
  }) => Extension;
  readonly showDiagnostics: typeof showDiagnostics;
}

export const assistance: Assistance = {
  createExtension: ({ services, commands, flush }) => [
    diagnosticsExtension(services, commands),
    completionExtension(services),
    variableExtension(services, flush),
    hintExtension(services),
    assistanceTheme,
  ],
  showDiagnostics,
};
