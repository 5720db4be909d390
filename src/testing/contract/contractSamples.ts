import type {
  PackRef,
  PackVersionRef,
  Page,
  ProfileAdapter,
  RequestContext,
  WriteContext,
} from '../../adapters/ProfileAdapter';
import { CORE_LAYER_KINDS, type LayerKind } from '../../model/layers';
import type { Pack, PackSummary } from '../../model/packs';
import type { NewProfile, ProfileLayer } from '../../model/profile';
import { BUILT_IN_PROVIDERS, DEFAULT_CLOUD_TYPE } from '../../model/providers';
import { check, isList } from '../check';

/** What the contract tries an adapter with. What is left out is looked for through the adapter. */
export interface ContractSample {
  /** @default `aws`, then the other built-in providers */
  readonly cloudType?: string | undefined;
  /** @default the core layers, lowest first */
  readonly layer?: LayerKind | undefined;
}

/** A pack that the adapter has, with one of its versions. */
export interface SamplePack {
  readonly summary: PackSummary;
  readonly pack: Pack;
  readonly ref: PackRef;
  readonly versionRef: PackVersionRef;
}

/** More pages than any test backend has: a list that goes on is one that never ends. */
const MOST_PAGES = 10_000;

let lastNumber = 0;

/** A context that nobody aborts. */
export function live(): RequestContext {
  return { signal: new AbortController().signal };
}

/** The same for a write, with an idempotency key of its own. */
export function liveWrite(): WriteContext {
  return { ...live(), idempotencyKey: unique('key') };
}

/** A context that was aborted before the call. */
export function aborted(): WriteContext {
  return { signal: AbortSignal.abort(), idempotencyKey: unique('key') };
}

/** A text that no run of the contract has used before, so that backends which keep things can be tested. */
export function unique(prefix: string): string {
  lastNumber += 1;
  const random = Math.floor(Math.random() * 2 ** 32).toString(36);
  return `${prefix}-${Date.now().toString(36)}-${random}-${lastNumber}`;
}

/** All items of a paged list. Fails on a list that never ends. */
export async function readAll<Item>(
  readPage: (cursor: string | null) => Promise<Page<Item>>,
  call: string,
): Promise<{ readonly items: readonly Item[]; readonly pages: readonly Page<Item>[] }> {
  const pages: Page<Item>[] = [];
  const seen = new Set<string>();
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await readPage(cursor);
    check(isList(page.items), `${call} must answer a page with a list of items.`);
    pages.push(page);
    cursor = page.nextCursor;
    if (cursor !== null) {
      check(!seen.has(cursor), `${call} gave the cursor "${cursor}" twice, so it never ends.`);
      seen.add(cursor);
    }
    check(pages.length < MOST_PAGES, `${call} did not end within ${MOST_PAGES} pages.`);
  } while (cursor !== null);
  return { items: pages.flatMap((page) => page.items), pages };
}

/** Finds a pack for every core layer it can. Fails when there is none at all. */
export async function findSamples(
  adapter: ProfileAdapter,
  sample: ContractSample,
): Promise<readonly [SamplePack, ...(readonly SamplePack[])]> {
  const registries = await adapter.listRegistries(live());
  const searchable = registries.filter((registry) => registry.isSearchable);
  const cloudTypes =
    sample.cloudType === undefined
      ? [DEFAULT_CLOUD_TYPE, ...BUILT_IN_PROVIDERS.map((provider) => provider.cloudType)]
      : [sample.cloudType];
  const layers = sample.layer === undefined ? CORE_LAYER_KINDS : [sample.layer];
  for (const cloudType of new Set(cloudTypes)) {
    const found: SamplePack[] = [];
    for (const layer of layers) {
      for (const registry of searchable) {
        const one = await findSample(adapter, { registryUid: registry.uid, layer, cloudType });
        if (one === null) continue;
        found.push(one);
        break;
      }
    }
    const [first, ...rest] = found;
    if (first !== undefined) return [first, ...rest];
  }
  throw new Error(
    `The contract needs a pack to work with, but no searchable registry has one for ${layers.join(', ')} ` +
      `on ${[...new Set(cloudTypes)].join(', ')}. Give the adapter some, or name a layer and cloud type in sample.`,
  );
}

async function findSample(
  adapter: ProfileAdapter,
  query: Omit<PackRef, 'name'>,
): Promise<SamplePack | null> {
  const page = await adapter.listPacks({ ...query, text: '', cursor: null }, live());
  const [summary] = page.items;
  if (summary === undefined) return null;
  const ref: PackRef = { ...query, name: summary.name };
  const pack = await adapter.getPack(ref, live());
  const row = pack.tags.find(({ tag, version }) => tag === version) ?? pack.tags[0];
  check(row !== undefined, `getPack answered "${summary.name}" without any version.`);
  return { summary, pack, ref, versionRef: { ...ref, packUid: row.packUid, version: row.version } };
}

/** A profile of the found packs that no backend has yet. `texts` are its values and manifests. */
export function newProfile(
  samples: readonly SamplePack[],
  cloudType: string,
  texts: { readonly values: string; readonly manifest: string },
): NewProfile {
  return {
    name: unique('contract'),
    version: '1.0.0',
    description: 'Made by the adapter contract; safe to delete.',
    type: 'infra',
    tags: [
      { key: 'made-by', value: 'contract' },
      { key: 'disposable', value: null },
    ],
    cloudType,
    layers: samples.map(({ summary, versionRef, pack }): ProfileLayer => {
      const row = pack.tags.find(({ packUid }) => packUid === versionRef.packUid);
      return {
        kind: summary.layer,
        registryUid: summary.registryUid,
        packName: summary.name,
        packDisplayName: summary.displayName,
        packType: summary.type,
        packUid: versionRef.packUid,
        tag: row?.tag ?? versionRef.version,
        version: versionRef.version,
        cloudTypes: summary.cloudTypes,
        values: texts.values,
        manifests: [{ name: 'contract-manifest', content: texts.manifest }],
      };
    }),
  };
}
