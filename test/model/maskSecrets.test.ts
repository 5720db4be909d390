import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskSecrets } from '../../src/model/maskSecrets';
import { passwordPaths } from '../../src/model/secrets';

const secret = 'charts.app.auth.password';
const lines = (...texts: readonly string[]) => texts.join('\n');
const within = (...texts: readonly string[]) =>
  lines(
    'charts:',
    '  app:',
    '    auth:',
    ...texts.map((text) => `      ${text}`),
    '    other: 1',
    '',
  );

describe('passwordPaths', () => {
  it('names the paths of password rules, plain or part of a format', () => {
    const schema = [
      { path: 'a', schema: '{{ required | format "${password}" }}' },
      { path: 'b', schema: '{{ format "${string}" | hints "not a password" }}' },
      { path: 'c', schema: '{{ format "${password:/.{8,}/}" }}' },
      { path: 'd', schema: '{{ format "${string}:${password}" }}' },
      { path: 'e', schema: '{{ required }}' },
    ];
    expect(passwordPaths(schema)).toEqual(['a', 'c', 'd']);
  });
});

describe('maskSecrets', () => {
  it.each([
    ['plain', 'password: hunter2'],
    ['plain with a comment', 'password: hunter2 # hunter2 was the old one'],
    ['double quoted', 'password: "hunter2: # \\" hunter2"'],
    ['single quoted', "password: 'it''s hunter2'"],
    ['tagged and anchored', 'password: !!str &pw hunter2'],
    ['a quoted key', '"password": hunter2'],
    ['spaces before the colon', 'password : hunter2'],
  ])('masks a scalar, %s', (_, line) => {
    const [key = ''] = line.split(/(?<=:)\s/);
    expect(maskSecrets(within('user: admin', line, 'tls: true'), [secret])).toBe(
      within('user: admin', `${key} "********"`, 'tls: true'),
    );
  });

  it.each([
    ['a literal block', ['password: |', '  hunter2', '', '  tls: hunter2']],
    ['a folded block with indicators', ['password: >-2', '    hunter2', '  hunter2']],
    ['a plain scalar of several lines', ['password: hunter2', '  hunter2']],
    ['a value on the next line', ['password:', '  hunter2']],
    ['a list', ['password:', '- hunter2', '- hunter2']],
    ['a map', ['password:', '  a: hunter2', '  # hunter2', '  b: hunter2']],
    ['a flow map', ['password: { a: hunter2,', '  b: hunter2', '}']],
    ['a quoted scalar of several lines', ['password: "hunter2', '  hunter2" # end']],
  ])('masks %s whole', (_, value) => {
    const text = within('user: admin', ...value, 'tls: true');
    expect(maskSecrets(text, [secret])).toBe(
      within('user: admin', 'password: "********"', 'tls: true'),
    );
  });

  it('masks a flow collection that may hold the secret', () => {
    expect(maskSecrets('charts:\n  app: {auth: {password: hunter2}}\nz: {a: 1}\n', [secret])).toBe(
      'charts:\n  app: "********"\nz: {a: 1}\n',
    );
    expect(maskSecrets('{"charts": {"app": {"auth": {"password": "hunter2"}}}}', [secret])).toBe(
      '"********"',
    );
  });

  it('masks a quoted scalar that goes on at the margin', () => {
    expect(maskSecrets('a: "x1\nx2 \\" x3\nx4"\nb: 1\n', ['a'])).toBe('a: "********"\nb: 1\n');
  });

  it('masks a value with a line separator of Unicode in it', () => {
    expect(maskSecrets('a: x1\u2028x2\nb#c: x3\n', ['a', 'b#c'])).toBe(
      'a: "********"\nb#c: "********"\n',
    );
  });

  it('takes time in proportion to the text, whatever the text', () => {
    const wide = ' '.repeat(200_000);
    const hostile = [
      'k',
      `# k${wide}`,
      `- k${wide}x`,
      `k${wide}x: 1${wide}x`,
      `# ${'-'.repeat(200_000)}`,
    ];
    const text = hostile.join('\n');
    expect(maskSecrets(text, ['a.k'])).toBe(text);
  });

  it('masks a secret that was commented out', () => {
    expect(maskSecrets(within('# password: hunter2', '#password: hunter2'), [secret])).toBe(
      within('# password: "********"', '#password: "********"'),
    );
  });

  it('masks in lists, wherever the dashes stand', () => {
    const paths = ['users.$[].password', 'tokens.$[]'];
    const text =
      'users:\n- name: a\n  password: x1\n- password: x2\ntokens:\n  - x3\n  -  "x4"\nname: x\n';
    expect(maskSecrets(text, paths)).toBe(
      'users:\n- name: a\n  password: "********"\n- password: "********"\n' +
        'tokens:\n  - "********"\n  -  "********"\nname: x\n',
    );
  });

  it('masks a path whose keys contain dots', () => {
    expect(maskSecrets('a.b:\n  c.d/e: x1\nother: 1\n', ['a.b.c.d/e'])).toBe(
      'a.b:\n  c.d/e: "********"\nother: 1\n',
    );
  });

  it('masks in every document', () => {
    expect(maskSecrets('a: x1\n---\na: x2\n', ['a'])).toBe('a: "********"\n---\na: "********"\n');
  });

  it('leaves the same key elsewhere, and what only looks like it in a block of text', () => {
    const text = lines(
      'password: public',
      'charts:',
      '  app:',
      '    password: public',
      '    script: |',
      '      auth:',
      '        password: public',
      '    auth:',
      '      password: x',
    );
    expect(maskSecrets(text, [secret])).toBe(text.replace(/x$/, '"********"'));
  });

  it.each(['password:', 'password: ""', "password: ''", 'password: ~', 'password: null'])(
    'leaves a secret that was not entered: %s',
    (line) => {
      const text = within(line, 'tls: true');
      expect(maskSecrets(text, [secret])).toBe(text);
    },
  );

  it('leaves a reference, but not what is told beside it', () => {
    const text = within("password: '{{.spectro.var.password}}'");
    expect(maskSecrets(text, [secret])).toBe(text);
    for (const line of [
      "password: '{{.spectro.var.password}}' # hunter2",
      'password: hunter2{{.spectro.var.x}}',
      'password: "{{.Values.x}}"',
    ]) {
      expect(maskSecrets(within(line), [secret])).toBe(within('password: "********"'));
    }
  });

  it('leaves what the pack itself has, for nobody entered it', () => {
    const base = within('password: welcome', '# password: sample', 'tls: true');
    const edited = (...texts: readonly string[]) =>
      maskSecrets(within(...texts), [secret], { base });
    expect(edited('password: welcome', '# password: sample', 'tls: false')).toBe(
      within('password: welcome', '# password: sample', 'tls: false'),
    );
    expect(edited('password: hunter2', '# password: hunter2', 'tls: true')).toBe(
      within('password: "********"', '# password: "********"', 'tls: true'),
    );
    expect(maskSecrets('a: welcome\nb: x\n', ['a', 'b'], { base: 'b: welcome\n' })).toBe(
      'a: "********"\nb: "********"\n',
    );
  });

  it('goes by the keys where no rules are known', () => {
    const text = lines(
      'adminPwd: x1',
      'auth: { accessKey: public }',
      's3:',
      '  access-key: x2',
      '  bucket: public',
      '# token: x3',
      'secretName: public',
    );
    expect(maskSecrets(text, 'unknown')).toBe(text.replaceAll(/x\d/g, '"********"'));
  });

  it('keeps line ends, spaces and a missing last newline', () => {
    const text = 'a:  1  \r\nsecret: x\r\n\r\nb: 2\rsecret: y';
    expect(maskSecrets(text, ['secret'])).toBe(
      'a:  1  \r\nsecret: "********"\r\n\r\nb: 2\rsecret: "********"',
    );
  });

  it('changes nothing where no path is secret, or no key matches', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(maskSecrets(text, [])).toBe(text);
      }),
    );
    const line = fc.constantFrom(
      'a: 1',
      '  b: |',
      '    text',
      '- c',
      '# d: 1',
      '',
      'e: "x"',
      '\tf',
    );
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('\n', '\r\n', '\r'), (texts, lineEnd) => {
        const text = texts.join(lineEnd);
        expect(maskSecrets(text, ['no.such.key'])).toBe(text);
      }),
    );
  });

  it('hides the secret wherever its key stands among ordinary lines', () => {
    const filler = fc.constantFrom(
      'name: x',
      '# note',
      '',
      'list:\n  - a\n  - b',
      'text: |\n  k: v',
      'm: {a: 1}',
    );
    const value = fc.constantFrom(
      'S3CRET',
      '"S3CRET"',
      "'S3CRET'",
      '|\n  S3CRET',
      '>-\n  S3CRET\n\n  S3CRET',
      '\n  S3CRET',
    );
    fc.assert(
      fc.property(fc.array(filler), value, fc.array(filler), (before, secretValue, after) => {
        const text = [...before, `token: ${secretValue}`, ...after].join('\n');
        const masked = maskSecrets(text, ['token']);
        expect(masked).not.toContain('S3CRET');
        expect(masked.startsWith([...before, 'token:'].join('\n'))).toBe(true);
        expect(masked.endsWith(after.join('\n'))).toBe(true);
      }),
    );
  });
});
