import { act, renderHook, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { PackVersionRef } from '../../src/adapters/ProfileAdapter';
import { useVersionRules, type UseVersionRulesOptions } from '../../src/hooks/useVersionRules';
import type { PackContent } from '../../src/model/packs';
import { ProfileError } from '../../src/model/ProfileError';
import {
  aContent,
  aListedPack,
  anAdapter,
  aTag,
  deferred,
  type Deferred,
} from '../support/fixtures';

const VERSIONS = ['1.5.0', '1.4.0', '1.3.0', '1.2.0', '1.1.0'];

function setup(options: Partial<UseVersionRulesOptions> = {}) {
  const answers = new Map<string, Deferred<PackContent>>();
  const getPackVersion = vi.fn(({ packUid }: PackVersionRef) => {
    const answer = deferred<PackContent>();
    answers.set(packUid, answer);
    return answer.promise;
  });
  const pack = aListedPack('calico', VERSIONS, {
    tags: [
      aTag('calico', '1.5.x', { version: '1.5.0', packUid: 'calico-1.5.0' }),
      ...VERSIONS.map((version) => aTag('calico', version)),
    ],
  });
  const props: UseVersionRulesOptions = {
    adapter: anAdapter({ getPackVersion }),
    pack,
    layer: 'cni',
    cloudType: 'aws',
    isWanted: true,
    ...options,
  };
  const hook = renderHook(useVersionRules, { initialProps: props });
  return {
    asked: () => getPackVersion.mock.calls.map(([{ packUid }]) => packUid),
    answer: (version: string) => {
      const packUid = `calico-${version}`;
      answers.get(packUid)?.resolve({
        ...aContent(packUid),
        dependencies: [{ packName: 'kubernetes', type: 'optional', minVersion: version }],
      });
    },
    settle: (packUid: string) => {
      answers.get(packUid)?.resolve(aContent(packUid));
    },
    fail: (version: string) => {
      answers.get(`calico-${version}`)?.reject(new ProfileError('forbidden', 'No.'));
    },
    known: () => [...hook.result.current.keys()].sort(),
    change: (changes: Partial<UseVersionRulesOptions>) => {
      hook.rerender({ ...props, ...changes });
    },
    rules: () => hook.result.current,
  };
}

describe('the rules of versions', () => {
  it('are not asked for before somebody looks', () => {
    const { asked, rules } = setup({ isWanted: false });
    expect(asked()).toEqual([]);
    expect(rules().size).toBe(0);
  });

  it('come a few at a time, each file once', async () => {
    const { asked, answer, known, rules } = setup();
    await waitFor(() => {
      expect(asked()).toEqual(['calico-1.5.0', 'calico-1.4.0', 'calico-1.3.0']);
    });
    answer('1.4.0');
    await waitFor(() => {
      expect(asked()).toHaveLength(4);
    });
    expect(known()).toEqual(['calico-1.4.0']);
    expect(rules().get('calico-1.4.0')).toEqual([
      { packName: 'kubernetes', type: 'optional', minVersion: '1.4.0' },
    ]);
    answer('1.5.0');
    await waitFor(() => {
      expect(asked()).toEqual(VERSIONS.map((version) => `calico-${version}`));
    });
  });

  it('stay unknown where they cannot be had, and the next are asked for', async () => {
    const { asked, fail, known } = setup();
    await waitFor(() => {
      expect(asked()).toHaveLength(3);
    });
    fail('1.5.0');
    await waitFor(() => {
      expect(asked()).toHaveLength(4);
    });
    expect(known()).toEqual([]);
  });

  it('of another pack are not those of the one before', async () => {
    const { asked, answer, settle, known, change } = setup();
    await waitFor(() => {
      expect(asked()).toHaveLength(3);
    });
    answer('1.5.0');
    await waitFor(() => {
      expect(known()).toEqual(['calico-1.5.0']);
    });
    change({ pack: aListedPack('cilium', ['9.0.0']) });
    expect(known()).toEqual([]);
    await waitFor(() => {
      expect(asked()).toContain('cilium-9.0.0');
    });
    settle('cilium-9.0.0');
    await waitFor(() => {
      expect(known()).toEqual(['cilium-9.0.0']);
    });
    // What comes late belongs to nobody any more.
    await act(async () => {
      answer('1.4.0');
      await Promise.resolve();
    });
    expect(known()).toEqual(['cilium-9.0.0']);
    expect(asked()).not.toContain('calico-1.1.0');
  });
});
