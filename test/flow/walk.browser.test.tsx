import { expect, it } from 'vitest';
import { openFlowPage, setUpFlowPages } from '../support/flowPage';
import { walk } from '../support/flowWalk';
import { smallCatalog } from '../support/smallCatalog';

setUpFlowPages();

it('goes through the whole flow without a fault, with one request that creates', async () => {
  const flow = openFlowPage({ catalog: smallCatalog() });
  for await (const point of walk(flow)) expect(point).not.toBe('');
  const writes = flow.calls.filter(({ method }) => /^(create|update)/.test(method));
  expect(writes.map(({ method }) => method)).toEqual(['createProfile', 'updateProfile']);
});
