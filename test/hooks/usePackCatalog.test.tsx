import { act, renderHook, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { PackQuery, Page, ProfileAdapter } from '../../src/adapters/ProfileAdapter';
import { usePackCatalog, type UsePackCatalogOptions } from '../../src/hooks/usePackCatalog';
import type { PackSummary } from '../../src/model/packs';
import { ProfileError } from '../../src/model/ProfileError';
import {
  anAdapter,
  aPage,
  aSummary,
  deferred,
  OTHER_REGISTRY,
  REGISTRY,
  servePacks,
  type Deferred,
} from '../support/fixtures';

const PACKS = ['alpha', 'beta', 'gamma', 'delta', 'epsilon'].map((name) => aSummary(name));

function setup(
  listPacks: ProfileAdapter['listPacks'],
  options: Partial<UsePackCatalogOptions> = {},
) {
  const spy = vi.fn(listPacks);
  const base: UsePackCatalogOptions = {
    adapter: anAdapter({ listPacks: spy }),
    registryUid: REGISTRY,
    layer: 'os',
    cloudType: 'aws',
    delayMs: 0,
  };
  const hook = renderHook(usePackCatalog, { initialProps: { ...base, ...options } });
  return {
    spy,
    catalog: () => hook.result.current,
    names: () => hook.result.current.packs.map(({ name }) => name),
    change: (next: Partial<UsePackCatalogOptions>) => {
      hook.rerender({ ...base, ...options, ...next });
    },
    until: (check: () => void) => waitFor(check),
    ready: () =>
      waitFor(() => {
        expect(hook.result.current.status).toBe('ready');
      }),
  };
}

describe('a catalogue of several pages', () => {
  it('grows page by page, each pack once', async () => {
    const { catalog, names, ready, until } = setup(servePacks(PACKS, 2));
    expect(catalog()).toMatchObject({ status: 'loading', packs: [], matchCount: null });
    await ready();
    expect(names()).toEqual(['alpha', 'beta']);
    expect(catalog()).toMatchObject({ hasMore: true, totalCount: 5, matchCount: 5 });
    act(() => {
      catalog().loadMore();
      catalog().loadMore();
    });
    await until(() => {
      expect(names()).toEqual(['alpha', 'beta', 'gamma', 'delta']);
    });
    act(() => {
      catalog().loadMore();
    });
    await until(() => {
      expect(catalog().hasMore).toBe(false);
    });
    expect(names()).toHaveLength(5);
  });

  it('does not start a page over that is on its way', async () => {
    const { spy, catalog, ready, until } = setup(servePacks(PACKS, 2));
    await ready();
    const before = spy.mock.calls.length;
    act(() => {
      catalog().loadMore();
    });
    act(() => {
      catalog().loadMore();
    });
    await until(() => {
      expect(catalog().packs).toHaveLength(4);
    });
    expect(spy.mock.calls.length).toBe(before + 1);
  });

  it('names a pack once that two pages name, and stops at a cursor that repeats', async () => {
    const { catalog, names, ready, until } = setup(() =>
      Promise.resolve(aPage(PACKS.slice(0, 2), 'same')),
    );
    await ready();
    expect(catalog().totalCount).toBeNull();
    act(() => {
      catalog().loadMore();
    });
    await until(() => {
      expect(catalog().hasMore).toBe(false);
    });
    expect(names()).toEqual(['alpha', 'beta']);
  });

  it('keeps the pages there are when the next one fails, and goes on from there', async () => {
    let fails = true;
    const serve = servePacks(PACKS, 2);
    const { catalog, names, ready, until } = setup((query) =>
      query.cursor !== null && fails
        ? Promise.reject(new ProfileError('forbidden', 'No.'))
        : serve(query),
    );
    await ready();
    act(() => {
      catalog().loadMore();
    });
    await until(() => {
      expect(catalog().status).toBe('failed');
    });
    expect(names()).toEqual(['alpha', 'beta']);
    expect(catalog().error?.code).toBe('forbidden');
    fails = false;
    act(() => {
      catalog().retry();
    });
    await until(() => {
      expect(names()).toEqual(['alpha', 'beta', 'gamma', 'delta']);
    });
    expect(catalog()).toMatchObject({ status: 'ready', error: null });
  });
});

describe('a search', () => {
  it('runs here once all packs are known', async () => {
    const { spy, catalog, names, ready, change } = setup(servePacks(PACKS));
    await ready();
    const before = spy.mock.calls.length;
    change({ text: ' PACK E' });
    expect(names()).toEqual(['epsilon']);
    expect(catalog()).toMatchObject({ isSearching: false, matchCount: 1, totalCount: 5 });
    change({ text: 'lta' });
    expect(names()).toEqual(['delta']);
    change({ text: 'nothing' });
    expect(catalog()).toMatchObject({ packs: [], matchCount: 0, hasMore: false });
    expect(spy.mock.calls.length).toBe(before);
  });

  it('knows no count while the packs are on their way', () => {
    const { catalog } = setup(() => new Promise(() => undefined), { text: 'alpha' });
    expect(catalog()).toMatchObject({ status: 'loading', matchCount: null });
  });

  it('asks the backend while pages are missing, and shows what is known meanwhile', async () => {
    const { spy, catalog, names, ready, change, until } = setup(servePacks(PACKS, 2));
    await ready();
    change({ text: 'ta' });
    expect(names()).toEqual(['beta']);
    expect(catalog()).toMatchObject({ isSearching: true, matchCount: null });
    await until(() => {
      expect(catalog().isSearching).toBe(false);
    });
    expect(names()).toEqual(['beta', 'delta']);
    expect(catalog()).toMatchObject({ matchCount: 2, totalCount: 5, hasMore: false });
    expect(spy.mock.calls.map(([query]) => query.text)).toContain('ta');
    change({ text: '' });
    expect(names()).toEqual(['alpha', 'beta']);
  });

  it('shows the answer to the latest text, in whatever order answers come', async () => {
    const answers = new Map<string, Deferred<Page<PackSummary>>>();
    const { names, catalog, ready, change, until } = setup((query) => {
      if (query.text === '') return Promise.resolve(aPage(PACKS.slice(0, 1), 'more'));
      const answer = answers.get(query.text) ?? deferred<Page<PackSummary>>();
      answers.set(query.text, answer);
      return answer.promise;
    });
    await ready();
    for (const text of ['b', 'be']) {
      change({ text });
      await until(() => {
        expect(answers.has(text)).toBe(true);
      });
    }
    await act(async () => {
      answers.get('be')?.resolve(aPage([aSummary('beta')]));
      await answers.get('be')?.promise;
    });
    await until(() => {
      expect(names()).toEqual(['beta']);
    });
    await act(async () => {
      answers.get('b')?.resolve(aPage([aSummary('bravo')]));
      await answers.get('b')?.promise;
    });
    expect(names()).toEqual(['beta']);
    expect(catalog().isSearching).toBe(false);
  });

  it('that fails keeps what is known and can be tried again', async () => {
    let fails = true;
    const serve = servePacks(PACKS, 2);
    const { catalog, names, ready, change, until } = setup((query) =>
      query.text !== '' && fails ? Promise.reject(new Error('down')) : serve(query),
    );
    await ready();
    change({ text: 'ta' });
    await until(() => {
      expect(catalog()).toMatchObject({ status: 'failed', isSearching: false });
    });
    expect(names()).toEqual(['beta']);
    expect(catalog().error?.code).toBe('unknown');
    fails = false;
    act(() => {
      catalog().retry();
    });
    await until(() => {
      expect(names()).toEqual(['beta', 'delta']);
    });
    expect(catalog()).toMatchObject({ status: 'ready', error: null });
  });
});

describe('another registry', () => {
  it('is never shown answers of the one before', async () => {
    const answers = new Map<string, Deferred<Page<PackSummary>>>();
    const signals: AbortSignal[] = [];
    const listPacks = (query: PackQuery, { signal }: { readonly signal: AbortSignal }) => {
      if (query.registryUid === REGISTRY) signals.push(signal);
      const answer = answers.get(query.registryUid) ?? deferred<Page<PackSummary>>();
      answers.set(query.registryUid, answer);
      return answer.promise;
    };
    const { catalog, names, change, until } = setup(listPacks);
    change({ registryUid: OTHER_REGISTRY });
    expect(signals.every(({ aborted }) => aborted)).toBe(true);
    await act(async () => {
      answers.get(REGISTRY)?.resolve(aPage(PACKS));
      await answers.get(REGISTRY)?.promise;
    });
    expect(catalog()).toMatchObject({ status: 'loading', packs: [] });
    await act(async () => {
      answers
        .get(OTHER_REGISTRY)
        ?.resolve(aPage([aSummary('own', { registryUid: OTHER_REGISTRY })]));
      await answers.get(OTHER_REGISTRY)?.promise;
    });
    await until(() => {
      expect(names()).toEqual(['own']);
    });
  });

  it('that cannot be searched is asked nothing, not even on retry', () => {
    const { spy, catalog } = setup(servePacks(PACKS), { registryUid: null });
    act(() => {
      catalog().retry();
      catalog().loadMore();
    });
    expect(catalog()).toMatchObject({ status: 'idle', packs: [], totalCount: null });
    expect(spy).not.toHaveBeenCalled();
  });
});

describe('a catalogue that fails', () => {
  it('says so and is loaded on retry', async () => {
    let fails = true;
    const serve = servePacks(PACKS);
    const { catalog, names, until } = setup((query) =>
      fails ? Promise.reject(new ProfileError('unauthorized', 'Log in.')) : serve(query),
    );
    await until(() => {
      expect(catalog()).toMatchObject({ status: 'failed', packs: [], matchCount: null });
    });
    expect(catalog().error?.code).toBe('unauthorized');
    fails = false;
    act(() => {
      catalog().retry();
    });
    await until(() => {
      expect(names()).toHaveLength(5);
    });
  });

  it('that answers nonsense fails instead of crashing', async () => {
    const { catalog, until } = setup(() => Promise.resolve({ items: 'all' } as never));
    await until(() => {
      expect(catalog().status).toBe('failed');
    });
    expect(catalog().error?.code).toBe('unknown');
  });
});

describe('the filter for FIPS', () => {
  const FIPS = [
    aSummary('alpha', { isFips: true }),
    aSummary('beta', { isFips: false }),
    aSummary('gamma'),
  ];

  it('is there only where somebody can tell', async () => {
    const unknowing = setup(servePacks(PACKS));
    await unknowing.ready();
    expect(unknowing.catalog().canFilterFips).toBe(false);
    const telling = setup(servePacks(FIPS));
    await telling.ready();
    expect(telling.catalog().canFilterFips).toBe(true);
    const asked = setup(servePacks(PACKS), { knowsFips: true });
    await asked.ready();
    expect(asked.catalog().canFilterFips).toBe(true);
  });

  it('goes by the packs where the registry does not know', async () => {
    const { spy, catalog, names, ready } = setup(servePacks(FIPS), { fipsOnly: true });
    await ready();
    expect(names()).toEqual(['alpha']);
    expect(catalog()).toMatchObject({ matchCount: 1, totalCount: 3 });
    expect(spy.mock.calls[0]?.[0]).not.toHaveProperty('fipsOnly');
  });

  it('is left to a registry that knows', async () => {
    const { spy, names, ready, change, until } = setup(
      (query) => servePacks(query.fipsOnly === true ? [PACKS[1] ?? aSummary('')] : PACKS)(query),
      { knowsFips: true },
    );
    await ready();
    expect(names()).toHaveLength(5);
    change({ fipsOnly: true });
    await until(() => {
      expect(names()).toEqual(['beta']);
    });
    expect(spy).toHaveBeenLastCalledWith(
      expect.objectContaining({ fipsOnly: true }),
      expect.anything(),
    );
  });
});
