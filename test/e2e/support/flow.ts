import type { Page } from 'playwright';
import type { Profile } from '../../../src/model/profile';
import type { PackRef } from '../../../src/adapters/ProfileAdapter';
import type { EndToEndWindow } from '../../../stories/EndToEnd.stories';

/** The portal whose backend the page shows to tests. */
export const END_TO_END_STORY = 'flow-end-to-end--given-catalog';

/** The profiles of the page's backend, newest first, read through the adapter. */
export function readProfiles(page: Page): Promise<readonly Profile[]> {
  return page.evaluate(async () => {
    const adapter = (window as EndToEndWindow).cpbTestAdapter;
    const context = { signal: new AbortController().signal };
    const list = await adapter?.listProfiles?.({ text: '', cursor: null }, context);
    return Promise.all((list?.items ?? []).map(({ uid }) => adapter!.getProfile!(uid, context)));
  });
}

/** The default values of a version, as the backend has them. */
export function readDefaults(page: Page, pack: PackRef & { version: string }): Promise<string> {
  return page.evaluate(async (ref) => {
    const adapter = (window as EndToEndWindow).cpbTestAdapter!;
    const context = { signal: new AbortController().signal };
    const { tags } = await adapter.getPack(ref, context);
    const tag = tags.find((row) => row.tag === ref.version);
    if (tag === undefined) throw new Error(`${ref.name} has no version ${ref.version}.`);
    const { packUid, version } = tag;
    return (await adapter.getPackVersion({ ...ref, packUid, version }, context)).values;
  }, pack);
}

/** How often the page has called a method of its backend. */
export function countCalls(page: Page, method: string): Promise<number> {
  return page.evaluate(
    (name) =>
      (window as EndToEndWindow).cpbTestCalls?.filter((call) => call.method === name).length ?? 0,
    method,
  );
}

/** What has the focus as assistive technology is told: `role "name"`, or nothing. */
export async function focused(page: Page): Promise<string> {
  const element = page.locator(':focus');
  if ((await element.count()) === 0) return '';
  const [line = ''] = (await element.ariaSnapshot()).split('\n');
  return /^- '?(\w+(?: "[^"]*")?)/.exec(line)?.[1] ?? line;
}
