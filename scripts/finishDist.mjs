/**
 * The last step of a build, after tsup has written `dist`: the `'use client'` directives and the
 * stylesheets.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { build } from 'esbuild';

/** Entries that servers and workers load: they never are client code, nor load a chunk that is. */
export const serverSafeEntries = ['model', 'values', 'worker', 'adapters', 'demo', 'testing'];

const clientSource = /^src\/(?:(?:hooks|components|internal)\/|(?:index|headless)\.ts$)/;
const clientPackage = /^(?:react|react-dom|react-aria-components|react-hook-form)(?:\/|$)/;

const directive = "'use client';\n";

/**
 * Reads what a built file is made of and what it loads.
 * @param {string} dist
 * @param {string} file name inside `dist`
 */
export function readChunk(dist, file) {
  const path = join(dist, file);
  const code = readFileSync(path, 'utf8');
  /** @type {{ sources: string[], mappings: string }} */
  const map = JSON.parse(readFileSync(`${path}.map`, 'utf8'));
  const root = dirname(resolve(dist));
  const sources = map.sources.map((source) =>
    relative(root, resolve(dirname(path), source))
      .split(sep)
      .join('/'),
  );
  const loads = [...code.matchAll(/(?:\bfrom|\bimport|\brequire\(|\bimport\()\s*(['"])(.+?)\1/g)];
  const named = loads.map((load) => ({ name: load[2] ?? '', isLazy: /^import\(/.test(load[0]) }));
  return {
    file,
    path,
    code,
    map,
    sources,
    imports: named.map(({ name }) => name),
    /** Of those, in an ES module, the ones that are loaded at once. */
    staticImports: named.filter(({ isLazy }) => !isLazy).map(({ name }) => name),
  };
}

/**
 * All files that an entry can load, itself included, and the packages that they load.
 * @param {string} dist
 * @param {string} entry name of the built file, for example `model.js`
 * @param {'imports' | 'staticImports'} by what is followed; `staticImports` is known of ES modules only
 */
export function closureOf(dist, entry, by = 'imports') {
  /** @type {Map<string, ReturnType<typeof readChunk>>} */
  const chunks = new Map();
  const packages = new Set();
  const queue = [entry];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (chunks.has(file)) continue;
    const chunk = readChunk(dist, file);
    chunks.set(file, chunk);
    for (const name of chunk[by]) {
      const local = relative(dist, resolve(dist, dirname(file), name));
      if (!name.startsWith('.')) packages.add(name);
      else if (existsSync(join(dist, local))) queue.push(local.split(sep).join('/'));
    }
  }
  return { chunks: [...chunks.values()], packages: /** @type {Set<string>} */ (packages) };
}

/** @param {string} dist @param {RegExp} names */
function filesIn(dist, names) {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
  return files.filter((name) => names.test(name)).map((name) => name.split(sep).join('/'));
}

/**
 * Every component's file is an entry for tsup; most end as stubs that only pass on a shared chunk
 * and that nothing loads.
 * @param {string} dist
 * @param {readonly string[]} entries
 */
function removeUnreachable(dist, entries) {
  const reachable = new Set(
    entries
      .flatMap((entry) => [`${entry}.js`, `${entry}.cjs`])
      .flatMap((file) => closureOf(dist, file).chunks.map((chunk) => chunk.file)),
  );
  for (const file of filesIn(dist, /\.c?js$/)) {
    if (reachable.has(file)) continue;
    rmSync(join(dist, file));
    rmSync(join(dist, `${file}.map`));
  }
}

/**
 * The CommonJS source maps come with the absolute paths of the machine that builds.
 * @param {string} dist
 */
function makeMapsRelative(dist) {
  for (const file of filesIn(dist, /\.map$/)) {
    const path = join(dist, file);
    /** @type {{ file?: string, sources: string[] }} */
    const map = JSON.parse(readFileSync(path, 'utf8'));
    const sources = map.sources.map((source) =>
      isAbsolute(source)
        ? relative(dirname(resolve(path)), source)
            .split(sep)
            .join('/')
        : source,
    );
    writeFileSync(path, JSON.stringify({ ...map, file: basename(file, '.map'), sources }));
  }
}

/** @param {string} dist */
function markClientFiles(dist) {
  for (const file of filesIn(dist, /\.c?js$/)) {
    const { path, code, map, sources } = readChunk(dist, file);
    if (!sources.some((source) => clientSource.test(source))) continue;
    const withoutDirective = code.replace(/^(?:'use client'|"use client");?\n/, '');
    writeFileSync(path, directive + withoutDirective);
    if (withoutDirective === code) {
      writeFileSync(`${path}.map`, JSON.stringify({ ...map, mappings: `;${map.mappings}` }));
    }
  }
}

/** @param {string} dist */
function checkServerSafeEntries(dist) {
  for (const entry of serverSafeEntries) {
    for (const file of [`${entry}.js`, `${entry}.cjs`]) {
      const { chunks, packages } = closureOf(dist, file);
      const client = chunks.find(({ code }) => /^(['"])use client\1/.test(code));
      if (client) throw new Error(`${file} loads ${client.file}, which holds client code.`);
      const react = [...packages].find((name) => clientPackage.test(name));
      if (react !== undefined)
        throw new Error(`${file} loads ${react}; it has to work without it.`);
    }
  }
}

/**
 * The worker must be found where the code says it is, and be a single file once it is bundled: some
 * bundlers make no chunks for workers.
 * @param {string} dist
 */
function checkWorker(dist) {
  const path = /new URL\((['"])(.+?)\1, import\.meta\.url\)/g;
  const places = filesIn(dist, /\.js$/).flatMap((file) =>
    [...readFileSync(join(dist, file), 'utf8').matchAll(path)].map((match) =>
      join(dirname(file), match[2] ?? ''),
    ),
  );
  if (places.length === 0 || places.some((place) => place !== 'worker.js')) {
    throw new Error(`The worker is looked for at ${places.join(', ') || 'no place'}.`);
  }
  const lazy = closureOf(dist, 'worker.js').chunks.find(({ code }) => /\bimport\(/.test(code));
  if (lazy) throw new Error(`The worker loads ${lazy.file}, which imports lazily.`);
}

/**
 * `styles.css` keeps its own layers; `styles.layered.css` is the same wholly in `@layer cpb`.
 * @param {string} source
 * @param {string} dist
 */
async function writeStyles(source, dist) {
  const shared = { bundle: true, minify: true, logLevel: /** @type {const} */ ('warning') };
  await build({ ...shared, entryPoints: [source], outfile: join(dist, 'styles.css') });
  await build({
    ...shared,
    stdin: {
      contents: `@import './${relative(dirname(source), source)}' layer(cpb);`,
      loader: 'css',
      resolveDir: dirname(resolve(source)),
    },
    outfile: join(dist, 'styles.layered.css'),
  });
}

/** @param {{ dist: string, entries: readonly string[], styles: string }} options */
export async function finishDist({ dist, entries, styles }) {
  if (!existsSync(styles)) throw new Error(`There is no ${styles}.`);
  removeUnreachable(dist, entries);
  makeMapsRelative(dist);
  markClientFiles(dist);
  checkServerSafeEntries(dist);
  checkWorker(dist);
  await writeStyles(styles, dist);
}
