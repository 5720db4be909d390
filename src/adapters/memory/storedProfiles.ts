import * as z from 'zod/mini';
import { VARIABLE_FORMATS, VARIABLE_INPUT_TYPES } from '../../model/variables';
import type { StoredProfiles } from './profileStore';

const layerKind = z.enum(['os', 'k8s', 'cni', 'csi', 'addon']);

const storedProfile = z.object({
  uid: z.string().check(z.minLength(1)),
  name: z.string(),
  version: z.string(),
  description: z.string(),
  type: z.enum(['infra', 'cluster', 'add-on']),
  tags: z.array(z.object({ key: z.string(), value: z.nullable(z.string()) })),
  cloudType: z.string(),
  layers: z.array(
    z.object({
      kind: layerKind,
      registryUid: z.string(),
      packName: z.string(),
      packDisplayName: z.string(),
      packType: z.enum(['spectro', 'oci', 'helm', 'manifest']),
      packUid: z.nullable(z.string()),
      tag: z.string(),
      version: z.string(),
      cloudTypes: z.array(z.string()),
      values: z.string(),
      manifests: z.array(
        z.object({ name: z.string(), content: z.string(), uid: z.optional(z.string()) }),
      ),
    }),
  ),
  variables: z.optional(
    z.array(
      z.object({
        name: z.string(),
        displayName: z.string(),
        description: z.string(),
        format: z.enum(VARIABLE_FORMATS),
        inputType: z.enum(VARIABLE_INPUT_TYPES),
        options: z.array(
          z.object({ value: z.string(), label: z.string(), description: z.string() }),
        ),
        regex: z.string(),
        isRequired: z.boolean(),
        defaultValue: z.string(),
        isSensitive: z.boolean(),
        isHidden: z.boolean(),
        isReadOnly: z.boolean(),
      }),
    ),
  ),
  isPublished: z.boolean(),
  modifiedAt: z.iso.datetime(),
});

const storedProfiles = z.object({
  format: z.literal(1),
  nextNumber: z.int().check(z.positive()),
  profiles: z.array(storedProfile),
});

/** The profiles that `writeStoredProfiles` wrote. Throws where the value is anything else. */
export function readStoredProfiles(value: unknown): StoredProfiles {
  const { nextNumber, profiles } = storedProfiles.parse(value);
  return { nextNumber, profiles };
}

/** As JSON, with the number of the format, so that a later version can tell. */
export function writeStoredProfiles(stored: StoredProfiles): unknown {
  return { format: 1, nextNumber: stored.nextNumber, profiles: stored.profiles };
}
