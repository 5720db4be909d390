import { describe, expect, it } from 'vitest';
import { isPackOffered, isVersionOffered, offerRefusal } from '../../src/model/packOffer';
import type { PackState } from '../../src/model/packs';

const rules = { cloudType: 'aws', allowsDeprecated: false, isPackInUse: false };
const pack = (state: PackState, cloudTypes: readonly string[] = ['aws']) => ({ state, cloudTypes });

describe('what is offered', () => {
  it('are active packs, and deprecated ones where the host says so', () => {
    expect(isPackOffered('active', false)).toBe(true);
    expect(isPackOffered('deprecated', false)).toBe(false);
    expect(isPackOffered('deprecated', true)).toBe(true);
    expect(isPackOffered('disabled', true)).toBe(false);
  });

  it('are versions that still work', () => {
    expect(isVersionOffered({})).toBe(true);
    expect(isVersionOffered({ state: 'deprecated' })).toBe(true);
    expect(isVersionOffered({ state: 'disabled' })).toBe(false);
    expect(isVersionOffered({ state: 'deleted' })).toBe(false);
  });
});

describe('a version is refused', () => {
  it('for nothing where nothing is against it', () => {
    expect(offerRefusal(pack('active'), {}, rules)).toBeNull();
    expect(offerRefusal(pack('active'), { state: 'deprecated' }, rules)).toBeNull();
  });

  it('for the cloud it does not work on, its own before that of its pack', () => {
    expect(offerRefusal(pack('active', ['gcp']), {}, rules)).toEqual({ of: 'cloud' });
    expect(offerRefusal(pack('active'), { cloudTypes: ['gcp'] }, rules)).toEqual({ of: 'cloud' });
    expect(offerRefusal(pack('active', ['gcp']), { cloudTypes: ['all'] }, rules)).toBeNull();
  });

  it('for the state of its pack, unless the layer has the pack already', () => {
    expect(offerRefusal(pack('deprecated'), {}, rules)).toEqual({
      of: 'pack',
      state: 'deprecated',
    });
    expect(offerRefusal(pack('deprecated'), {}, { ...rules, allowsDeprecated: true })).toBeNull();
    expect(offerRefusal(pack('disabled'), {}, { ...rules, allowsDeprecated: true })).toEqual({
      of: 'pack',
      state: 'disabled',
    });
    expect(offerRefusal(pack('deprecated'), {}, { ...rules, isPackInUse: true })).toBeNull();
  });

  it('for its own state, even where the layer has the pack already', () => {
    expect(
      offerRefusal(pack('active'), { state: 'deleted' }, { ...rules, isPackInUse: true }),
    ).toEqual({ of: 'version', state: 'deleted' });
  });
});
