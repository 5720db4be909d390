import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProfileErrorInfo } from '../../src/model/ProfileError';
import { checkInfo, currentNameRefusal } from '../../src/model/infoChecks';
import {
  buildNewProfile,
  countCompleteLayers,
  countStepProblems,
  draftFromWizard,
  isReadyToSave,
} from '../../src/model/wizardContent';
import {
  createProfileWizardState,
  isLastLayer,
  reduceBySeverities,
  reduceProfileWizard,
} from '../../src/model/profileWizard';
import {
  WIZARD_STEP_IDS,
  type ProfileWizardEvent,
  type ProfileWizardState,
  type WizardStepId,
} from '../../src/model/wizardState';
import { CORE_LAYER_KINDS } from '../../src/model/layers';
import type { SeverityOverrides } from '../../src/model/severities';
import {
  aDraftLayer,
  anInfo,
  aPack,
  aVersion,
  providerNamed,
  SMALL_CLOUD,
} from '../support/fixtures';
import { anyCommands } from '../support/stackEvents';

const reduceAll = (state: ProfileWizardState, ...events: readonly ProfileWizardEvent[]) =>
  events.reduce(reduceProfileWizard, state);
const NEXT = { type: 'nextPressed' } as const;
const BACK = { type: 'backPressed' } as const;
const LAYERS = CORE_LAYER_KINDS.map((kind) => aDraftLayer(kind));

const empty = createProfileWizardState();
const complete = createProfileWizardState({ draft: { info: anInfo(), layers: LAYERS } });
const inReview = reduceAll(complete, NEXT, NEXT, NEXT);
const place = ({ stepId, activeLayerId }: ProfileWizardState) =>
  stepId === 'layers' ? `layers/${activeLayerId ?? 'stack'}` : stepId;

const started = (state: ProfileWizardState, requestId = 1) =>
  reduceProfileWizard(state, { type: 'saveStarted', requestId });
const error = (
  code: ProfileErrorInfo['code'],
  options: Partial<ProfileErrorInfo> = {},
): ProfileErrorInfo => ({ code, retryable: false, serverMessage: null, field: null, ...options });
const failed = (state: ProfileWizardState, info: ProfileErrorInfo, requestId = 1) =>
  reduceProfileWizard(state, { type: 'saveFailed', requestId, error: info });

function fill(state: ProfileWizardState, layerId: string): ProfileWizardState {
  return reduceAll(
    state,
    { type: 'packSelected', layerId, pack: aPack(`${layerId}-pack`) },
    { type: 'valuesLoaded', textId: `values/${layerId}/public/${layerId}-pack-1.0.0`, base: '' },
  );
}

describe('the start', () => {
  it('is basic information of an empty profile for AWS', () => {
    expect(empty).toMatchObject({
      stepId: 'info',
      visited: ['info'],
      activeLayerId: 'os',
      isStackReached: false,
      stack: { cloudType: 'aws' },
      save: { phase: 'idle' },
    });
    expect(empty.info.version).toBe('1.0.0');
    expect(createProfileWizardState({ type: 'cluster' }).info.type).toBe('cluster');
  });

  it('continues a draft at the first layer that is open, or at its stack', () => {
    expect(complete).toMatchObject({ activeLayerId: null, isStackReached: true });
    const half = createProfileWizardState({ draft: { layers: LAYERS.slice(0, 2) } });
    expect(half).toMatchObject({ activeLayerId: 'cni', isStackReached: false });
  });

  it('counts the steps before a later one as visited', () => {
    expect(createProfileWizardState({ stepId: 'layers' }).visited).toEqual([
      'info',
      'cloud',
      'layers',
    ]);
  });

  it('knows custom providers, and takes four layers for one it does not know', () => {
    const draft = { cloudType: SMALL_CLOUD.cloudType };
    const known = createProfileWizardState({ draft, providers: [SMALL_CLOUD] });
    expect(known.stack.layers.map(({ id }) => id)).toEqual(['os', 'k8s']);
    expect(createProfileWizardState({ draft }).stack.layers).toHaveLength(4);
  });
});

describe('moving on', () => {
  it('is refused with the faults shown, and every refusal counts', () => {
    const once = reduceProfileWizard(empty, NEXT);
    expect(once).toMatchObject({ stepId: 'info', refused: ['info'], refusalCount: 1 });
    expect(reduceProfileWizard(once, NEXT)).toMatchObject({ refused: ['info'], refusalCount: 2 });
  });

  it('hides the faults once they are gone', () => {
    const moved = reduceAll(empty, NEXT, { type: 'infoChanged', info: anInfo() }, NEXT);
    expect(moved).toMatchObject({ stepId: 'cloud', refused: [], refusalCount: 1 });
    expect(moved.visited).toEqual(['info', 'cloud']);
  });

  it('goes layer by layer, Confirm on the last, then the stack, then review', () => {
    let state = reduceAll(empty, { type: 'infoChanged', info: anInfo() }, NEXT, NEXT);
    const seen = [place(state)];
    for (const layerId of CORE_LAYER_KINDS) {
      expect(isLastLayer(state)).toBe(layerId === 'csi');
      const refused = reduceProfileWizard(state, NEXT);
      expect(place(refused)).toBe(place(state));
      expect(refused.refused).toEqual([layerId]);
      state = reduceProfileWizard(fill(refused, layerId), NEXT);
      expect(state.refused).toEqual([]);
      seen.push(place(state));
    }
    state = reduceProfileWizard(state, NEXT);
    expect([...seen, place(state)]).toEqual([
      'layers/os',
      'layers/k8s',
      'layers/cni',
      'layers/csi',
      'layers/stack',
      'review',
    ]);
    expect(countCompleteLayers(state.stack)).toBe(4);
    expect(reduceProfileWizard(state, NEXT)).toBe(state);
  });

  it('is refused at the stack for every layer at fault', () => {
    const state = reduceAll(
      complete,
      NEXT,
      NEXT,
      { type: 'packCleared', layerId: 'cni' },
      { type: 'packCleared', layerId: 'os' },
    );
    const refused = reduceProfileWizard(state, NEXT);
    expect(place(refused)).toBe('layers/stack');
    expect([...refused.refused].sort()).toEqual(['cni', 'layers', 'os']);
    expect(refused.refusalCount).toBe(1);
  });
});

describe('moving back', () => {
  it('goes through the same places the other way, and loses nothing', () => {
    let state = inReview;
    const seen: string[] = [];
    for (let count = 0; count < 8; count += 1) {
      state = reduceProfileWizard(state, BACK);
      seen.push(place(state));
    }
    expect(seen).toEqual([
      'layers/stack',
      'layers/csi',
      'layers/cni',
      'layers/k8s',
      'layers/os',
      'cloud',
      'info',
      'info',
    ]);
    expect(state.stack).toBe(inReview.stack);
    expect(state.info).toBe(inReview.info);
    expect(state.visited).toEqual(WIZARD_STEP_IDS);
  });

  it('on the first step changes nothing', () => {
    expect(reduceProfileWizard(empty, BACK)).toBe(empty);
  });

  it('from a layer leaves it unfinished and kept', () => {
    const atK8s = reduceAll(
      fill(createProfileWizardState({ draft: { info: anInfo() } }), 'os'),
      NEXT,
      NEXT,
      NEXT,
      { type: 'packSelected', layerId: 'k8s', pack: aPack('k', { version: null }) },
    );
    expect(place(atK8s)).toBe('layers/k8s');
    const back = reduceProfileWizard(atK8s, BACK);
    expect(place(back)).toBe('layers/os');
    expect(back.stack).toBe(atK8s.stack);
  });
});

describe('a layer opened from the stack', () => {
  const atStack = reduceAll(complete, NEXT, NEXT);
  const opened = reduceProfileWizard(atStack, { type: 'layerOpened', layerId: 'k8s' });

  it('returns to it by Confirm and by Back', () => {
    expect(place(opened)).toBe('layers/k8s');
    expect(isLastLayer(opened)).toBe(true);
    expect(place(reduceProfileWizard(opened, NEXT))).toBe('layers/stack');
    expect(place(reduceProfileWizard(opened, BACK))).toBe('layers/stack');
  });

  it('may be opened from review, too', () => {
    const fromReview = reduceProfileWizard(inReview, { type: 'layerOpened', layerId: 'os' });
    expect(place(fromReview)).toBe('layers/os');
    expect(place(reduceAll(fromReview, NEXT, NEXT))).toBe('review');
  });

  it('is refused while it lacks something', () => {
    const cleared = reduceProfileWizard(opened, { type: 'packCleared', layerId: 'k8s' });
    expect(place(reduceProfileWizard(cleared, NEXT))).toBe('layers/k8s');
  });

  it('changes nothing when it is open, unknown, or the step was never reached', () => {
    expect(reduceProfileWizard(opened, { type: 'layerOpened', layerId: 'k8s' })).toBe(opened);
    expect(reduceProfileWizard(opened, { type: 'layerOpened', layerId: 'x' })).toBe(opened);
    expect(reduceProfileWizard(atStack, { type: 'layerOpened', layerId: null })).toBe(atStack);
    expect(reduceProfileWizard(empty, { type: 'layerOpened', layerId: 'os' })).toBe(empty);
    expect(reduceProfileWizard(empty, { type: 'layerOpened', layerId: null })).toBe(empty);
  });
});

describe('steps', () => {
  it('can be returned to once visited, and only then', () => {
    expect(reduceProfileWizard(empty, { type: 'stepSelected', stepId: 'review' })).toBe(empty);
    expect(reduceProfileWizard(empty, { type: 'stepSelected', stepId: 'info' })).toBe(empty);
    const info = reduceProfileWizard(inReview, { type: 'stepSelected', stepId: 'info' });
    expect(info.stepId).toBe('info');
    expect(reduceProfileWizard(info, { type: 'stepSelected', stepId: 'review' }).stepId).toBe(
      'review',
    );
  });

  it('count their problems', () => {
    expect(countStepProblems(empty, 'info')).toEqual({ errors: 1, warnings: 0 });
    expect(countStepProblems(empty, 'layers')).toEqual({ errors: 4, warnings: 0 });
    expect(countStepProblems(empty, 'cloud')).toEqual({ errors: 0, warnings: 0 });
    expect(countStepProblems(complete, 'layers')).toEqual({ errors: 0, warnings: 0 });
  });
});

describe('another provider', () => {
  it('opens the first layer that now lacks something and forgets refusals of layers', () => {
    const awsOnly = aPack('k', { version: aVersion('k', '1', { cloudTypes: ['aws'] }) });
    const state = reduceAll(
      complete,
      NEXT,
      NEXT,
      { type: 'packSelected', layerId: 'k8s', pack: awsOnly },
      NEXT,
    );
    expect(state.refused).toEqual(['layers', 'k8s']);
    const changed = reduceProfileWizard(state, {
      type: 'providerSelected',
      provider: providerNamed('azure'),
    });
    expect(changed).toMatchObject({ activeLayerId: 'k8s', isStackReached: false, refused: [] });
  });

  it('never leaves a layer open that is gone', () => {
    const atCsi = createProfileWizardState({
      draft: { info: anInfo(), layers: LAYERS.slice(0, 3) },
      stepId: 'layers',
    });
    expect(place(atCsi)).toBe('layers/csi');
    const small = reduceProfileWizard(atCsi, { type: 'providerSelected', provider: SMALL_CLOUD });
    expect(place(small)).toBe('layers/stack');
    expect(place(reduceProfileWizard(small, { type: 'undone' }))).toBe('layers/csi');
  });
});

describe('a provider that is asked about', () => {
  const ask = { type: 'providerAsked', provider: providerNamed('vsphere') } as const;
  const atCloud = reduceAll(complete, NEXT, NEXT, NEXT, { type: 'stepSelected', stepId: 'cloud' });
  const asked = reduceAll(atCloud, ask);

  it('is to be answered before anything behind it is opened', () => {
    expect(asked).toMatchObject({ askedProvider: { cloudType: 'vsphere' } });
    for (const event of [
      NEXT,
      { type: 'stepSelected', stepId: 'review' },
      { type: 'layerOpened', layerId: 'os' },
    ] as const) {
      const refused = reduceAll(asked, event);
      expect(place(refused)).toBe('cloud');
      expect(refused.refused).toContain('cloud');
      expect(refused.refusalCount).toBe(asked.refusalCount + 1);
      expect(refused.askedProvider).toBe(asked.askedProvider);
      expect(refused.stack).toBe(asked.stack);
    }
  });

  it('is not forgotten on the way back, and leads back to where it is answered', () => {
    const back = reduceAll(asked, BACK);
    expect(place(back)).toBe('info');
    expect(countStepProblems(back, 'cloud').errors).toBe(1);
    expect(place(reduceAll(back, { type: 'stepSelected', stepId: 'review' }))).toBe('cloud');
    expect(reduceAll(back, NEXT).askedProvider).toBe(asked.askedProvider);
  });

  it('is answered by keeping or changing, and by coming to it another way', () => {
    const refused = reduceAll(asked, NEXT);
    const kept = reduceAll(refused, { type: 'providerAsked', provider: null });
    expect(kept).toMatchObject({ askedProvider: null, refused: [] });
    expect(place(reduceAll(kept, NEXT))).toBe('layers/stack');
    const changed = reduceAll(refused, {
      type: 'providerSelected',
      provider: providerNamed('vsphere'),
    });
    expect(changed).toMatchObject({ askedProvider: null, refused: [] });
    const undone = reduceAll(changed, { type: 'undone' }, ask, { type: 'redone' });
    expect(undone).toMatchObject({ askedProvider: null, stack: { cloudType: 'vsphere' } });
  });

  it('is another than the one that is chosen', () => {
    expect(reduceAll(atCloud, { type: 'providerAsked', provider: providerNamed('aws') })).toBe(
      atCloud,
    );
  });
});

describe('saving', () => {
  it('goes from started to saved, and what was sent is kept', () => {
    const profile = buildNewProfile(inReview);
    if (profile === null) throw new Error('The draft is complete.');
    const saving = started(inReview);
    expect(saving.save).toEqual({
      phase: 'saving',
      requestId: 1,
      name: 'edge',
      version: '1.0.0',
      mayExist: false,
    });
    const saved = reduceProfileWizard(saving, {
      type: 'saveSucceeded',
      requestId: 1,
      uid: 'u',
      profile,
    });
    expect(saved.save).toEqual({ phase: 'saved', uid: 'u', profile });
    expect(reduceProfileWizard(saved, { type: 'restarted', state: empty })).toBe(empty);
  });

  it('drops answers to other requests', () => {
    const profile = buildNewProfile(inReview);
    if (profile === null) throw new Error('The draft is complete.');
    const saving = started(inReview, 2);
    expect(failed(saving, error('unknown'), 1)).toBe(saving);
    const late = { type: 'saveSucceeded', requestId: 1, uid: 'u', profile } as const;
    expect(reduceProfileWizard(saving, late)).toBe(saving);
    expect(reduceProfileWizard(inReview, late)).toBe(inReview);
    expect(failed(inReview, error('unknown'))).toBe(inReview);
  });

  const saving = started(inReview);
  const saved: ProfileWizardState = {
    ...inReview,
    save: { phase: 'saved', uid: 'u', profile: buildNewProfile(inReview) ?? fail() },
  };

  it.each<ProfileWizardEvent>([
    NEXT,
    BACK,
    { type: 'stepSelected', stepId: 'info' },
    { type: 'layerOpened', layerId: 'os' },
    { type: 'layerOpened', layerId: null },
    { type: 'finishRefused' },
    { type: 'saveStarted', requestId: 9 },
  ])('and once saved nothing moves by $type', (event) => {
    expect(reduceProfileWizard(saving, event)).toBe(saving);
    expect(reduceProfileWizard(saved, event)).toBe(saved);
  });

  it('takes in what arrives meanwhile, and nothing once saved', () => {
    const textId = 'values/os/public/os-pack-1.0.0';
    const typed = { type: 'textCommitted', textId, text: 'late' } as const;
    expect(reduceProfileWizard(saving, typed).stack.texts[textId]?.text).toBe('late');
    expect(reduceProfileWizard(saved, typed)).toBe(saved);
    expect(reduceProfileWizard(saved, { type: 'packCleared', layerId: 'os' })).toBe(saved);
    expect(reduceProfileWizard(saved, { type: 'infoChanged', info: anInfo() })).toBe(saved);
  });

  it('that failed keeps everything and lets the user move and try again', () => {
    const state = failed(saving, error('forbidden', { serverMessage: 'No.' }));
    expect(state.save).toMatchObject({ phase: 'failed', mayExist: false });
    expect({ ...state, save: null }).toEqual({ ...inReview, save: null });
    expect(reduceProfileWizard(state, BACK).stepId).toBe('layers');
    expect(started(state, 2).save).toMatchObject({ phase: 'saving', requestId: 2 });
  });

  it.each([
    ['aborted', true],
    ['unavailable', true],
    ['unknown', true],
    ['unauthorized', false],
    ['forbidden', false],
    ['rate-limited', false],
    ['invalid', false],
  ] as const)('after %s the profile may exist: %s', (code, mayExist) => {
    const state = failed(saving, error(code));
    expect(state.save).toMatchObject({ phase: 'failed', mayExist });
    expect(started(state, 2).save).toMatchObject({ mayExist });
    const again = failed(started(state, 2), error('forbidden'), 2);
    expect(again.save).toMatchObject({ mayExist });
    const conflict = failed(started(state, 2), error('conflict'), 2);
    expect(conflict.nameRefusal).toMatchObject({ reason: 'taken', mayBeOurs: mayExist });
  });

  it('under another name starts without the doubt of the one before', () => {
    const lost = failed(saving, error('unavailable'));
    const renamed = reduceProfileWizard(lost, {
      type: 'infoChanged',
      info: anInfo({ name: 'other' }),
    });
    expect(started(renamed, 2).save).toMatchObject({ name: 'other', mayExist: false });
    const conflict = failed(started(renamed, 2), error('conflict'), 2);
    expect(conflict.nameRefusal).toMatchObject({ name: 'other', mayBeOurs: false });
    // Blanks make no other name.
    const blanks = reduceProfileWizard(lost, {
      type: 'infoChanged',
      info: anInfo({ name: ' edge ', version: ' 1.0.0' }),
    });
    expect(started(blanks, 2).save).toMatchObject({ name: 'edge', mayExist: true });
  });
});

function fail(): never {
  throw new Error('The draft is complete.');
}

describe('a name that is refused', () => {
  const conflict = failed(
    started(inReview),
    error('conflict', { serverMessage: 'edge 1.0.0 exists', field: 'version' }),
  );

  it('leads to basic information with everything kept', () => {
    expect(conflict).toMatchObject({
      stepId: 'info',
      refused: ['info'],
      refusalCount: 1,
      nameRefusal: {
        name: 'edge',
        version: '1.0.0',
        reason: 'taken',
        field: 'version',
        serverMessage: 'edge 1.0.0 exists',
        mayBeOurs: false,
      },
    });
    expect(conflict.stack).toBe(inReview.stack);
    expect(conflict.info).toBe(inReview.info);
    expect(conflict.visited).toEqual(WIZARD_STEP_IDS);
    expect(checkInfo(conflict)).toEqual([
      {
        code: 'name-taken',
        severity: 'error',
        message: null,
        field: 'version',
        refusal: conflict.nameRefusal,
      },
    ]);
    expect(isReadyToSave(conflict)).toBe(false);
    expect(buildNewProfile(conflict)).toBeNull();
    expect(reduceProfileWizard(conflict, NEXT)).toMatchObject({ stepId: 'info', refusalCount: 2 });
  });

  it.each([{ name: 'other' }, { version: '1.0.1' }])('is so no more with %j', (change) => {
    const changed = reduceProfileWizard(conflict, { type: 'infoChanged', info: anInfo(change) });
    expect(currentNameRefusal(changed)).toBeNull();
    expect(isReadyToSave(changed)).toBe(true);
    expect(reduceProfileWizard(changed, NEXT).stepId).toBe('cloud');
    const back = reduceProfileWizard(changed, { type: 'infoChanged', info: anInfo() });
    // The name may be free by now: the backend is asked again.
    expect(currentNameRefusal(back)).toBeNull();
  });

  it.each([{ name: ' edge ' }, { version: '' }, { description: 'x' }])(
    'stays so with %j',
    (change) => {
      const changed = reduceProfileWizard(conflict, { type: 'infoChanged', info: anInfo(change) });
      expect(currentNameRefusal(changed)).toBe(conflict.nameRefusal);
    },
  );

  it('is the one that was sent, whatever was typed meanwhile', () => {
    const typing = reduceProfileWizard(started(inReview), {
      type: 'infoChanged',
      info: anInfo({ name: 'typed while saving' }),
    });
    const refused = failed(typing, error('conflict'));
    expect(refused.nameRefusal).toMatchObject({ name: 'edge', version: '1.0.0' });
    expect(currentNameRefusal(refused)).toBeNull();
    expect(refused.info.name).toBe('typed while saving');
  });

  it('may be one the server finds invalid; other invalid answers stay in review', () => {
    const refused = failed(started(inReview), error('invalid', { field: 'name' }));
    expect(refused.nameRefusal).toMatchObject({ reason: 'invalid', field: 'name' });
    expect(checkInfo(refused)[0]?.code).toBe('name-refused');
    const other = failed(started(inReview), error('invalid'));
    expect(other).toMatchObject({ stepId: 'review', nameRefusal: null });
  });

  it('stays shown when the provider changes', () => {
    const changed = reduceProfileWizard(conflict, {
      type: 'providerSelected',
      provider: providerNamed('gcp'),
    });
    expect(changed.refused).toEqual(['info']);
  });
});

describe('the new profile', () => {
  it('is null while anything is missing', () => {
    expect(buildNewProfile(empty)).toBeNull();
    const without = (layers: typeof LAYERS) =>
      buildNewProfile(createProfileWizardState({ draft: { info: anInfo(), layers } }));
    expect(without(LAYERS.slice(1))).toBeNull();
    expect(without([aDraftLayer('os', { values: undefined }), ...LAYERS.slice(1)])).toBeNull();
    for (const info of [{ name: ' ' }, { version: 'v1' }, { tags: ['a:'] }]) {
      expect(
        buildNewProfile(
          createProfileWizardState({ draft: { info: anInfo(info), layers: LAYERS } }),
        ),
      ).toBeNull();
    }
  });

  it('holds identity trimmed and texts byte for byte', () => {
    const values = '# ü 🚀\r\na: 1\r\n\tb: no end';
    const content = '\uFEFFkind: A\r\n---\r\n';
    const state = createProfileWizardState({
      draft: {
        info: anInfo({
          name: ' edge ',
          version: ' 2.0.0 ',
          description: ' as typed\n',
          tags: ['team:a', 'word'],
        }),
        cloudType: 'maas',
        layers: [
          aDraftLayer('os', { values, manifests: [{ name: 'm', content, uid: 'u' }] }),
          ...LAYERS.slice(1),
        ],
      },
    });
    const profile = buildNewProfile(state);
    expect(profile).toMatchObject({
      name: 'edge',
      version: '2.0.0',
      description: ' as typed\n',
      cloudType: 'maas',
      tags: [
        { key: 'team', value: 'a' },
        { key: 'word', value: null },
      ],
    });
    expect(profile?.layers.map(({ kind }) => kind)).toEqual(CORE_LAYER_KINDS);
    expect(profile?.layers[0]).toMatchObject({
      values,
      manifests: [{ name: 'm', content, uid: 'u' }],
    });
  });

  it('as a draft starts the same flow again', () => {
    const draft = draftFromWizard(inReview);
    const again = createProfileWizardState({
      draft: JSON.parse(JSON.stringify(draft)) as typeof draft,
    });
    expect(buildNewProfile(again)).toEqual(buildNewProfile(inReview));
    expect(draftFromWizard(again)).toEqual(draft);
  });
});

describe('any sequence', () => {
  const stepId = fc.constantFrom<WizardStepId>(...WIZARD_STEP_IDS);
  const requestId = fc.integer({ min: 1, max: 3 });
  const move: fc.Arbitrary<ProfileWizardEvent> = fc.oneof(
    { weight: 4, arbitrary: fc.constant<ProfileWizardEvent>(NEXT) },
    { weight: 2, arbitrary: fc.constant<ProfileWizardEvent>(BACK) },
    stepId.map((step) => ({ type: 'stepSelected' as const, stepId: step })),
    fc
      .constantFrom('os', 'csi', 'unknown', null)
      .map((layerId) => ({ type: 'layerOpened' as const, layerId })),
    fc
      .constantFrom('edge', 'other', '')
      .map((name) => ({ type: 'infoChanged' as const, info: anInfo({ name }) })),
    fc.constant<ProfileWizardEvent>({ type: 'finishRefused' }),
    requestId.map((id) => ({ type: 'saveStarted' as const, requestId: id })),
    fc
      .record({
        requestId,
        error: fc.constantFrom(error('conflict'), error('unavailable'), error('forbidden')),
      })
      .map((rest) => ({ type: 'saveFailed' as const, ...rest })),
  );

  it('property: stays JSON, stands somewhere that exists, and never invents a reference', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), anyCommands, (moves, commands) => {
        let state = createProfileWizardState({
          draft: { info: anInfo(), layers: [...LAYERS, aDraftLayer('addon')] },
        });
        const step = (event: ProfileWizardEvent) => {
          const before = JSON.stringify(state);
          const next = reduceProfileWizard(state, event);
          expect(JSON.stringify(state)).toBe(before);
          if (event.type !== 'infoChanged' && JSON.stringify(next) === before) {
            expect(next).toBe(state);
          }
          expect(next.refusalCount).toBeGreaterThanOrEqual(state.refusalCount);
          if (state.save.phase === 'saving' && next.save === state.save) {
            expect(next.stepId).toBe(state.stepId);
          }
          state = next;
          expect(state.visited).toContain(state.stepId);
          const { activeLayerId, stack } = state;
          expect(
            activeLayerId === null || stack.layers.some(({ id }) => id === activeLayerId),
          ).toBe(true);
          if (state.stepId === 'layers' && activeLayerId === null) {
            expect(state.isStackReached || stack.layers.length === 0).toBe(true);
          }
          expect(buildNewProfile(state) !== null).toBe(isReadyToSave(state));
        };
        for (let at = 0; at < Math.max(moves.length, commands.length); at += 1) {
          const [event, command] = [moves[at], commands[at]];
          if (event !== undefined) step(event);
          if (command !== undefined) step(command.eventFor(state.stack));
        }
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }),
    );
  });
});

describe('the severities of a host', () => {
  const version = aVersion('cni-pack', '1.0.0', { cloudTypes: ['azure'] });
  const misfit = {
    info: anInfo(),
    layers: LAYERS.map((layer) =>
      layer.kind === 'cni' ? { ...layer, pack: aPack('cni-pack', { version }) } : layer,
    ),
  };
  const lowered = { 'cloud-type-mismatch': 'warning' } as const;
  const go = (state: ProfileWizardState, severities: SeverityOverrides) =>
    [NEXT, NEXT, NEXT].reduce(
      (before, event) => reduceBySeverities(before, event, severities),
      state,
    );

  it('let through what a host takes for a warning', () => {
    const strict = createProfileWizardState({ draft: misfit });
    expect(place(go(strict, {}))).toBe('layers/cni');
    expect(isReadyToSave(strict)).toBe(false);
    const state = createProfileWizardState({ draft: misfit, severities: lowered });
    expect(state.activeLayerId).toBeNull();
    expect(place(go(state, lowered))).toBe('review');
    expect(isReadyToSave(state, lowered)).toBe(true);
    expect(buildNewProfile(state, lowered)?.layers).toHaveLength(4);
    expect(countCompleteLayers(state.stack, lowered)).toBe(4);
    expect(countStepProblems(state, 'layers', lowered)).toEqual({ errors: 0, warnings: 1 });
  });

  it('stop at what a host takes for an error', () => {
    const raised = { 'manifest-empty': 'error' } as const;
    const layers = LAYERS.map((layer) =>
      layer.kind === 'os' ? { ...layer, manifests: [{ name: 'a', content: '' }] } : layer,
    );
    const state = createProfileWizardState({ draft: { info: anInfo(), layers } });
    expect(place(go(state, {}))).toBe('review');
    const stopped = go(state, raised);
    expect(place(stopped)).toBe('layers/stack');
    expect(stopped.refused).toEqual(['layers', 'os']);
    expect(buildNewProfile(state, raised)).toBeNull();
  });
});
