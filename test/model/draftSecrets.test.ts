import { describe, expect, it } from 'vitest';
import { createStackFromDraft, draftLayers, type ProfileDraft } from '../../src/model/profileDraft';
import { createProfileWizardState, reduceProfileWizard } from '../../src/model/profileWizard';
import { draftFromWizard } from '../../src/model/wizardContent';
import type { ProfileWizardEvent } from '../../src/model/wizardState';
import { checkVariables } from '../../src/model/variableChecks';
import { createVariable } from '../../src/model/variables';
import { checkValues } from '../../src/values/checkValues';
import { aDraftLayer, aPack, anInfo, providerNamed } from '../support/fixtures';

const textId = 'values/os/public/os-pack-1.0.0';
const SECRET = 'hunter2';
const base = 'user: admin\nauth:\n  password: welcome\n';
const typed = `user: root\nauth:\n  password: ${SECRET} # mine\n`;
const loaded = { type: 'valuesLoaded', textId, base, secretPaths: ['auth.password'] } as const;

/** Whatever happened, through JSON as a storage has it. */
function draftAfter(
  draft: Partial<ProfileDraft>,
  ...events: readonly ProfileWizardEvent[]
): ProfileDraft {
  const state = events.reduce(
    reduceProfileWizard,
    createProfileWizardState({ draft: { info: anInfo(), ...draft } }),
  );
  return JSON.parse(JSON.stringify(draftFromWizard(state))) as ProfileDraft;
}

const osLayer = (options: Parameters<typeof aDraftLayer>[1]) => ({
  layers: [aDraftLayer('os', options)],
});

describe('a draft has no secret', () => {
  it('of the values: what was typed where the rules name a password', () => {
    const draft = draftAfter(osLayer({ values: undefined }), loaded, {
      type: 'textCommitted',
      textId,
      text: typed,
    });
    expect(draft.layers[0]?.values).toBe('user: root\nauth:\n  password: "********"\n');
    expect(JSON.stringify(draft)).not.toContain(SECRET);
  });

  it('and keeps the pack’s own password, which nobody typed', () => {
    const text = base.replace('admin', 'root');
    const draft = draftAfter(osLayer({ values: undefined }), loaded, {
      type: 'textCommitted',
      textId,
      text,
    });
    expect(draft.layers[0]?.values).toBe(text);
  });

  it('while the rules are not loaded again: it remembers where secrets are', () => {
    const first = draftAfter(osLayer({ values: undefined }), loaded, {
      type: 'textCommitted',
      textId,
      text: typed,
    });
    const second = draftAfter(first, { type: 'textCommitted', textId, text: typed });
    expect(second.layers[0]).toMatchObject({ secretPaths: ['auth.password'] });
    expect(JSON.stringify(second)).not.toContain(SECRET);
  });

  it('while they were never loaded: then it goes by the keys', () => {
    expect(JSON.stringify(draftAfter(osLayer({ values: typed })))).not.toContain(SECRET);
    const typedPack = osLayer({ values: typed, pack: aPack('mine', { isTyped: true }) });
    expect(draftAfter(typedPack).layers[0]?.values).toBe(typed);
  });

  it('that the rules name later, when the same defaults are loaded', () => {
    const { secretPaths, ...without } = loaded;
    const text = typed.replace('auth', 'other').replace('password', 'pin');
    const draft = draftAfter(osLayer({ values: text }), without, {
      ...without,
      secretPaths: [...secretPaths, 'other.pin'],
    });
    expect(JSON.stringify(draft)).not.toContain(SECRET);
  });

  it('of the variables', () => {
    const variables = [
      { ...createVariable('open'), defaultValue: 'shown' },
      { ...createVariable('masked'), isSensitive: true, defaultValue: SECRET },
      { ...createVariable('none'), isSensitive: true },
    ];
    expect(draftAfter({ variables }).variables?.map(({ defaultValue }) => defaultValue)).toEqual([
      'shown',
      '********',
      '',
    ]);
  });
});

describe('a draft that is given back', () => {
  it('shows an error where each secret is to be entered again', () => {
    const secret = { ...createVariable('masked'), isSensitive: true, defaultValue: SECRET };
    const draft = draftAfter({ ...osLayer({ values: typed }), variables: [secret] }, loaded);
    const [layer] = draftLayers(createStackFromDraft(providerNamed('aws'), draft.layers));
    const text = layer?.values ?? '';
    const context = { schema: [], variables: [], macros: null, packs: {}, cloudType: 'aws' };
    expect(checkValues(text, context)).toMatchObject([
      { code: 'secret-masked', severity: 'error', path: ['auth', 'password'] },
    ]);
    expect(checkVariables(draft.variables ?? [])).toMatchObject([
      { code: 'default-masked', severity: 'error', variableName: 'masked' },
    ]);
  });
});
