import { describe, expect, it } from 'vitest';
import { editorKeys } from '../../src/components/ManifestEditor/editorKeys';
import { manifestEditorMessages } from '../../src/components/ManifestEditor/messages';

const keysOf = (isMac: boolean) =>
  Object.fromEntries(
    editorKeys(isMac).map(({ action, combinations }) => [
      action,
      combinations.map((keys) => keys.join(' ')).join(', '),
    ]),
  );

describe('the keys of the editor', () => {
  it('are all described', () => {
    expect(Object.keys(keysOf(false))).toEqual(Object.keys(manifestEditorMessages.keyActions));
  });

  it("are those of the user's keyboard", () => {
    expect(keysOf(false)).toMatchObject({
      complete: 'Ctrl Space',
      hint: 'Shift F1',
      problems: 'F8, Shift F8',
      repair: 'Ctrl .',
      problemList: 'Ctrl Shift M',
      undo: 'Ctrl Z, Ctrl Y',
    });
    expect(keysOf(true)).toMatchObject({
      complete: '⌥ I',
      hint: '⇧ F1',
      problems: 'F8, ⇧ F8',
      repair: '⌘ .',
      problemList: '⌘ ⇧ M',
      undo: '⌘ Z, ⌘ ⇧ Z',
    });
  });
});
