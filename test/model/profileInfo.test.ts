import { zodResolver } from '@hookform/resolvers/zod';
import * as fc from 'fast-check';
import type { Resolver } from 'react-hook-form';
import valid from 'semver/functions/valid.js';
import { describe, expect, it } from 'vitest';
import {
  createProfileInfoSchema,
  emptyProfileInfo,
  nextPatchVersion,
  profileInfoFaultMessages,
  profileInfoSchema,
  PROFILE_TYPES,
  suggestProfileVersion,
  type ProfileInfo,
  type ProfileInfoValues,
} from '../../src/model/profileInfo';

const values: ProfileInfoValues = { ...emptyProfileInfo(), name: 'my-profile' };

/** `path: message` for each fault. */
function faults(input: unknown, schema = profileInfoSchema): string[] {
  const { error } = schema.safeParse(input);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('emptyProfileInfo', () => {
  it('lacks nothing but a name', () => {
    expect(emptyProfileInfo()).toEqual({
      name: '',
      version: '1.0.0',
      description: '',
      type: 'infra',
      tags: [],
    });
    expect(faults(emptyProfileInfo('cluster'))).toEqual(['name: Enter a name.']);
    expect(emptyProfileInfo('cluster').type).toBe('cluster');
  });
});

describe('profileInfoSchema', () => {
  it('gives the part of a profile that the first step asks for', () => {
    const info: ProfileInfo = profileInfoSchema.parse({
      name: '  my profile ',
      version: ' 2.1.0 ',
      description: '  two\nlines ',
      type: 'infra',
      tags: ['env:dev', ' owner ', 'a:b:c'],
    } satisfies ProfileInfoValues);
    expect(info).toEqual({
      name: 'my profile',
      version: '2.1.0',
      description: '  two\nlines ',
      type: 'infra',
      tags: [
        { key: 'env', value: 'dev' },
        { key: 'owner', value: null },
        { key: 'a', value: 'b:c' },
      ],
    });
  });

  it('fits a form whose fields are ProfileInfoValues', async () => {
    const resolver: Resolver<ProfileInfoValues, unknown, ProfileInfo> =
      zodResolver(profileInfoSchema);
    const answer = await resolver({ ...values, tags: ['a', 'b:'] }, undefined, {
      fields: {},
      shouldUseNativeValidation: false,
    });
    expect(Object.keys(answer.errors)).toEqual(['tags']);
  });

  it.each(['', ' ', '\n\t', undefined])('asks for a name instead of %j', (name) => {
    expect(faults({ ...values, name })).toEqual(['name: Enter a name.']);
  });

  it.each(['a\nb', 'a\r\nb', 'a\tb', 'a\u0000b', 'a\u007Fb', 'a\u0085b', 'a\u2028b'])(
    'refuses the control character in the name %j',
    (name) => {
      expect(faults({ ...values, name })).toEqual([
        'name: The name must be one line of text without control characters.',
      ]);
    },
  );

  it.each(['A', 'Ünïcode 名前', '-.-', '<b>x</b>', 'x'.repeat(5000)])(
    'invents no further rule for names: %s',
    (name) => {
      expect(profileInfoSchema.parse({ ...values, name }).name).toBe(name);
    },
  );

  it.each([
    ['', '1.0.0'],
    ['  ', '1.0.0'],
    ['0.0.1', '0.0.1'],
    [' 1.2.3\n', '1.2.3'],
    ['1.0.0-rc.1', '1.0.0-rc.1'],
  ])('takes the version %j as %s', (version, expected) => {
    expect(profileInfoSchema.parse({ ...values, version }).version).toBe(expected);
  });

  it.each([
    ['v1.0', '1.0.0'],
    ['1.0', '1.0.0'],
    ['1', '1.0.0'],
    ['v1.0.0', '1.0.0'],
    ['V2', '2.0.0'],
    ['v 1.2', '1.2.0'],
    ['01.2.3', '1.2.3'],
    ['1.2.3.4', '1.2.3'],
    ['1.33.x', '1.33.0'],
    ['1.0.0+build', '1.0.0'],
    ['v1.0.0-rc.1', '1.0.0-rc.1'],
    ['1.0-rc.1', '1.0.0-rc.1'],
    ['1.0.0-01', '1.0.0'],
  ])('refuses the version %s and suggests %s', (version, suggestion) => {
    expect(suggestProfileVersion(version)).toBe(suggestion);
    expect(faults({ ...values, version: ` ${version} ` })).toEqual([
      `version: “${version}” is not in the form major.minor.patch. Use ${suggestion}.`,
    ]);
  });

  it.each(['abc', 'vv1.0.0', '-1.0.0', '=1.0.0', '99999999999999999999.0.0', '^1.0.0', 'x'])(
    'refuses the version %s and shows the form',
    (version) => {
      expect(suggestProfileVersion(version)).toBeNull();
      expect(faults({ ...values, version })).toEqual([
        `version: “${version}” is not a version. Use major.minor.patch, such as 1.0.0.`,
      ]);
    },
  );

  it('reports each faulty tag at its place', () => {
    expect(faults({ ...values, tags: ['ok', 'a:', ':b', 'x:spectro__tag', ' '] })).toEqual([
      'tags.1: The tag “a:” has no value. Enter key:value or a single word.',
      'tags.2: The tag “:b” has no key. Enter key:value or a single word.',
      'tags.3: The value of the tag “x:spectro__tag” is reserved. Use another value, or the key alone.',
      'tags.4: This tag is empty. Enter key:value or a single word.',
    ]);
  });

  it('does not refuse a repeated key', () => {
    expect(profileInfoSchema.parse({ ...values, tags: ['a:1', 'a:2'] }).tags).toHaveLength(2);
  });

  it('knows all types, and takes the ones it is told', () => {
    for (const type of PROFILE_TYPES) expect(faults({ ...values, type })).toEqual([]);
    expect(faults({ ...values, type: 'system' })).toEqual([
      'type: The type “system” cannot be used here. Allowed: infra, cluster, add-on.',
    ]);
    const onlyInfra = createProfileInfoSchema({}, { allowedTypes: ['infra'] });
    expect(faults({ ...values, type: 'infra' }, onlyInfra)).toEqual([]);
    expect(faults({ ...values, type: 'cluster' }, onlyInfra)).toEqual([
      'type: The type “cluster” cannot be used here. Allowed: infra.',
    ]);
    const none = createProfileInfoSchema({}, { allowedTypes: [] });
    expect(faults(values, none)).toEqual([
      'type: The type “infra” cannot be used here. Allowed: none.',
    ]);
  });

  it('reports all faults at once, in the order of the fields', () => {
    const paths = profileInfoSchema
      .safeParse({ name: '', version: 'v1', description: '', type: 'x', tags: ['', 'ok', ':'] })
      .error?.issues.map(({ path }) => path);
    expect(paths).toEqual([['name'], ['version'], ['type'], ['tags', 0], ['tags', 2]]);
  });

  it('uses the texts it is given, the English ones for the rest', () => {
    const schema = createProfileInfoSchema({
      nameRequired: 'Name fehlt.',
      versionFormat: (text, suggestion) => `${text} → ${suggestion}`,
      tagFault: (tag, reason) => `${reason} (${tag})`,
      typeNotAllowed: undefined,
    });
    expect(
      faults({ name: ' ', version: '1.0', description: '', type: 'x', tags: ['a:'] }, schema),
    ).toEqual([
      'name: Name fehlt.',
      'version: 1.0 → 1.0.0',
      `type: ${profileInfoFaultMessages.typeNotAllowed('x', PROFILE_TYPES)}`,
      'tags.0: empty-value (a:)',
    ]);
  });

  it('never throws, whatever it is sent', () => {
    const hostile = fc.anything({ withNullPrototype: true, withBigInt: true });
    fc.assert(
      fc.property(
        fc.oneof(
          hostile,
          fc.record({
            name: fc.oneof(fc.string(), hostile),
            version: fc.oneof(fc.string(), hostile),
            description: fc.oneof(fc.string(), hostile),
            type: fc.oneof(fc.constant('infra'), hostile),
            tags: fc.oneof(fc.array(fc.oneof(fc.string(), hostile)), hostile),
          }),
        ),
        (input) => {
          const result = profileInfoSchema.safeParse(input);
          if (result.success) expect(valid(result.data.version)).toBe(result.data.version);
          else expect(result.error.issues.every(({ message }) => message !== '')).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
    expect(faults({ ...values, type: { toString: 1 } })).toHaveLength(1);
  });
});

describe('suggestProfileVersion', () => {
  it('suggests only what the schema takes, and leaves that as it is', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('v', '0', '1', '2', '.', '-', 'rc', '+', ' ') }),
    );
    fc.assert(
      fc.property(text, (input) => {
        const suggestion = suggestProfileVersion(input);
        if (suggestion === null) return;
        expect(profileInfoSchema.parse({ ...values, version: suggestion }).version).toBe(
          suggestion,
        );
        expect(suggestProfileVersion(suggestion)).toBe(suggestion);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('nextPatchVersion', () => {
  it.each([
    ['1.0.0', '1.0.1'],
    ['1.2.9', '1.2.10'],
    ['1.0.0-rc.1', '1.0.0'],
    ['1.0', null],
    ['v1.0.0', null],
    ['', null],
    ['1.0.9007199254740991', null],
  ])('after %j is %j', (version, next) => {
    expect(nextPatchVersion(version)).toBe(next);
  });
});
