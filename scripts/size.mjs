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

/** Lazy modules that carry the editor; what only they load is weighed apart. */
const editorModule = /^(?:CodeEditor|CompareEditor|MergeEditor)-/;

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
  /** @param {string} file */
  const holdsEditor = (file) => editorModule.test(basename(file));
  /** @param {readonly string[]} files */
  const paths = (files) => files.map((file) => relative(projectRoot, join(outDir, file)));

  const all = reach((chunk) => [...chunk.imports, ...chunk.dynamicImports]);
  const withoutEditor = reach((chunk) => [
    ...chunk.imports,
    ...chunk.dynamicImports.filter((file) => !holdsEditor(file)),
  ]);
  const atOnce = reach((chunk) => chunk.imports);
  return {
    all: paths(all),
    withoutEditor: paths(withoutEditor),
    atOnce: paths(atOnce),
    editor: paths(all.filter((file) => !withoutEditor.includes(file))),
  };
}

ensureDist();
rmSync(sizeFolder, { recursive: true, force: true });
mkdirSync(sizeFolder, { recursive: true });

/** @param {string} entry */
const builtEntry = (entry) => JSON.stringify(join(dist, `${entry}.js`));

const whole = await bundle('index', `export * from ${builtEntry('index')};`);
const wizard = await bundle('wizard', `export { ProfileWizard } from ${builtEntry('index')};`);
if (whole.editor.length === 0) {
  throw new Error(
    'No lazy chunk holds the editor: has CodeEditor been renamed, or is it not lazy?',
  );
}

/** @type {Record<string, string[]>} */
const files = {
  'all without editor': whole.withoutEditor,
  'first step': wizard.atOnce,
  editor: whole.editor,
  styles: ['dist/styles.css'],
};
for (const entry of ['headless', 'model', 'values', 'adapters', 'demo', 'testing']) {
  files[entry] = (await bundle(entry, `export * from ${builtEntry(entry)};`)).all;
}
writeFileSync(join(sizeFolder, 'rows.json'), JSON.stringify(files, null, 2));

const { status } = spawnSync(process.execPath, ['node_modules/size-limit/bin.js'], {
  cwd: projectRoot,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
