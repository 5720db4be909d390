import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropIndex } from '../../src/components/ManifestList/dropIndex';
import { readManifestFile } from '../../src/components/ManifestList/readManifestFile';

const fileOf = (bytes: BlobPart, name = 'a.yaml') => new File([bytes], name);

describe('readManifestFile', () => {
  it.each([
    ['deploy.yaml', 'deploy'],
    ['storage.class.yml', 'storage.class'],
    ['README', 'README'],
    ['.yaml', 'manifest'],
    ['name with spaces.json', 'name with spaces'],
  ])('names %s %s', async (fileName, name) => {
    expect(await readManifestFile(fileOf('a: 1\n', fileName))).toMatchObject({ name });
  });

  it('gives back every UTF-8 text byte for byte', async () => {
    const text = fc
      .string({ unit: 'binary' })
      .filter((value) => !value.includes('\0'))
      .map((value) => new TextEncoder().encode(value));
    await fc.assert(
      fc.asyncProperty(text, async (bytes) => {
        const result = await readManifestFile(fileOf(bytes));
        expect(result.type).toBe('read');
        if (result.type === 'read') {
          expect(new TextEncoder().encode(result.content)).toEqual(bytes);
        }
      }),
      { examples: [[new TextEncoder().encode('\ufeffa: 1\r\nb: 2\n\tc\r')]] },
    );
  });

  it('refuses what is not UTF-8 text', async () => {
    const refused = { type: 'refused', fileName: 'a.yaml', reason: 'not-text' };
    expect(await readManifestFile(fileOf(new Uint8Array([0x61, 0xff, 0x62])))).toEqual(refused);
    expect(await readManifestFile(fileOf(new Uint8Array([0xff, 0xfe, 0x61, 0])))).toEqual(refused);
    expect(await readManifestFile(fileOf('a\0b'))).toEqual(refused);
  });

  it('refuses what is larger than 10 MB, and takes what is not', async () => {
    const largest = 'a'.repeat(10_000_000);
    expect(await readManifestFile(fileOf(largest))).toMatchObject({ type: 'read' });
    expect(await readManifestFile(fileOf(`${largest}a`, 'big.yaml'))).toEqual({
      type: 'refused',
      fileName: 'big.yaml',
      reason: 'too-large',
    });
  });

  it('refuses what cannot be read', async () => {
    const folder = fileOf('');
    folder.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    expect(await readManifestFile(folder)).toMatchObject({ reason: 'unreadable' });
  });
});

describe('dropIndex', () => {
  it('puts the dragged row right before or behind the one it is dropped on', () => {
    const rows = ['a', 'b', 'c', 'd', 'e'];
    const row = fc.nat(rows.length - 1);
    fc.assert(
      fc.property(row, row, fc.constantFrom('top', 'bottom'), (from, target, edge) => {
        fc.pre(from !== target);
        const to = dropIndex(from, target, edge);
        const dragged = rows[from]!;
        const result = rows.filter((name) => name !== dragged);
        result.splice(to, 0, dragged);
        const distance = result.indexOf(dragged) - result.indexOf(rows[target]!);
        expect(distance).toBe(edge === 'top' ? -1 : 1);
      }),
    );
  });
});
