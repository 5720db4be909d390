import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { PackPreset } from '../../src/model/packs';
import { applyPreset, readEnabledPresets, readPresetStates } from '../../src/values';

/*
 * Numbers in titles are those of the catalogue of edge cases of presets:
 *  40 removing what is not there, and the last child   41 remove, then add the same path
 *  42 lists replace                                    43 comments of `add`
 *  44 edits under the paths of a preset                45 marker and text differ
 *  46 groups of one preset                             47 presets of another version
 *  48 commas and colons                                49 no presets
 */

function preset(group: string, name: string, remove: readonly string[], add: string): PackPreset {
  return { group, name, displayName: name, remove, add };
}

const base = `# Values of the pack
pack:
  namespace: "kube-system" # where it goes

charts:
  proxy:
    # How it is reached
    service: ClusterIP # or NodePort
    ports: [80, 443]
    tls:
      enabled: false
    # keep this
    log.level: info

  agent: {}
`;

const plain = preset('Access', 'plain', [], 'charts:\n  proxy:\n    service: NodePort\n');
const secure = preset(
  'Access',
  'secure',
  ['charts.proxy.tls', 'charts.nothing.here'],
  `charts:
  proxy:
    # Certificates come from the issuer
    tls:
      enabled: true
      issuer: letsencrypt # production
    ports:
      # only this one
      - 8443
`,
);
const agent = preset('Agent', 'on', [], 'charts:\n  agent:\n    enabled: true\n');
const presets = [plain, secure, agent];

function apply(text: string, group: string, name: string | null, all = presets, from = base) {
  return applyPreset({ text, base: from, presets: all, preset: { group, name } });
}

describe('applyPreset', () => {
  it('changes the lines it must, and the marker goes in as the first line', () => {
    const { text, overwritten, problem } = apply(base, 'Access', 'plain');
    expect(text).toBe(
      `# spectrocloud.com/enabled-presets: Access:plain\n${base.replace('service: ClusterIP #', 'service: NodePort #')}`,
    );
    expect({ overwritten, problem }).toEqual({ overwritten: [], problem: null });
  });

  it('40: passes over paths to remove that are not there', () => {
    const lost = preset('G', 'p', ['charts.proxy.none', 'pack.content', 'x.y.z'], '');
    expect(apply(base, 'G', 'p', [lost]).text).toBe(
      `# spectrocloud.com/enabled-presets: G:p\n${base}`,
    );
  });

  it('40: leaves an empty map where the last child goes', () => {
    const emptying = preset('G', 'p', ['charts.proxy.tls.enabled'], '');
    const { text } = apply(base, 'G', 'p', [emptying]);
    expect(text).toContain('    tls: {}\n    # keep this\n');
    expect(text.split('\n')).toHaveLength(base.split('\n').length);
  });

  it('41, 42, 43: replaces in place what it removes and adds, lists too, with its comments', () => {
    const { text } = apply(base, 'Access', 'secure');
    expect(text).toBe(`# spectrocloud.com/enabled-presets: Access:secure
# Values of the pack
pack:
  namespace: "kube-system" # where it goes

charts:
  proxy:
    # How it is reached
    service: ClusterIP # or NodePort
    ports:
      # only this one
      - 8443
    # Certificates come from the issuer
    tls:
      enabled: true
      issuer: letsencrypt # production
    # keep this
    log.level: info

  agent: {}
`);
  });

  it('undoes the preset before, and applying twice is applying once', () => {
    const first = apply(base, 'Access', 'secure').text;
    const second = apply(first, 'Access', 'plain');
    expect(second.text).toBe(apply(base, 'Access', 'plain').text);
    expect(apply(second.text, 'Access', 'plain').text).toBe(second.text);
    expect(apply(second.text, 'Access', 'secure').text).toBe(first);
  });

  it('lets presets of several groups stand beside each other, in the order of the pack', () => {
    const both = apply(apply(base, 'Agent', 'on').text, 'Access', 'plain').text;
    expect(readEnabledPresets(both)).toEqual([
      { group: 'Access', name: 'plain' },
      { group: 'Agent', name: 'on' },
    ]);
    expect(both).toBe(apply(apply(base, 'Access', 'plain').text, 'Agent', 'on').text);
    expect(both).toContain('  agent:\n    enabled: true\n');
    expect(apply(both, 'Agent', null).text).toBe(apply(base, 'Access', 'plain').text);
  });

  it('46: switches a group of one preset off again', () => {
    const on = apply(base, 'Agent', 'on').text;
    expect(apply(on, 'Agent', null).text).toBe(base);
    expect(apply(base, 'Agent', null).text).toBe(base);
  });

  it('46: keeps an empty marker where the defaults have one', () => {
    const marked = `# spectrocloud.com/enabled-presets: Agent:on\n${base}`;
    const off = apply(marked, 'Agent', null, presets, marked).text;
    expect(off).toBe(`# spectrocloud.com/enabled-presets:\n${base}`);
    expect(apply(off, 'Agent', 'on', presets, marked).text).toBe(marked);
  });

  it('takes presets that the defaults have on as the defaults say them', () => {
    const marked = `# spectrocloud.com/enabled-presets: Access:secure\n${base}`;
    expect(apply(marked, 'Access', 'secure', presets, marked).text).toBe(marked);
    const other = apply(marked, 'Access', 'plain', presets, marked).text;
    expect(other).toContain('service: NodePort');
    expect(apply(other, 'Access', 'secure', presets, marked).text).toBe(marked);
  });

  it('24: rewrites the marker where it stands, in the comments at the head', () => {
    const marked = `# A head\n# spectrocloud.com/enabled-presets: Other:x,Access:plain\n${base}`;
    const { text } = apply(marked, 'Access', 'secure', presets, marked);
    expect(text.split('\n').slice(0, 3)).toEqual([
      '# A head',
      '# spectrocloud.com/enabled-presets: Other:x,Access:secure',
      '# Values of the pack',
    ]);
    expect(text.match(/enabled-presets/g)).toHaveLength(1);
  });

  describe('44: a text with edits', () => {
    const on = apply(base, 'Access', 'secure').text;

    it('keeps edits elsewhere byte for byte', () => {
      const edited = on
        .replace('"kube-system" # where', "'mine'    # where I")
        .replace('    log.level: info\n', '    log.level: debug # for now\n    extra: [1,2]\n');
      const { text, overwritten } = apply(edited, 'Access', 'plain');
      expect(overwritten).toEqual([]);
      expect(text).toBe(
        apply(base, 'Access', 'plain')
          .text.replace('"kube-system" # where', "'mine'    # where I")
          .replace('    log.level: info\n', '    log.level: debug # for now\n    extra: [1,2]\n'),
      );
    });

    it('lists what was edited under the paths that go', () => {
      const edited = on
        .replace(
          'issuer: letsencrypt # production',
          'issuer: my-own # production\n      renew: 30d',
        )
        .replace('      - 8443\n', '      - 9443\n      - 9444\n');
      const { text, overwritten } = apply(edited, 'Access', 'plain');
      expect(overwritten).toEqual([
        { path: ['charts', 'proxy', 'tls', 'issuer'], value: 'my-own' },
        { path: ['charts', 'proxy', 'tls', 'renew'], value: '30d' },
        { path: ['charts', 'proxy', 'ports'], value: '# only this one\n- 9443\n- 9444' },
      ]);
      expect(text).toBe(apply(base, 'Access', 'plain').text);
    });

    it('lists comments that were written there, and values that were taken out', () => {
      const commented = on.replace('enabled: true\n', 'enabled: true # do not touch\n');
      expect(apply(commented, 'Access', null).overwritten).toEqual([
        { path: ['charts', 'proxy', 'tls', 'enabled'], value: 'true' },
      ]);
      const without = on.replace('    ports:\n      # only this one\n      - 8443\n', '');
      expect(apply(without, 'Access', null).overwritten).toEqual([
        { path: ['charts', 'proxy', 'ports'], value: '' },
      ]);
    });

    it('asks about edits of the defaults that the new preset sets', () => {
      const edited = base.replace('ClusterIP', 'LoadBalancer');
      const { text, overwritten } = apply(edited, 'Access', 'plain');
      expect(overwritten).toEqual([
        { path: ['charts', 'proxy', 'service'], value: 'LoadBalancer' },
      ]);
      expect(parse(text)).toMatchObject({ charts: { proxy: { service: 'NodePort' } } });
    });

    it('does not ask where the user wrote what the preset says', () => {
      const edited = base.replace('ClusterIP', 'NodePort').replace('info', 'debug');
      expect(apply(edited, 'Access', 'plain').overwritten).toEqual([]);
    });

    it('does not bring back a map that the user took out', () => {
      const edited = `# spectrocloud.com/enabled-presets: Access:plain\npack:\n  namespace: a\ncharts: {}\n`;
      const { text } = apply(edited, 'Access', null);
      expect(text).toBe('pack:\n  namespace: a\ncharts: {}\n');
    });

    it('keeps what the user added within a map of the preset', () => {
      const all = [preset('G', 'p', [], 'charts:\n  mine:\n    a: 1\n')];
      const edited = apply(base, 'G', 'p', all).text.replace('    a: 1\n', '    a: 1\n    b: 2\n');
      expect(apply(edited, 'G', null, all).text).toBe(
        base.replace('  agent: {}\n', '  agent: {}\n  mine:\n    b: 2\n'),
      );
    });
  });

  it('45: works on the values that are there where the marker says more', () => {
    const marked = `# spectrocloud.com/enabled-presets: Access:secure\n${base}`;
    const { text, overwritten } = apply(marked, 'Access', 'plain');
    expect(overwritten).toEqual([]);
    expect(text).toBe(apply(base, 'Access', 'plain').text);
  });

  it('47: leaves a preset that the pack does not have any more, until another of its group', () => {
    const old = `# spectrocloud.com/enabled-presets: Access:legacy,Gone:x\n${base}`;
    const { text } = apply(old, 'Agent', 'on');
    expect(readEnabledPresets(text)).toContainEqual({ group: 'Access', name: 'legacy' });
    const next = apply(text, 'Access', 'plain').text;
    expect(readEnabledPresets(next).map(({ name }) => name)).toEqual(['plain', 'x', 'on']);
    expect(apply(old, 'Access', null).text).toBe(
      `# spectrocloud.com/enabled-presets: Gone:x\n${base}`,
    );
  });

  it('47: says so when a preset is not known', () => {
    expect(apply(base, 'Access', 'none')).toEqual({
      text: base,
      overwritten: [],
      problem: 'preset-unknown',
    });
  });

  it.each([
    ['A, B', 'x'],
    ['A:B', 'x'],
    ['A', 'x,y'],
    [' A', 'x'],
    ['A', ''],
    ['A', 'x\ny: 1'],
  ])('48: refuses the group %j with the name %j', (group, name) => {
    const odd = [preset(group, name, [], 'a: 1\n')];
    expect(apply(base, group, name, odd)).toEqual({
      text: base,
      overwritten: [],
      problem: 'preset-name-unfit',
    });
  });

  it('48: takes a colon in a name, as the first one separates', () => {
    const { text } = apply(base, 'A', 'x:y', [preset('A', 'x:y', [], 'a: 1\n')]);
    expect(readEnabledPresets(text)).toEqual([{ group: 'A', name: 'x:y' }]);
  });

  it('49: has nothing to apply where there are no presets', () => {
    expect(apply(base, 'Access', 'plain', []).problem).toBe('preset-unknown');
    expect(apply(base, 'Access', null, []).text).toBe(base);
    expect(readPresetStates({ text: base, base, presets: [] })).toEqual([]);
  });

  it.each([
    ['text-unreadable', 'a: [1\n', base, presets],
    ['text-unreadable', '- a\n- b\n', base, presets],
    ['base-unreadable', base, 'a: [1\n', presets],
    ['preset-unreadable', base, base, [preset('Access', 'plain', [], 'a: b: c\n')]],
    ['preset-unreadable', base, base, [preset('Access', 'plain', [], '- a list\n')]],
  ] as const)('says %s and changes nothing', (problem, text, from, all) => {
    expect(apply(text, 'Access', 'plain', [...all], from)).toEqual({
      text,
      overwritten: [],
      problem,
    });
  });

  it('29: refuses to take out what is repeated elsewhere, and does not expand it', () => {
    const anchored = 'a: &x\n  b: 1\nc: *x\n';
    const removing = [preset('G', 'p', ['a'], '')];
    const edited = `${anchored}d: 2\n`;
    expect(apply(edited, 'G', 'p', removing, anchored).problem).toBe('anchor-in-use');
    const adding = [preset('G', 'p', [], 'e: 3\n')];
    expect(apply(edited, 'G', 'p', adding, anchored).text).toBe(
      `# spectrocloud.com/enabled-presets: G:p\n${edited}e: 3\n`,
    );
  });

  it('never writes to prototypes', () => {
    const odd = [preset('G', 'p', ['__proto__', 'constructor.name'], '__proto__:\n  x: 1\n')];
    const { text } = apply(base, 'G', 'p', odd);
    expect(text).toContain('__proto__:\n  x: 1\n');
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

describe('readPresetStates', () => {
  const on = apply(apply(base, 'Access', 'secure').text, 'Agent', 'on').text;
  const states = (text: string) =>
    readPresetStates({ text, base, presets }).map(({ name, isKnown, isModified }) => [
      name,
      isKnown,
      isModified,
    ]);

  it('tells presets that the text still says', () => {
    expect(states(on)).toEqual([
      ['secure', true, false],
      ['on', true, false],
    ]);
    expect(states(on.replace('info', 'debug').replace('- 8443', '- 8443 # fine'))[0]).toEqual([
      'secure',
      true,
      false,
    ]);
  });

  it('45: tells those whose values were changed, added to or taken out', () => {
    for (const edited of [
      on.replace('- 8443', '- 443'),
      on.replace('issuer: letsencrypt', 'issuer: mine'),
      on.replace('      issuer: letsencrypt # production\n', ''),
      on.replace('      issuer', '      renew: 1d\n      issuer'),
    ]) {
      expect(states(edited)).toEqual([
        ['secure', true, true],
        ['on', true, false],
      ]);
    }
  });

  it('47: tells those that the pack does not have', () => {
    const text = `# spectrocloud.com/enabled-presets: Access:legacy\n${base}`;
    expect(states(text)).toEqual([['legacy', false, false]]);
  });

  it('does not judge a text that cannot be read', () => {
    expect(states(`${on}\n  - : [`)).toEqual([
      ['secure', true, false],
      ['on', true, false],
    ]);
  });
});
