import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { closureOf } from '../../scripts/finishDist.mjs';
import { projectRoot } from '../../scripts/outputs.mjs';
import { entries, hostNames, serverSafeEntries } from './support/hosts';

interface Manifest {
  readonly exports: Record<string, unknown>;
  readonly dependencies: Record<string, string>;
  readonly peerDependencies: Record<string, string>;
}

function packedFiles(): string[] {
  return readdirSync(inject('packedFolder'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(inject('packedFolder').length + 1)
        .replaceAll('\\', '/'),
    );
}

const readPacked = (file: string) => readFileSync(join(inject('packedFolder'), file), 'utf8');
const fileOf = (entry: string, extension: string) =>
  `${entry === '.' ? 'index' : entry.slice(2)}.${extension}`;

/** Hosts of package registries, put together so that this file names none. */
const registries = [
  ['registry', 'npmjs', 'org'],
  ['registry', 'yarnpkg', 'com'],
].map((parts) => parts.join('.'));

/** Hosts of package registries, and folders of the machine that packed. */
const foreign = [
  projectRoot.replace(/[\\/]$/, ''),
  homedir() === '/' ? null : `${homedir()}/`,
  '/Users/',
  'file://',
  '/node_modules/.cache',
  ...registries,
].filter((text) => text !== null);

describe('the packed package', () => {
  it('holds dist, README, CHANGELOG, LICENSE and nothing else', () => {
    const top = new Set(packedFiles().map((file) => file.split('/')[0]));
    expect([...top].sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist',
      'package.json',
    ]);
  });

  it('has every file that its exports name', () => {
    const { exports } = JSON.parse(readPacked('package.json')) as Manifest;
    const files = JSON.stringify(exports).match(/\.\/[\w./-]+(?=")/g) ?? [];
    const named = files.filter((file) => file.startsWith('./dist/') || file === './package.json');
    expect(named.length).toBeGreaterThan(4 * entries.length);
    expect(named.filter((file) => !existsSync(join(inject('packedFolder'), file)))).toEqual([]);
  });

  it('names no folder of the machine that built it and no registry', () => {
    const found = packedFiles().flatMap((file) => {
      const text = readPacked(file);
      return foreign.filter((name) => text.includes(name)).map((name) => `${file}: ${name}`);
    });
    expect(found).toEqual([]);
  });

  it('comes from a lock file that names no registry', () => {
    const lock = readFileSync(join(projectRoot, 'package-lock.json'), 'utf8');
    expect(lock).not.toContain('"resolved"');
    for (const name of [...registries, 'file://', homedir()]) {
      if (name !== '/') expect(lock).not.toContain(name);
    }
  });

  it.each(['js', 'cjs'])('says use client on the client entries only (.%s)', (extension) => {
    const dist = join(inject('packedFolder'), 'dist');
    const isClient = (code: string) => /^'use client';\n/.test(code);
    for (const entry of ['.', './headless']) {
      expect(isClient(readPacked(`dist/${fileOf(entry, extension)}`)), entry).toBe(true);
    }
    for (const entry of [...serverSafeEntries, './worker']) {
      const { chunks, packages } = closureOf(dist, fileOf(entry, extension));
      expect(
        chunks.filter(({ code }) => /['"]use client['"]/.test(code)).map(({ file }) => file),
        entry,
      ).toEqual([]);
      expect(
        [...packages].filter((name) => /^react/.test(name)),
        entry,
      ).toEqual([]);
    }
  });

  it('loads the libraries of the values engine only lazily in the client entries', () => {
    const dist = join(inject('packedFolder'), 'dist');
    const libraries = ['re2js', 'yaml'];
    for (const entry of ['index.js', 'headless.js']) {
      const loaded = (by: 'imports' | 'staticImports') =>
        libraries.filter((name) => closureOf(dist, entry, by).packages.has(name));
      expect(loaded('staticImports'), entry).toEqual([]);
      expect(loaded('imports'), entry).toEqual(libraries);
    }
  });

  it.each(['js', 'cjs'])('keeps the demo catalogue out of all other entries (.%s)', (extension) => {
    const dist = join(inject('packedFolder'), 'dist');
    const demoSources = (entry: string) =>
      closureOf(dist, fileOf(entry, extension))
        .chunks.flatMap(({ sources }) => sources)
        .filter((source) => source.startsWith('src/demo/'));
    expect(demoSources('./demo')).not.toEqual([]);
    for (const entry of entries.filter((one) => one !== './demo')) {
      expect(demoSources(entry), entry).toEqual([]);
    }
  });

  it('imports nothing that its package.json does not name, in types neither', () => {
    const { dependencies, peerDependencies } = JSON.parse(readPacked('package.json')) as Manifest;
    const known = new Set([...Object.keys(dependencies), ...Object.keys(peerDependencies)]);
    const imports = /(?:^|[^.\w])(?:from|import|require\(|import\()\s*['"]([^'".][^'"]*)['"]/gm;
    const unknown = packedFiles()
      .filter((file) => /\.(?:js|cjs|d\.ts|d\.cts)$/.test(file))
      .flatMap((file) => [...readPacked(file).matchAll(imports)].map((match) => match[1]!))
      .map((name) =>
        name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/'),
      )
      .filter((name) => /^(?:@[\w-]+\/)?[\w.-]+$/.test(name) && !known.has(name));
    expect([...new Set(unknown)]).toEqual([]);
  });

  it('has one stylesheet with and one wholly inside a layer', () => {
    const plain = readPacked('dist/styles.css');
    const layered = readPacked('dist/styles.layered.css');
    expect(plain).toContain('.cpb-');
    expect(layered).toMatch(/^@layer cpb\{/);
    expect(`${plain}${layered}`).not.toContain('@import');
  });
});

describe.each(hostNames)('installed in the host %s', (host) => {
  it('brings CodeMirror 6, once', () => {
    const { stdout } = spawnSync(
      'npm',
      ['ls', 'codemirror', '@codemirror/state', '@codemirror/view', '--all', '--json'],
      {
        cwd: inject('hosts')[host],
        encoding: 'utf8',
        shell: process.platform === 'win32',
      },
    );
    for (const [name, version] of [
      ['codemirror', /^6\.0\./],
      ['@codemirror/state', /^6\./],
      ['@codemirror/view', /^6\./],
    ] as const) {
      const versions = new Set(
        [...stdout.matchAll(new RegExp(`"${name}": \\{\\s*"version": "([^"]+)"`, 'g'))].map(
          (match) => match[1]!,
        ),
      );
      expect([...versions], name).toHaveLength(1);
      expect([...versions][0], name).toMatch(version);
    }
  });

  it('has the React it was installed with', () => {
    const react = join(inject('hosts')[host], 'node_modules/react/package.json');
    const version = existsSync(react)
      ? (JSON.parse(readFileSync(react, 'utf8')) as { version: string }).version
      : null;
    const expected = { react19: /^19\./, react18: /^18\./, withoutReact: /^null$/ }[host];
    expect(String(version)).toMatch(expected);
  });
});
