import type { NewProfile, ProfileLayer } from '../../model/profile';
import { fitsCloudType, joinProviders } from '../../model/providers';
import type { ProfileFinding, ProfileNameAnswer } from '../ProfileAdapter';
import type { Catalog } from './Catalog';
import { cloudTypesOf, type CatalogIndex } from './catalogIndex';

/** What `createProfile` would not accept, and what would go wrong on a cluster. */
export function checkNewProfile(
  profile: NewProfile,
  catalog: Catalog,
  index: CatalogIndex,
  nameAnswer: ProfileNameAnswer,
): readonly ProfileFinding[] {
  return [
    ...checkName(profile, nameAnswer),
    ...checkLayerKinds(profile, catalog),
    ...profile.layers.flatMap((layer) => checkLayer(layer, profile, index)),
  ];
}

function checkName(profile: NewProfile, answer: ProfileNameAnswer): readonly ProfileFinding[] {
  if (answer !== 'taken') return [];
  const message = `A profile named ${profile.name} with version ${profile.version} already exists.`;
  return [{ severity: 'error', code: 'NameTaken', message, field: 'name' }];
}

function checkLayerKinds(profile: NewProfile, catalog: Catalog): readonly ProfileFinding[] {
  if (profile.type === 'add-on') return [];
  const provider = joinProviders(catalog.providers ?? []).find(
    (one) => one.cloudType === profile.cloudType,
  );
  const present = new Set(profile.layers.map((layer) => layer.kind));
  return (provider?.layers ?? [])
    .filter((kind) => !present.has(kind))
    .map((kind) => ({
      severity: 'error',
      code: 'LayerMissing',
      message: `The profile has no ${kind} layer, which ${profile.cloudType} needs.`,
    }));
}

function checkLayer(
  layer: ProfileLayer,
  profile: NewProfile,
  index: CatalogIndex,
): readonly ProfileFinding[] {
  const { packName, registryUid } = layer;
  const finding = (
    severity: ProfileFinding['severity'],
    code: string,
    message: string,
  ): ProfileFinding => ({ severity, code, message, packName });

  const registry = index.findRegistry(registryUid);
  if (registry === null) {
    return [finding('error', 'RegistryUnknown', `There is no registry ${registryUid}.`)];
  }
  if (!registry.isSearchable) {
    const message = `${packName} cannot be checked: ${registry.name} is not synchronised.`;
    return [finding('info', 'PackUnchecked', message)];
  }
  const pack = index.findPack({ registryUid, name: packName, layer: layer.kind });
  const version = pack?.versions.find((one) => one.packUid === layer.packUid);
  const row = pack?.tags.find((one) => one.packUid === layer.packUid && one.tag === layer.tag);
  if (pack === null || version === undefined || row === undefined) {
    const message = `${registry.name} has no pack ${packName} ${layer.tag}.`;
    return [finding('error', 'PackUnknown', message)];
  }

  const findings: ProfileFinding[] = [];
  if (!fitsCloudType(cloudTypesOf(pack, row), profile.cloudType)) {
    const message = `${packName} ${layer.tag} is not made for ${profile.cloudType}.`;
    findings.push(finding('error', 'CloudTypeUnsupported', message));
  }
  const state = row.state ?? pack.state;
  if (state !== 'active') {
    findings.push(finding('warning', 'PackInactive', `${packName} ${layer.tag} is ${state}.`));
  }
  for (const { type, packName: other } of index.contentOf(version).dependencies) {
    const isThere = profile.layers.some((one) => one.packName === other);
    if (type === 'required' && !isThere) {
      findings.push(finding('error', 'DependencyMissing', `${packName} needs the pack ${other}.`));
    }
    if (type === 'notSupported' && isThere) {
      const message = `${packName} does not work with the pack ${other}.`;
      findings.push(finding('error', 'DependencyUnsupported', message));
    }
  }
  return findings;
}
