import inc from 'semver/functions/inc.js';
import valid from 'semver/functions/valid.js';
import * as z from 'zod/mini';
import type { ProfileType } from './layers';
import type { NewProfile } from './profile';
import { parseTag, type TagFault } from './tags';

/** What the form holds: as typed, faults included. */
export type ProfileInfoValues = {
  name: string;
  /** Empty stands for `1.0.0`. */
  version: string;
  description: string;
  type: ProfileType;
  /** Each `key:value` or a single word. */
  tags: readonly string[];
};

/** What the schema gives: the part of a profile that the first step asks for. */
export type ProfileInfo = Pick<NewProfile, 'name' | 'version' | 'description' | 'type' | 'tags'>;

/** The version of a profile that is given none. */
export const DEFAULT_PROFILE_VERSION = '1.0.0';

/** All types of profile. */
export const PROFILE_TYPES = [
  'infra',
  'cluster',
  'add-on',
] as const satisfies readonly ProfileType[];

/** The texts of the faults that `createProfileInfoSchema` finds. Each is reported at its field. */
export interface ProfileInfoFaultMessages {
  /** At `name`: it is missing, or only spaces. */
  readonly nameRequired: string;
  /** At `name`: a line break or another control character, mostly pasted along. */
  readonly nameControlCharacter: string;
  /** At `version`: `suggestion` is what was probably meant, null when that is not clear. */
  readonly versionFormat: (text: string, suggestion: string | null) => string;
  /** At `type`. */
  readonly typeNotAllowed: (type: string, allowed: readonly ProfileType[]) => string;
  /** At the tag: `tag` is its text as typed. */
  readonly tagFault: (tag: string, reason: TagFault) => string;
}

/** The English texts. */
export const profileInfoFaultMessages: ProfileInfoFaultMessages = {
  nameRequired: 'Enter a name.',
  nameControlCharacter: 'The name must be one line of text without control characters.',
  versionFormat: (text, suggestion) =>
    suggestion === null
      ? `“${text}” is not a version. Use major.minor.patch, such as ${DEFAULT_PROFILE_VERSION}.`
      : `“${text}” is not in the form major.minor.patch. Use ${suggestion}.`,
  typeNotAllowed: (type, allowed) =>
    `The type “${type}” cannot be used here. Allowed: ${allowed.join(', ') || 'none'}.`,
  tagFault: (tag, reason) => {
    switch (reason) {
      case 'empty':
        return 'This tag is empty. Enter key:value or a single word.';
      case 'empty-key':
        return `The tag “${tag}” has no key. Enter key:value or a single word.`;
      case 'empty-value':
        return `The tag “${tag}” has no value. Enter key:value or a single word.`;
      case 'reserved':
        return `The value of the tag “${tag}” is reserved. Use another value, or the key alone.`;
      default:
        return reason satisfies never;
    }
  },
};

export interface ProfileInfoSchemaOptions {
  /** @default all types */
  readonly allowedTypes?: readonly ProfileType[] | undefined;
}

/** The values that the form starts with. */
export function emptyProfileInfo(type: ProfileType = 'infra'): ProfileInfoValues {
  return { name: '', version: DEFAULT_PROFILE_VERSION, description: '', type, tags: [] };
}

/**
 * The schema of a profile's basic information, from `ProfileInfoValues` to `ProfileInfo`: name and
 * version trimmed, an empty version made `1.0.0`, the description as typed, tags read. All faults are
 * reported at once, each at its path, such as `['version']` or `['tags', 2]`. Whether name and version
 * are free, and what names the backend allows, only the adapter knows.
 */
export function createProfileInfoSchema(
  messages: {
    readonly [Fault in keyof ProfileInfoFaultMessages]?:
      ProfileInfoFaultMessages[Fault] | undefined;
  } = {},
  options: ProfileInfoSchemaOptions = {},
) {
  const defaults = profileInfoFaultMessages;
  const nameRequired = messages.nameRequired ?? defaults.nameRequired;
  const nameControlCharacter = messages.nameControlCharacter ?? defaults.nameControlCharacter;
  const versionFormat = messages.versionFormat ?? defaults.versionFormat;
  const typeNotAllowed = messages.typeNotAllowed ?? defaults.typeNotAllowed;
  const tagFault = messages.tagFault ?? defaults.tagFault;
  const allowedTypes = options.allowedTypes ?? PROFILE_TYPES;

  return z.object({
    name: z
      .string({ error: ({ input }) => (input === undefined ? nameRequired : undefined) })
      .check(
        z.trim(),
        z.minLength(1, { error: nameRequired }),
        z.refine((name) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(name), { error: nameControlCharacter }),
      ),
    version: z.pipe(
      z.string().check(z.trim()),
      z.transform((text, context) => {
        if (text === '') return DEFAULT_PROFILE_VERSION;
        if (isStrictVersion(text)) return text;
        const message = versionFormat(text, suggestProfileVersion(text));
        context.issues.push({ code: 'custom', message, input: text });
        return z.NEVER;
      }),
    ),
    description: z.string(),
    type: z.enum(allowedTypes, {
      error: ({ input }) =>
        typeof input === 'string' ? typeNotAllowed(input, allowedTypes) : undefined,
    }),
    tags: z.readonly(
      z.array(
        z.pipe(
          z.string(),
          z.transform((text, context) => {
            const result = parseTag(text);
            if (result.ok) return result.tag;
            const message = tagFault(text, result.reason);
            context.issues.push({ code: 'custom', message, input: text });
            return z.NEVER;
          }),
        ),
      ),
    ),
  });
}

/** The schema with English texts, for all types. */
export const profileInfoSchema = createProfileInfoSchema();

/**
 * The version that was probably meant: `1.0.0` for `v1.0`, `1.2.3` for `01.2.3` and `1.2.3.4`. A text
 * that is right already comes back as it is; null when it does not start like a version.
 */
export function suggestProfileVersion(text: string): string | null {
  const match = /^v?\s*(\d+)(?:\.(\d+))?(?:\.(\d+))?([^]*)$/i.exec(text.trim());
  if (match === null) return null;
  const [, major = '0', minor = '0', patch = '0', suffix = ''] = match;
  const version = [major, minor, patch].map(withoutLeadingZeros).join('.');
  return [version + suffix, version].find(isStrictVersion) ?? null;
}

/**
 * The next version after one that is taken: `1.0.1` after `1.0.0`. A prerelease is followed by its
 * release. Null when `version` is no strict version.
 */
export function nextPatchVersion(version: string): string | null {
  const next = isStrictVersion(version) ? inc(version, 'patch') : null;
  return next !== null && isStrictVersion(next) ? next : null;
}

/** `valid` tolerates a leading `v` and drops build metadata, which does not tell versions apart. */
function isStrictVersion(text: string): boolean {
  return valid(text) === text;
}

function withoutLeadingZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}
