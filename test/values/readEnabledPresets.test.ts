import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEnabledPresets } from '../../src/values/readEnabledPresets';

const MARKER = '# spectrocloud.com/enabled-presets:';
const SHARED = fileURLToPath(new URL('../../../shared', import.meta.url));

/** `Group=name` for each entry. */
function read(text: string): string {
  return readEnabledPresets(text)
    .map(({ group, name }) => `${group}=${name}`)
    .join(' | ');
}

describe('readEnabledPresets', () => {
  it('reads groups and names with spaces', () => {
    const text =
      `${MARKER} Kube Controller Manager:loopback-ctrlmgr,Kube Scheduler:loopback-scheduler\n` +
      'pack:\n';
    expect(readEnabledPresets(text)).toEqual([
      { group: 'Kube Controller Manager', name: 'loopback-ctrlmgr' },
      { group: 'Kube Scheduler', name: 'loopback-scheduler' },
    ]);
  });

  it.each<[string, string, string]>([
    ['an empty text', '', ''],
    ['a text without marker', 'pack:\n  a: 1\n', ''],
    ['only comments', '# a\n# b', ''],
    ['an empty marker', `${MARKER}\npack:\n`, ''],
    ['only spaces behind it', `${MARKER}   \npack:\n`, ''],
    ['a text that is only the marker', `${MARKER} A:b`, 'A=b'],
    ['CRLF', `${MARKER} A:b,C:d\r\npack:\r\n`, 'A=b | C=d'],
    ['single CR', `# a\r${MARKER} A:b\rpack:\r`, 'A=b'],
    ['a byte order mark', `\uFEFF${MARKER} A:b\n`, 'A=b'],
    ['comments and blank lines before it', `\n# note\n  \t\r\n\n${MARKER} A:b\n`, 'A=b'],
    ['an indented marker', `  ${MARKER} A:b\n`, 'A=b'],
    ['no space behind the hash', '#spectrocloud.com/enabled-presets:A:b\n', 'A=b'],
    ['a tab behind the hash', '#\tspectrocloud.com/enabled-presets : A:b\n', 'A=b'],
    ['spaces around entries', `${MARKER}  A : b , C:d ,E :f \n`, 'A=b | C=d | E=f'],
    ['further colons', `${MARKER} A:b:c,D::e\n`, 'A=b:c | D=:e'],
    ['malformed entries', `${MARKER} Alone,:b,C:,,:, ,D:e\n`, 'D=e'],
    ['a repeated group, as it stands', `${MARKER} A:b,A:c\n`, 'A=b | A=c'],
    ['a second marker', `${MARKER} A:b\n${MARKER} C:d\n`, 'A=b'],
    ['a second marker behind an empty one', `${MARKER}\n${MARKER} C:d\n`, ''],
    ['a marker behind the first key', `pack:\n${MARKER} A:b\n`, ''],
    ['a marker behind a document start', `---\n${MARKER} A:b\n`, ''],
    ['a marker behind a value', `pack: ${MARKER} A:b\n`, ''],
    ['a marker inside a block scalar', `pack: |\n  ${MARKER} A:b\n`, ''],
    ['another key', '# spectrocloud.com/enabled-presets-old: A:b\n', ''],
    ['another case', '# SpectroCloud.com/Enabled-Presets: A:b\n', ''],
    ['a marker inside a comment', `# see ${MARKER} A:b\n`, ''],
    ['a no-break space before a key', `\u00A0${MARKER} A:b\n`, ''],
  ])('handles %s', (_, text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('takes any text, and finds nothing malformed', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(MARKER, '#', ':', ',', ' ', '\n', '\r', 'a', '\uFEFF') }),
    );
    fc.assert(
      fc.property(text, (values) => {
        for (const { group, name } of readEnabledPresets(values)) {
          expect(group).toMatch(/^[^:,\r\n]+$/);
          expect(name).toMatch(/^[^,\r\n]+$/);
          expect([group, name]).toEqual([group.trim(), name.trim()]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('reads what a marker was written from, whatever follows', () => {
    const word = fc
      .string({ unit: fc.constantFrom(...Array.from('abÄ-_. #"')), minLength: 1 })
      .map((text) => text.trim())
      .filter((text) => text !== '');
    const entries = fc.array(fc.record({ group: word, name: word }), { maxLength: 5 });
    fc.assert(
      fc.property(
        entries,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.string(),
        (presets, lineEnd, rest) => {
          const list = presets.map(({ group, name }) => `${group}:${name}`).join(',');
          expect(readEnabledPresets(`${MARKER} ${list}${lineEnd}${rest}`)).toEqual(presets);
        },
      ),
    );
  });

  it.each([
    ['one key', 'a'.repeat(2_500_000)],
    ['blank lines', ' \n'.repeat(1_250_000)],
    ['comments', '# spectrocloud.com/enabled-presets\n'.repeat(70_000)],
    ['hashes', '#'.repeat(2_500_000)],
    ['a comment of spaces', `#${' '.repeat(2_500_000)}x`],
    ['a marker of spaces', `# spectrocloud.com/enabled-presets${' '.repeat(2_500_000)}x`],
    ['entries without name', `${MARKER}${' :,'.repeat(800_000)}`],
  ])('copes with 2.5 MB of %s', (_, text) => {
    expect(readEnabledPresets(text)).toEqual([]);
  });
});

describe.skipIf(!existsSync(SHARED))('real texts (skipped where ../shared is absent)', () => {
  const valuesOf = (pack: string) => readFileSync(`${SHARED}/packs/${pack}/values.yaml`, 'utf8');

  it('of packs name the presets of their presets.yaml', () => {
    const unknown = new Set<string>();
    let count = 0;
    for (const pack of readdirSync(`${SHARED}/packs`)) {
      const file = `${SHARED}/packs/${pack}/presets.yaml`;
      const presets = existsSync(file) ? readFileSync(file, 'utf8') : '';
      for (const { group, name } of readEnabledPresets(valuesOf(pack))) {
        count += 1;
        if (!presets.includes(group) || !presets.includes(name)) unknown.add(pack);
      }
    }
    expect(count).toBeGreaterThan(15);
    // These have no presets: their markers were copied from other packs.
    expect([...unknown].sort()).toEqual(['csi-driver-nfs-addon', 'kai-scheduler-ai-0.10.0']);
  });

  it('of thanos and a marker on line 2 are read', () => {
    expect(read(valuesOf('thanos-10.5.3'))).toBe(
      'Compactor=enable-compactor | Store Gateway=enable-storegateway | Object Store=none-objectstore',
    );
    expect(readEnabledPresets(valuesOf('csi-driver-nfs-addon'))).toHaveLength(8);
  });

  it('of a manifest of 2.5 MB hold none', () => {
    const manifest = readFileSync(`${SHARED}/manifests/kubeflow-training-1.5.0.yaml`, 'utf8');
    expect(readEnabledPresets(manifest)).toEqual([]);
  });
});
