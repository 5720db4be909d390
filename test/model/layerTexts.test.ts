import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LayerStack } from '../../src/model/layerStack';
import { reduceTexts } from '../../src/model/layerTexts';
import { reduceLayerStack } from '../../src/model/reduceLayerStack';
import { aDraftLayer, emptyStack, fullStack, reduceAll } from '../support/fixtures';
import { anyCommands } from '../support/stackEvents';

const textId = 'values/os/public/uid';
const loaded = (base: string) => ({ type: 'valuesLoaded', textId, base }) as const;
const committed = (text: string) => ({ type: 'textCommitted', textId, text }) as const;
const replaced = (text: string) => ({ type: 'textReplaced', textId, text }) as const;
const textOf = (stack: LayerStack) => stack.texts[textId];

describe('defaults that arrive', () => {
  it('are the text where there was none', () => {
    expect(textOf(reduceTexts(emptyStack(), loaded('a: 1\r\n')))).toEqual({
      text: 'a: 1\r\n',
      base: 'a: 1\r\n',
      revision: 0,
    });
  });

  it('leave edited text as it is and are what it is compared with', () => {
    const stack = reduceAll(emptyStack(), loaded('old'), committed('mine'), loaded('new'));
    expect(textOf(stack)).toEqual({ text: 'mine', base: 'new', revision: 0 });
  });

  it('replace untouched text, and its editor is told', () => {
    const stack = reduceAll(emptyStack(), loaded('old\n'), loaded('new\n'));
    expect(textOf(stack)).toEqual({ text: 'new\n', base: 'new\n', revision: 1 });
    const trimmed = reduceAll(emptyStack(), loaded('old\n'), committed('old'), loaded('new\n'));
    expect(textOf(trimmed)?.text).toBe('new\n');
  });

  it('never replace text whose defaults were unknown', () => {
    const stack = reduceAll(emptyStack(), committed('from a draft'), loaded('new'));
    expect(textOf(stack)).toEqual({ text: 'from a draft', base: 'new', revision: 0 });
  });

  it('may be empty', () => {
    expect(textOf(reduceTexts(emptyStack(), loaded('')))?.text).toBe('');
    const emptied = reduceAll(emptyStack(), loaded('a'), committed(''), loaded('b'));
    expect(textOf(emptied)?.text).toBe('');
  });
});

describe('text that changes', () => {
  it('keeps its revision when its own editor wrote it, and counts up when something else did', () => {
    const stack = reduceAll(emptyStack(), loaded('a'), committed('b'), committed('c'));
    expect(textOf(stack)).toEqual({ text: 'c', base: 'a', revision: 0 });
    expect(textOf(reduceTexts(stack, replaced('d')))).toEqual({
      text: 'd',
      base: 'a',
      revision: 1,
    });
    expect(textOf(reduceTexts(emptyStack(), replaced('d')))?.revision).toBe(1);
  });

  it('leaves the other texts, the layers and the history alone', () => {
    const before = reduceLayerStack(fullStack(), { type: 'packCleared', layerId: 'csi' });
    const after = reduceTexts(before, committed('x'));
    expect({ ...after, texts: null }).toEqual({ ...before, texts: null });
    for (const [id, text] of Object.entries(before.texts)) expect(after.texts[id]).toBe(text);
  });

  it('is kept byte for byte', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(textOf(reduceTexts(emptyStack(), committed(text)))?.text).toBe(text);
      }),
    );
  });
});

describe('no text is ever lost', () => {
  it('property: the last text written under an id is there after everything else', () => {
    fc.assert(
      fc.property(anyCommands, (commands) => {
        let stack = fullStack(aDraftLayer('addon'));
        const written = new Map<string, string>();
        for (const command of commands) {
          const event = command.eventFor(stack);
          if (event.type === 'textCommitted' || event.type === 'textReplaced') {
            written.set(event.textId, event.text);
          }
          if (event.type === 'valuesLoaded') {
            // Text that says what the defaults said was not edited: it follows them.
            const before = stack.texts[event.textId];
            const follows =
              before !== undefined &&
              before.base !== null &&
              before.text.trimEnd() === before.base.trimEnd();
            if (follows) written.delete(event.textId);
          }
          const ids = Object.keys(stack.texts);
          stack = reduceLayerStack(stack, event);
          for (const id of ids) expect(stack.texts[id]).toBeDefined();
          for (const [id, text] of written) expect(stack.texts[id]?.text).toBe(text);
        }
      }),
      { numRuns: 300 },
    );
  });
});
