import type { TextDiagnostic } from '../../model/textDiagnostic';
import type { ScalarSelection } from '../ManifestEditor/CompletionData';
import type { EditorTarget } from '../ManifestEditor/EditorHandle';
import type { ManifestEditorProps } from '../ManifestEditor/ManifestEditor';

/** What the editors of a layer's texts are given beside the texts themselves. */
export type LayerEditorProps = Omit<
  ManifestEditorProps,
  | 'label'
  | 'text'
  | 'revision'
  | 'onCommit'
  | 'placeholder'
  | 'diagnostics'
  | 'diagnosticsText'
  | 'gotoRange'
  | 'schema'
  | 'onMakeVariable'
>;

/** A place in a text of a layer. Another `token` shows it again. */
export type TextTarget = EditorTarget & {
  /** As `valuesTextId` and `manifestTextId` give it. */
  readonly textId: string;
};

/** For the text `textId` of a layer: everything about it that is not its text. */
export interface LayerEditing {
  readonly diagnostics?: ReadonlyMap<string, readonly TextDiagnostic[]> | undefined;
  /** The text that the diagnostics of a text count in, which may be older than the text; null if none. */
  readonly checkedText?: ((textId: string) => string | null) | undefined;
  readonly editorProps?: LayerEditorProps | undefined;
  readonly target: TextTarget | null;
  readonly onMakeVariable?: ((textId: string, selection: ScalarSelection) => void) | undefined;
}

/** What the editor of one text is given. */
export function propsOfEditor(
  { diagnostics, checkedText, editorProps, target, onMakeVariable }: LayerEditing,
  textId: string,
) {
  return {
    ...editorProps,
    diagnostics: diagnostics?.get(textId),
    diagnosticsText: checkedText?.(textId) ?? undefined,
    gotoRange: target?.textId === textId ? target : undefined,
    onMakeVariable:
      onMakeVariable === undefined
        ? undefined
        : (selection: ScalarSelection) => {
            onMakeVariable(textId, selection);
          },
  };
}
