import { Composer, Parser } from 'yaml';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PackPreset } from '../../src/model/packs';
import { startTask, type TaskInput, type TaskName } from '../../src/values/tasks';

/** What a task has its parser do, which is what takes time: documents composed, and lexemes read. */
const work = { documents: 0, lexemes: 0 };

beforeEach(() => {
  const { next } = Composer.prototype;
  vi.spyOn(Composer.prototype, 'next').mockImplementation(function (this: Composer, token) {
    if (token.type === 'document') work.documents += 1;
    return next.call(this, token);
  });
  const { next: read } = Parser.prototype;
  vi.spyOn(Parser.prototype, 'next').mockImplementation(function (this: Parser, lexeme) {
    work.lexemes += 1;
    return read.call(this, lexeme);
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** The most that one step does, and how often texts were read in all. */
function measure<Name extends TaskName>(name: Name, input: TaskInput<Name>) {
  const most = { documents: 0, lexemes: 0 };
  let documents = 0;
  const steps = startTask(name, input);
  for (;;) {
    work.documents = 0;
    work.lexemes = 0;
    const step = steps.next();
    documents += work.documents;
    most.documents = Math.max(most.documents, work.documents);
    most.lexemes = Math.max(most.lexemes, work.lexemes);
    if (step.done === true) return { most, documents };
  }
}

const COUNT = 2_000;
const base = Array.from({ length: COUNT }, (_, at) => `key${at}: # says ${at}\n  in: ${at}\n`).join(
  '',
);
const edited = base.replace('in: 7\n', 'in: 8\n');
const preset = (name: string, add: string): PackPreset => ({
  name,
  displayName: name,
  group: 'G',
  remove: ['key3'],
  add,
});
const presets = [preset('p', 'key5:\n  in: 1\n'), preset('q', 'key5:\n  in: 2\n')];
const withPreset = `# spectrocloud.com/enabled-presets: G:p\n${edited}`;
const schema = Array.from({ length: COUNT }, (_, at) => ({
  path: `key${at}.in`,
  schema: '{{ required }}',
}));

/** How often texts are read, small ones included. */
const READS: Readonly<Record<string, () => ReturnType<typeof measure>>> = {
  'readFields 1': () => measure('readFields', { text: edited, schema }),
  'setField 1': () => measure('setField', { text: edited, path: ['key9', 'in'], value: 1 }),
  // The text, the defaults, and what became of the text.
  'restoreDefault 3': () => measure('restoreDefault', { text: edited, base, path: ['key7', 'in'] }),
  'applyOverrides 3': () =>
    measure('applyOverrides', { text: edited, overrides: 'key9:\n  in: 0\n' }),
  // The same and the defaults with the preset; and what the preset adds.
  'applyPreset 5': () =>
    measure('applyPreset', { text: edited, base, presets, preset: { group: 'G', name: 'p' } }),
  // Both presets, and the text between them.
  'applyPreset 7': () =>
    measure('applyPreset', { text: withPreset, base, presets, preset: { group: 'G', name: 'q' } }),
  'readPresetStates 4': () => measure('readPresetStates', { text: withPreset, base, presets }),
  'diffValues 2': () => measure('diffValues', { base, current: edited }),
};

describe('steps of tasks on values', () => {
  it.each(Object.entries(READS))('%s: read one text at a time, in short steps', (name, run) => {
    const { most, documents } = run();
    expect(most.documents).toBe(1);
    expect(most.lexemes).toBeLessThanOrEqual(1_000);
    expect(documents).toBe(Number(name.split(' ')[1]));
  });
});
