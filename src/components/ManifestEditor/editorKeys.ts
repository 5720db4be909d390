import type { ManifestEditorMessages } from './messages';

type Action = keyof ManifestEditorMessages['keyActions'];
type KeyName = keyof ManifestEditorMessages['keyNames'];

/** A key in combinations: a name that is translated, or what is printed on it. */
type Key = KeyName | (string & {});

/** What a key does, and which; keys of a combination are held together, combinations are alternatives. */
export interface EditorKey {
  readonly action: Action;
  readonly combinations: readonly (readonly Key[])[];
  /** Of no use in a text that is only read. */
  readonly edits: boolean;
}

const key = (action: Action, ...combinations: EditorKey['combinations']): EditorKey => ({
  action,
  combinations,
  edits: false,
});
const editing = (action: Action, ...combinations: EditorKey['combinations']): EditorKey => ({
  ...key(action, ...combinations),
  edits: true,
});

/** The keys of the editor as its user's keyboard has them. */
export function editorKeys(isMac: boolean): readonly EditorKey[] {
  const mod = isMac ? '⌘' : 'Ctrl';
  const alt = isMac ? '⌥' : 'Alt';
  const shift = isMac ? '⇧' : 'Shift';
  return [
    editing('indent', ['Tab'], [shift, 'Tab']),
    key('leave', ['Escape'], ['Tab']),
    editing('complete', isMac ? [alt, 'I'] : [mod, 'Space']),
    key('hint', [shift, 'F1']),
    key('problems', ['F8'], [shift, 'F8']),
    editing('repair', [mod, '.']),
    key('problemList', [mod, shift, 'M']),
    editing('makeVariable', ['F2']),
    editing('comment', [mod, '/']),
    editing('moveLine', [alt, '↑'], [alt, '↓']),
    key('search', [mod, 'F']),
    key(
      'fold',
      ...(isMac
        ? [
            [mod, alt, '['],
            [mod, alt, ']'],
          ]
        : [
            [mod, shift, '['],
            [mod, shift, ']'],
          ]),
    ),
    editing('undo', [mod, 'Z'], isMac ? [mod, shift, 'Z'] : [mod, 'Y']),
  ];
}

/** Asked when the keys are shown: a server does not know. */
export function isMacKeyboard(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}
