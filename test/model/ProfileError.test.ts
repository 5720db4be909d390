import { runInNewContext } from 'node:vm';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isProfileError,
  ProfileError,
  toProfileError,
  toProfileErrorInfo,
  type ProfileErrorCode,
} from '../../src/model/ProfileError';

describe('ProfileError', () => {
  it('is an error with a code, and with nulls for what is not known', () => {
    const error = new ProfileError('conflict', 'Taken.');
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: 'ProfileError',
      message: 'Taken.',
      code: 'conflict',
      retryable: false,
      serverMessage: null,
      field: null,
      retryAfterMs: null,
    });
    expect('cause' in error).toBe(false);
  });

  it.each<[ProfileErrorCode, boolean]>([
    ['aborted', false],
    ['unauthorized', false],
    ['forbidden', false],
    ['not-found', false],
    ['conflict', false],
    ['invalid', false],
    ['rate-limited', true],
    ['unavailable', true],
    ['unknown', false],
  ])('%s is by default retryable: %s', (code, retryable) => {
    expect(new ProfileError(code, '').retryable).toBe(retryable);
    expect(new ProfileError(code, '', { retryable: !retryable }).retryable).toBe(!retryable);
  });

  it('keeps what it is given', () => {
    const cause = new Error('socket');
    const error = new ProfileError('rate-limited', 'Slow down.', {
      serverMessage: 'Too many requests',
      field: 'name',
      retryAfterMs: 2000,
      cause,
    });
    expect(error).toMatchObject({
      serverMessage: 'Too many requests',
      field: 'name',
      retryAfterMs: 2000,
    });
    expect(error.cause).toBe(cause);
  });
});

describe('isProfileError', () => {
  it('knows errors of a second copy of the package and of another realm', () => {
    const foreign: unknown = runInNewContext(
      `Object.assign(new Error('x'), { name: 'ProfileError', code: 'conflict' })`,
    );
    expect(foreign).not.toBeInstanceOf(Error);
    expect(isProfileError(foreign)).toBe(true);
    expect(isProfileError(new ProfileError('unknown', ''))).toBe(true);
  });

  it.each([
    ['an error', new Error('x')],
    ['another code', { name: 'ProfileError', code: 'teapot' }],
    ['a code that objects have of themselves', { name: 'ProfileError', code: 'constructor' }],
    ['no code', { name: 'ProfileError' }],
    ['null', null],
    ['undefined', undefined],
    ['a string', 'ProfileError'],
  ])('is false for %s', (_, value) => {
    expect(isProfileError(value)).toBe(false);
  });
});

describe('toProfileError', () => {
  it('leaves a ProfileError as it is', () => {
    const error = new ProfileError('invalid', '');
    expect(toProfileError(error)).toBe(error);
  });

  it('makes aborts of any kind `aborted`', () => {
    const thrown = new DOMException('stopped', 'AbortError');
    expect(toProfileError(thrown)).toMatchObject({ code: 'aborted', cause: thrown });
    expect(toProfileError({ name: 'AbortError' }).code).toBe('aborted');
  });

  it('makes all else `unknown` and never throws', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (thrown) => {
        const error = toProfileError(thrown);
        expect(isProfileError(error)).toBe(true);
        expect(error.code).toBe('unknown');
        expect(error.cause).toBe(thrown);
      }),
    );
  });
});

describe('toProfileErrorInfo', () => {
  it('is the serialisable part', () => {
    const error = new ProfileError('conflict', 'log text', {
      serverMessage: 'Taken',
      field: 'version',
      cause: new Error('x'),
    });
    const info = toProfileErrorInfo(error);
    expect(info).toEqual({
      code: 'conflict',
      retryable: false,
      serverMessage: 'Taken',
      field: 'version',
    });
    expect(JSON.parse(JSON.stringify(info))).toEqual(info);
  });

  it('takes nothing malformed over from an error of other making', () => {
    const thrown = {
      name: 'ProfileError',
      code: 'invalid',
      retryable: 'yes',
      serverMessage: { html: '<b>' },
      field: 'password',
    };
    expect(toProfileErrorInfo(thrown)).toEqual({
      code: 'invalid',
      retryable: false,
      serverMessage: null,
      field: null,
    });
    expect(
      toProfileErrorInfo({ name: 'ProfileError', code: 'invalid', serverMessage: '' }),
    ).toEqual({ code: 'invalid', retryable: false, serverMessage: null, field: null });
  });
});
