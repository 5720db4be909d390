import { EditorState } from '@codemirror/state';
import type { EditorView, Rect } from '@codemirror/view';
import { describe, expect, it } from 'vitest';
import { placeInfo } from '../../src/components/ManifestEditor/completionInfo';

const rect = (left: number, top: number, width: number, height: number): Rect => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

/** Where the words go, given where list and cursor are in a window of some width. */
function place(list: Rect, cursorTop: number, windowWidth: number) {
  const view = {
    state: EditorState.create(),
    coordsAtPos: () => rect(150, cursorTop, 1, 18),
  } as unknown as EditorView;
  return placeInfo(view, list, list, rect(0, 0, 240, 60), rect(0, 0, windowWidth, 600));
}

describe('the words about a completion', () => {
  it('are beside the list where there is room', () => {
    const { style, class: name } = place(rect(150, 60, 240, 200), 40, 1000);
    expect(name).toBe('cm-completionInfo-right');
    expect(style).toBe('top: 0px');
  });

  it('are below the list where there is none, never beside the line that is written', () => {
    const { style, class: name } = place(rect(150, 60, 240, 200), 40, 400);
    expect(name).toBe('cpb-completionInfo-apart');
    expect(style).toContain('top: 204px');
    expect(style).toContain('max-inline-size: 240px');
    expect(style).toContain('max-block-size: 332px');
  });

  it('are above a list that is above the line', () => {
    const { style } = place(rect(150, 300, 240, 200), 520, 400);
    expect(style).toContain('bottom: 204px');
    expect(style).toContain('max-block-size: 292px');
  });
});
