import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  duplicateTagKeys,
  formatTag,
  fromTagLabels,
  parseTag,
  splitTagInput,
  toTagLabels,
  type TagFault,
} from '../../src/model/tags';

describe('parseTag', () => {
  it.each<[string, string, string | null]>([
    ['owner', 'owner', null],
    ['env:dev', 'env', 'dev'],
    ['a:b:c', 'a', 'b:c'],
    ['a::b', 'a', ':b'],
    ['  env :  dev  ', 'env', 'dev'],
    ['cost center:platform team', 'cost center', 'platform team'],
    ['url:https://example.com/a?b=c', 'url', 'https://example.com/a?b=c'],
    ['a,b:c', 'a,b', 'c'],
    ['spectro__tag', 'spectro__tag', null],
    ['spectro__tag:x', 'spectro__tag', 'x'],
    ['x:spectro__tag2', 'x', 'spectro__tag2'],
    ['__proto__:x', '__proto__', 'x'],
    ['größe:ü', 'größe', 'ü'],
  ])('reads %j', (text, key, value) => {
    expect(parseTag(text)).toEqual({ ok: true, tag: { key, value } });
  });

  it.each<[string, TagFault]>([
    ['', 'empty'],
    ['  \t ', 'empty'],
    [':b', 'empty-key'],
    [' :b', 'empty-key'],
    [':', 'empty-key'],
    ['a:', 'empty-value'],
    ['a: ', 'empty-value'],
    ['x:spectro__tag', 'reserved'],
    ['x: spectro__tag ', 'reserved'],
  ])('refuses %j as %s', (text, reason) => {
    expect(parseTag(text)).toEqual({ ok: false, reason });
  });

  it('takes any text, and reads what it formats', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('ab: ,\n_')) }), (text) => {
        const result = parseTag(text);
        if (result.ok) expect(parseTag(formatTag(result.tag))).toEqual(result);
      }),
      { numRuns: 500 },
    );
  });
});

describe('formatTag', () => {
  it('shows key and value, or the word', () => {
    expect(formatTag({ key: 'env', value: 'dev' })).toBe('env:dev');
    expect(formatTag({ key: 'owner', value: null })).toBe('owner');
  });

  it('shows an empty value, which cannot be typed, as the word', () => {
    expect(formatTag({ key: 'owner', value: '' })).toBe('owner');
  });
});

describe('duplicateTagKeys', () => {
  it('names each repeated key once, in order of appearance', () => {
    const tags = ['b:1', 'a', 'c:1', 'a:2', ' b : 2', 'a:3', 'A:4'];
    expect(duplicateTagKeys(tags)).toEqual(['b', 'a']);
  });

  it('leaves faulty tags out', () => {
    expect(duplicateTagKeys(['', '', ':a', ':b', 'a:', 'a:1'])).toEqual([]);
  });

  it('handles keys that objects have of themselves', () => {
    expect(duplicateTagKeys(['constructor', 'toString:x', '__proto__:1'])).toEqual([]);
    expect(duplicateTagKeys(['__proto__', '__proto__:1'])).toEqual(['__proto__']);
  });
});

describe('splitTagInput', () => {
  it.each<[string, readonly string[]]>([
    ['', []],
    ['env:dev', ['env:dev']],
    ['env:dev, owner,, region:eu ', ['env:dev', 'owner', 'region:eu']],
    ['a:1\nb:2\r\nc\rd\n', ['a:1', 'b:2', 'c', 'd']],
    [' , \n ,', []],
    ['cost center:platform team', ['cost center:platform team']],
  ])('takes %j apart', (text, parts) => {
    expect(splitTagInput(text)).toEqual(parts);
  });
});

describe('tag labels', () => {
  it('store a word as spectro__tag', () => {
    const labels = toTagLabels([
      { key: 'env', value: 'dev' },
      { key: 'owner', value: null },
    ]);
    expect(JSON.stringify(labels)).toBe('{"env":"dev","owner":"spectro__tag"}');
  });

  it('keep the last of a repeated key', () => {
    const tags = [
      { key: 'env', value: 'dev' },
      { key: 'env', value: 'prod' },
    ];
    expect(toTagLabels(tags)).toEqual({ env: 'prod' });
  });

  it('carry __proto__ like any other key', () => {
    const labels = toTagLabels([{ key: '__proto__', value: 'x' }]);
    expect(Object.getPrototypeOf(labels)).toBe(Object.prototype);
    expect(JSON.stringify(labels)).toBe('{"__proto__":"x"}');
    const received = JSON.parse('{"__proto__":"x"}') as Record<string, string>;
    expect(fromTagLabels(received)).toEqual([{ key: '__proto__', value: 'x' }]);
  });

  it('come back as the tags they were', () => {
    const key = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', '7'));
    const value = fc.option(fc.string().filter((text) => text !== 'spectro__tag'));
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ key, value }), { selector: (tag) => tag.key }),
        (tags) => {
          const stored = JSON.parse(JSON.stringify(toTagLabels(tags))) as Record<string, string>;
          const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
          expect([...fromTagLabels(stored)].sort(byKey)).toEqual([...tags].sort(byKey));
        },
      ),
    );
  });
});
