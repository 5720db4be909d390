import { describe, expect, it } from 'vitest';
import { checkRegex } from '../../src/values/checkRegex';

describe('checkRegex', () => {
  it.each([
    ['^[a-z]+$', 'abc', 'ok'],
    ['^[a-z]+$', 'ABC', 'no-match'],
    // An empty default is none.
    ['^[a-z]+$', '', 'ok'],
    ['', 'anything', 'ok'],
    // RE2 knows no look-ahead and no back-references.
    ['(?=a)b', 'b', 'invalid-regex'],
    ['(a)\\1', 'aa', 'invalid-regex'],
    ['[', '', 'invalid-regex'],
    // RE2's own.
    ['(?i)^abc$', 'ABC', 'ok'],
    ['^(a+)+$', `${'a'.repeat(900)}!`, 'no-match'],
  ] as const)('%s with %j is %s', (regex, value, verdict) => {
    expect(checkRegex({ regex, value })).toBe(verdict);
  });
});
