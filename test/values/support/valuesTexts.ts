import * as fc from 'fast-check';

const scalar = fc.constantFrom(
  '1',
  'x',
  '"q: #"',
  'true',
  '~',
  '',
  '[1, x]',
  '{}',
  '{ a: 1, d: x }',
  '|\n    t\n',
  '>-\n    f\n\n    g',
  '\n    - 1\n    - x: 1',
);

const keys = { selector: ([key]: [string, unknown]) => key };
const inner = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b.c', '"d"'), scalar), keys);
const value = fc.oneof(
  scalar.map((text) => ` ${text.replaceAll('\n    ', '\n  ')}`),
  inner.map((pairs) => pairs.map(([key, text]) => `\n  ${key}: ${text}`).join('') || ' {}'),
);
const comment = fc.constantFrom('', '', '', '\n', '# one\n', '# two\n');

/** Small maps of maps in all the ways that values are written. */
export const valuesTexts = fc
  .uniqueArray(fc.tuple(fc.constantFrom('k', 'l', 'm/n', 'o'), value, comment), {
    selector: ([key]) => key,
  })
  .map((entries) => entries.map(([key, text, above]) => `${above}${key}:${text}\n`).join(''));
