/**
 * `npm run size`: bundles `dist` as a host's bundler would (minified, split, React left out) and
 * has size-limit weigh and judge the rows of `.size-limit.cjs`.
 *
 * The bundling is ours because size-limit adds lazy chunks to the entry that may load them, and
 * here it is the question what a step loads and what it does not. It is done by Vite: esbuild
 * follows every import of a file that it keeps anything of, needed or not.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { build } from 'vite';
import { cacheFolder, ensureDist, projectRoot } from './outputs.mjs';

const dist = join(projectRoot, 'dist');
const sizeFolder = join(cacheFolder, 'size');

/** Lazy modules whose weight is told apart, with what only they load. */
const apart = {
  editor: /^CodeEditor-/,
  /** Stands on the editor, which it loads where that is not there yet. */
  comparison: /^CompareEditor-/,
  /** Loaded only where there is no worker. */
  engine: /^tasks-/,
};

/** @typedef {{ imports: readonly string[], dynamicImports: readonly string[] }} Chunk */

/**
 * @param {string} name folder of the bundle
 * @param {string} contents what the host imports
 */
async function bundle(name, contents) {
  const host = join(sizeFolder, `${name}.js`);
  const outDir = join(sizeFolder, name);
  writeFileSync(host, contents);
  const built = await build({
    root: projectRoot,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      assetsDir: '.',
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: host,
        preserveEntrySignatures: 'strict',
        external: [/^react(?:-dom)?(?:\/|$)/],
        onLog: (level, log, report) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
        },
      },
    },
  });
  if (!('output' in built)) throw new Error(`The bundle ${name} has no output.`);
  const chunks = built.output.filter((file) => file.type === 'chunk');
  const entry = chunks.find((chunk) => chunk.isEntry);
  if (entry === undefined) throw new Error(`The bundle ${name} has no entry.`);

  /**
   * The files that are loaded from the entry on.
   * @param {(chunk: Chunk) => readonly string[]} loads which of a chunk's imports are followed
   */
  const reach = (loads) => {
    const reached = new Set([entry.fileName]);
    for (const file of reached) {
      for (const chunk of chunks.filter(({ fileName }) => fileName === file)) {
        for (const load of loads(chunk)) {
          if (chunks.some(({ fileName }) => fileName === load)) reached.add(load);
        }
      }
    }
    return [...reached];
  };
  /** @param {readonly string[]} files */
  const paths = (files) => files.map((file) => relative(projectRoot, join(outDir, file)));
  /** @param {readonly RegExp[]} left modules that are not followed */
  const without = (...left) =>
    reach((chunk) => [
      ...chunk.imports,
      ...chunk.dynamicImports.filter((file) => !left.some((name) => name.test(basename(file)))),
    ]);
  /** @param {RegExp} module @param {RegExp[]} left modules that are not followed in any case */
  const onlyBy = (module, ...left) => {
    const others = without(module, ...left);
    return paths(without(...left).filter((file) => !others.includes(file)));
  };

  return {
    all: paths(without()),
    rest: paths(without(...Object.values(apart))),
    atOnce: paths(reach((chunk) => chunk.imports)),
    editor: onlyBy(apart.editor, apart.comparison),
    comparison: onlyBy(apart.comparison),
    engine: onlyBy(apart.engine),
  };
}

ensureDist();
rmSync(sizeFolder, { recursive: true, force: true });
mkdirSync(sizeFolder, { recursive: true });

/** @param {string} entry */
const builtEntry = (entry) => JSON.stringify(join(dist, `${entry}.js`));

const whole = await bundle('index', `export * from ${builtEntry('index')};`);
const wizard = await bundle('wizard', `export { ProfileWizard } from ${builtEntry('index')};`);
for (const part of /** @type {const} */ (['editor', 'comparison', 'engine'])) {
  if (whole[part].length === 0) {
    throw new Error(`No lazy chunk holds the ${part}: was it renamed, or is it not lazy?`);
  }
}

/** @type {Record<string, string[]>} */
const files = {
  'all but editor and engine': whole.rest,
  'first step': wizard.atOnce,
  editor: whole.editor,
  comparison: whole.comparison,
  engine: whole.engine,
  styles: ['dist/styles.css'],
};
for (const entry of ['model', 'values', 'worker', 'adapters', 'demo', 'testing']) {
  files[entry] = (await bundle(entry, `export * from ${builtEntry(entry)};`)).all;
}
files.headless = (await bundle('headless', `export * from ${builtEntry('headless')};`)).rest;
writeFileSync(join(sizeFolder, 'rows.json'), JSON.stringify(files, null, 2));

const { status } = spawnSync(process.execPath, ['node_modules/size-limit/bin.js'], {
  cwd: projectRoot,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
