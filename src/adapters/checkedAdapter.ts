import * as z from 'zod/mini';
import { ProfileError, toProfileError } from '../model/ProfileError';
import type { ProfileAdapter } from './ProfileAdapter';

const names = z.array(z.string());
const registry = z.looseObject({
  uid: z.string(),
  name: z.string(),
  kind: z.enum(['oci', 'helm', 'pack']),
  isSearchable: z.boolean(),
  knowsFips: z.optional(z.boolean()),
});
const dependencies = z.array(z.looseObject({ packName: z.string() }));
const packSummary = z.looseObject({
  registryUid: z.string(),
  name: z.string(),
  displayName: z.string(),
  cloudTypes: names,
  // Without it no pack could be chosen, and nobody would know why.
  state: z.enum(['active', 'deprecated', 'disabled', 'deleted']),
  isFips: z.optional(z.boolean()),
  dependencies: z.optional(dependencies),
});
const packTag = z.looseObject({
  tag: z.string(),
  version: z.string(),
  packUid: z.string(),
  parentTags: names,
  isFips: z.optional(z.boolean()),
});
const profileSummary = z.looseObject({
  uid: z.string(),
  name: z.string(),
  version: z.string(),
  layers: z.array(z.looseObject({ kind: z.string() })),
  tags: z.array(z.looseObject({ key: z.string() })),
});
const profile = z.looseObject({
  uid: z.string(),
  name: z.string(),
  version: z.string(),
  cloudType: z.string(),
  // Without it a change made elsewhere would be overwritten unnoticed.
  modifiedAt: z.string(),
  tags: z.array(z.looseObject({ key: z.string(), value: z.nullable(z.string()) })),
  layers: z.array(
    z.looseObject({
      kind: z.string(),
      registryUid: z.string(),
      packName: z.string(),
      packUid: z.nullable(z.string()),
      tag: z.string(),
      cloudTypes: names,
      values: z.string(),
      manifests: z.array(z.looseObject({ name: z.string(), content: z.string() })),
    }),
  ),
  variables: z.optional(
    z.array(
      z.looseObject({
        name: z.string(),
        displayName: z.string(),
        format: z.string(),
        options: z.array(z.looseObject({ value: z.string() })),
        defaultValue: z.string(),
      }),
    ),
  ),
});
const page = (item: z.ZodMiniType) =>
  z.looseObject({ items: z.array(item), nextCursor: z.nullable(z.string()) });

/** The least that an answer must hold for the flow to show it. More is the contract suite's to ask. */
const ANSWERS = {
  listRegistries: z.array(registry),
  listPacks: page(packSummary),
  getPack: z.extend(packSummary, { tags: z.array(packTag) }),
  getPackVersion: z.looseObject({
    values: z.string(),
    presets: z.array(z.looseObject({ name: z.string(), group: z.string() })),
    schema: z.array(z.looseObject({ path: z.string() })),
    dependencies,
    resources: z.optional(
      z.array(
        z.looseObject({
          type: z.string(),
          minLimit: z.optional(z.number()),
          components: z.optional(
            z.array(z.looseObject({ requestPath: z.string(), scheduleType: z.string() })),
          ),
        }),
      ),
    ),
  }),
  checkProfileName: z.enum(['free', 'other-version', 'taken']),
  createProfile: z.looseObject({ uid: z.string() }),
  getReadme: z.nullable(z.string()),
  getLogo: z.custom((value) => value === null || isBlob(value)),
  validateProfile: z.array(z.looseObject({ severity: z.string(), message: z.string() })),
  listMacros: z.array(z.looseObject({ name: z.string() })),
  listProviders: z.array(
    z.looseObject({
      cloudType: z.string(),
      displayName: z.string(),
      group: z.enum(['infrastructure', 'managed']),
      layers: names,
    }),
  ),
  listProfiles: page(profileSummary),
  getProfile: profile,
  updateProfile: profile,
  createProfileVersion: z.looseObject({ uid: z.string() }),
  deleteProfile: z.unknown(),
  getPermissions: names,
} satisfies Record<keyof ProfileAdapter, z.ZodMiniType>;

/** By its mark, because `instanceof` fails across realms. */
function isBlob(value: unknown): boolean {
  const mark = Object.prototype.toString.call(value);
  return mark === '[object Blob]' || mark === '[object File]';
}

type Method = (...args: unknown[]) => Promise<unknown>;

const checked = new WeakMap<ProfileAdapter, ProfileAdapter>();

/**
 * The same adapter, made safe to build on: answers of the wrong shape, rejections of any kind and
 * throws all become a `ProfileError`. The same wrapper for the same adapter.
 */
export function checkedAdapter(adapter: ProfileAdapter): ProfileAdapter {
  const known = checked.get(adapter);
  if (known !== undefined) return known;
  const wrapped: Record<string, Method> = {};
  for (const [name, schema] of Object.entries(ANSWERS)) {
    const method = (adapter as unknown as Record<string, Method | undefined>)[name];
    if (typeof method !== 'function') continue;
    wrapped[name] = async (...args) => {
      let answer: unknown;
      try {
        answer = await method.apply(adapter, args);
      } catch (cause) {
        throw toProfileError(cause);
      }
      const result = schema.safeParse(answer);
      if (!result.success) {
        throw new ProfileError('unknown', `The answer to ${name} has not the agreed shape.`, {
          cause: result.error,
        });
      }
      // Not `result.data`: that is a copy, and a file of 2.5 MB needs no second one.
      return answer;
    };
  }
  const result = wrapped as unknown as ProfileAdapter;
  checked.set(adapter, result);
  return result;
}
