import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manifestTextId } from '../../src/model/layerStack';
import type { Profile } from '../../src/model/profile';
import { buildProfileLayers } from '../../src/model/profileDraft';
import {
  changedLayerIds,
  createProfileEditorState,
  isProfileChanged,
  reduceProfileEditor,
  type ProfileEditorEvent,
  type ProfileEditorState,
} from '../../src/model/profileEditor';
import { aPack, aProfile, aProfileLayer, providerNamed } from '../support/fixtures';
import { anyCommands } from '../support/stackEvents';

const OS = 'values/os/public/os-pack-1.0.0';
const profile = aProfile({
  layers: [
    aProfileLayer('os', { manifests: [{ name: 'm', content: 'kind: A\r\n', uid: 'uid-m' }] }),
    aProfileLayer('k8s'),
    aProfileLayer('cni', { packUid: null }),
    aProfileLayer('csi'),
    aProfileLayer('addon'),
    aProfileLayer('addon', { packName: 'second', packUid: 'second-1' }),
  ],
});
const start = createProfileEditorState(profile);
const reduceAll = (state: ProfileEditorState, ...events: readonly ProfileEditorEvent[]) =>
  events.reduce(reduceProfileEditor, state);
const typed = (text: string, textId = OS) => ({ type: 'textCommitted', textId, text }) as const;
const savedAs = (state: ProfileEditorState): Profile => ({
  ...state.profile,
  layers: buildProfileLayers(state.stack),
  modifiedAt: '2026-01-02T00:00:00.000Z',
});

describe('a saved profile that was opened', () => {
  it('is unchanged, also once the defaults are known, and would send what it was', () => {
    expect(isProfileChanged(start)).toBe(false);
    expect(buildProfileLayers(start.stack)).toEqual(profile.layers);
    const loaded = reduceProfileEditor(start, { type: 'valuesLoaded', textId: OS, base: 'other' });
    expect(isProfileChanged(loaded)).toBe(false);
    expect(buildProfileLayers(loaded.stack)).toEqual(profile.layers);
  });

  it('keeps several layers of one kind', () => {
    const odd = aProfile({
      layers: [aProfileLayer('os'), aProfileLayer('os', { packName: 'b', packUid: 'b' })],
    });
    const state = createProfileEditorState(odd);
    expect(buildProfileLayers(state.stack)).toEqual(odd.layers);
    expect(isProfileChanged(state)).toBe(false);
  });

  it.each<[string, readonly string[], ProfileEditorEvent]>([
    ['values', ['os'], typed('mine')],
    ['blanks at the end', [], typed('os: true\n\n')],
    ['blanks at the start', ['os'], typed(' os: true\n')],
    ['a pack', ['csi'], { type: 'packSelected', layerId: 'csi', pack: aPack('x') }],
    ['no pack', ['addon-2'], { type: 'packCleared', layerId: 'addon-2' }],
    [
      'a new manifest',
      ['k8s'],
      { type: 'manifestAdded', layerId: 'k8s', name: 'n', content: 'kind: B' },
    ],
    [
      'a renamed manifest',
      ['os'],
      { type: 'manifestRenamed', layerId: 'os', manifestId: 'manifest-1', name: 'n' },
    ],
    ['the text of a manifest', ['os'], typed('kind: A\nname: b\n', manifestTextId('manifest-1'))],
    ['no manifest', ['os'], { type: 'manifestRemoved', layerId: 'os', manifestId: 'manifest-1' }],
  ])('with %s changed differs in %j', (_, layerIds, event) => {
    expect(changedLayerIds(reduceProfileEditor(start, event))).toEqual(layerIds);
  });

  it('never changes its cloud type', () => {
    const event = { type: 'providerSelected', provider: providerNamed('azure') } as const;
    expect(reduceProfileEditor(start, event)).toBe(start);
  });

  it('is as it was after undo', () => {
    const changed = reduceAll(start, { type: 'packCleared', layerId: 'os' }, { type: 'undone' });
    expect(isProfileChanged(changed)).toBe(false);
  });
});

describe('an update', () => {
  const changed = reduceAll(start, typed('mine'), {
    type: 'manifestAdded',
    layerId: 'k8s',
    name: ' n ',
    content: 'kind: B',
  });
  const updated = savedAs(changed);

  it('that succeeded leaves nothing changed', () => {
    expect(changedLayerIds(changed)).toEqual(['os', 'k8s']);
    const saving = reduceProfileEditor(changed, { type: 'updateStarted' });
    expect(saving.update).toEqual({ phase: 'saving' });
    const saved = reduceProfileEditor(saving, { type: 'updateSucceeded', profile: updated });
    expect(saved.update).toEqual({ phase: 'saved' });
    expect(saved.profile).toBe(updated);
    expect(isProfileChanged(saved)).toBe(false);
    expect(saved.stack.texts).toBe(changed.stack.texts);
  });

  it('keeps what was typed while it was on its way', () => {
    const saved = reduceAll(changed, { type: 'updateStarted' }, typed('later'), {
      type: 'updateSucceeded',
      profile: updated,
    });
    expect(changedLayerIds(saved)).toEqual(['os']);
    expect(saved.stack.texts[OS]?.text).toBe('later');
  });

  it('gives new manifests the identity the server chose, also where undo goes', () => {
    const [os, k8s, ...rest] = updated.layers;
    if (os === undefined || k8s === undefined) throw new Error('There are six layers.');
    const named: Profile = {
      ...updated,
      layers: [
        os,
        { ...k8s, manifests: [{ name: 'n', content: 'kind: B', uid: 'uid-n' }] },
        ...rest,
      ],
    };
    const saved = reduceAll(
      changed,
      { type: 'manifestAdded', layerId: 'os', name: 'not sent', content: '' },
      { type: 'updateStarted' },
      { type: 'updateSucceeded', profile: named },
    );
    const uids = (state: ProfileEditorState) =>
      state.stack.layers.map(({ manifests }) => manifests.map(({ uid }) => uid));
    expect(uids(saved).slice(0, 2)).toEqual([['uid-m', undefined], ['uid-n']]);
    const undone = reduceProfileEditor(saved, { type: 'undone' });
    expect(uids(undone).slice(0, 2)).toEqual([['uid-m'], ['uid-n']]);
    expect(isProfileChanged(undone)).toBe(false);
  });

  it('that failed keeps everything', () => {
    const error = { code: 'conflict', retryable: false, serverMessage: null, field: null } as const;
    const state = reduceAll(changed, { type: 'updateStarted' }, { type: 'updateFailed', error });
    expect(state.update).toEqual({ phase: 'failed', error, mayBeOurs: false });
    expect(state.stack).toBe(changed.stack);
    expect(state.profile).toBe(profile);
  });

  it('is over with the next own change, not with defaults that arrive', () => {
    const saved = reduceProfileEditor(changed, { type: 'updateSucceeded', profile: updated });
    const loaded = reduceProfileEditor(saved, { type: 'valuesLoaded', textId: OS, base: 'd' });
    expect(loaded.update.phase).toBe('saved');
    expect(reduceProfileEditor(loaded, typed('again')).update.phase).toBe('idle');
  });
});

describe('discarding', () => {
  it('returns to what the backend has, and open editors learn of it', () => {
    const changed = reduceAll(
      start,
      { type: 'valuesLoaded', textId: OS, base: 'defaults' },
      typed('mine'),
      { type: 'packCleared', layerId: 'csi' },
      { type: 'discarded' },
    );
    expect(isProfileChanged(changed)).toBe(false);
    expect(buildProfileLayers(changed.stack)).toEqual(profile.layers);
    expect(changed.stack.past).toEqual([]);
    expect(changed.update).toEqual({ phase: 'idle' });
    expect(changed.stack.texts[OS]).toEqual({ text: 'os: true\n', base: 'defaults', revision: 1 });
    const untouched = 'values/k8s/public/k8s-pack-1.0.0';
    expect(changed.stack.texts[untouched]?.revision).toBe(0);
  });

  it('returns to the last update, not to the first profile', () => {
    const changed = reduceProfileEditor(start, typed('mine'));
    const discarded = reduceAll(
      changed,
      { type: 'updateSucceeded', profile: savedAs(changed) },
      typed('more'),
      { type: 'discarded' },
    );
    expect(discarded.stack.texts[OS]?.text).toBe('mine');
  });

  it('waits until the answer to an update is there', () => {
    const saving = reduceAll(start, typed('mine'), { type: 'updateStarted' });
    expect(reduceProfileEditor(saving, { type: 'discarded' })).toBe(saving);
  });
});

describe('any sequence', () => {
  it('property: stays JSON; saving what there is, and discarding, leave nothing changed', () => {
    fc.assert(
      fc.property(anyCommands, (commands) => {
        const state = commands.reduce(
          (now, command) => reduceProfileEditor(now, command.eventFor(now.stack)),
          start,
        );
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
        expect(isProfileChanged(reduceProfileEditor(state, { type: 'discarded' }))).toBe(false);
        if (state.stack.layers.some(({ pack }) => pack?.version == null)) return;
        const saved = reduceProfileEditor(state, {
          type: 'updateSucceeded',
          profile: savedAs(state),
        });
        expect(isProfileChanged(saved)).toBe(false);
      }),
    );
  });
});
