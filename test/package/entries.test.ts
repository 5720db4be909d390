import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import {
  entries,
  formats,
  packageName,
  runInHost,
  serverSafeEntries,
  specifierOf,
  type Format,
  type HostName,
} from './support/hosts';

const prettierOptions = { parser: 'json', printWidth: 100 };

function exportedNames(host: HostName, format: Format, entry: string): string[] {
  const printed = runInHost(
    host,
    format,
    `const module = await load('${specifierOf(entry)}');
     const names = Object.keys(module).filter((name) => name !== '__esModule' && name !== 'default' && name !== 'module.exports');
     console.log(JSON.stringify(names.sort()));`,
  );
  return JSON.parse(printed) as string[];
}

describe('entries', () => {
  it('export what test/package/exports.json says', async () => {
    const names = Object.fromEntries(
      entries.map((entry) => [entry, exportedNames('react19', 'esm', entry)]),
    );
    // A deliberate change of the public names: npm run test:package -- -u
    await expect(await format(JSON.stringify(names), prettierOptions)).toMatchFileSnapshot(
      './exports.json',
    );
  });

  it.each(entries)('%s exports the same in ESM and CommonJS, under React 18 and 19', (entry) => {
    const expected = exportedNames('react19', 'esm', entry);
    expect(expected).not.toEqual([]);
    expect(exportedNames('react19', 'cjs', entry)).toEqual(expected);
    expect(exportedNames('react18', 'esm', entry)).toEqual(expected);
    expect(exportedNames('react18', 'cjs', entry)).toEqual(expected);
  });

  describe.each(formats)('in %s', (format) => {
    it('nothing of the client loads where React is not installed', () => {
      const printed = runInHost(
        'withoutReact',
        format,
        `try { await load('${specifierOf('./headless')}'); console.log('loaded'); }
         catch (error) { console.log(error.code); }`,
      );
      expect(printed.trim()).toMatch(/^(?:ERR_)?MODULE_NOT_FOUND$/);
    });

    it.each(serverSafeEntries)('%s loads where React is not installed', (entry) => {
      expect(exportedNames('withoutReact', format, entry)).not.toEqual([]);
    });

    it('the worker does nothing where it is no worker', () => {
      const printed = runInHost(
        'withoutReact',
        format,
        `const module = await load('${packageName}/worker');
         console.log(Object.keys(module).filter((name) => !['default', 'module.exports'].includes(name)).join());`,
      );
      expect(printed.trim()).toBe('');
    });

    it('modules are shared by the entries, so ProfileError is one class', () => {
      const printed = runInHost(
        'react19',
        format,
        `const names = ${JSON.stringify(entries.map(specifierOf))};
         const classes = [];
         for (const name of names) {
           const { ProfileError } = await load(name);
           if (ProfileError !== undefined) classes.push(ProfileError);
         }
         console.log(classes.length, new Set(classes).size);`,
      );
      const [count, distinct] = printed.trim().split(' ').map(Number);
      expect(count).toBeGreaterThanOrEqual(2);
      expect(distinct).toBe(1);
    });
  });
});
