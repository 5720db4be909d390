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
  '\n    - a: 1\n    - d: x',
  '\n    - a: 2\n    - d: x',
  '\n    - a: 1\n    - d: y\n      a: 1',
  '\n    - name: x\n      a: 1\n    - name: y',
  '\n    - name: x\n      a: 2\n    - name: y\n      d: 1',
  '\n    - name: y\n    - name: x\n      a: 1\n    - name: z',
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

const item = fc
  .record({
    name: fc.constantFrom('x', 'y', 'z', null),
    a: fc.constantFrom(1, 2, null),
    d: fc.constantFrom('v', 'w', null),
  })
  .map((entries) =>
    Object.entries(entries).flatMap(([key, given]) => (given === null ? [] : [`${key}: ${given}`])),
  )
  .filter(({ length }) => length > 0);

/** A list of maps, most of them with a name. */
export const listTexts = fc
  .array(item, { minLength: 1, maxLength: 3 })
  .map((items) => `l:\n${items.map((lines) => `  - ${lines.join('\n    ')}\n`).join('')}`);
