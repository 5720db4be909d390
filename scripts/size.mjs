/**
 * `npm run size`: bundles `dist` as a host's bundler would (minified, split, React left out) and
 * has size-limit weigh and judge the rows of `.size-limit.cjs`.
 *
 * The bundling is ours because size-limit adds lazy chunks to the entry that may load them, and
 * here it is the question what a step loads and what it does not.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { build } from 'esbuild';
import { cacheFolder, ensureDist, projectRoot } from './outputs.mjs';

const dist = join(projectRoot, 'dist');
const sizeFolder = join(cacheFolder, 'size');

/** Lazy modules that carry the editor; what only they load is weighed apart. */
const editorModule = /^(?:CodeEditor|CompareEditor|MergeEditor)-/;

/**
 * @param {string} name folder of the bundle
 * @param {string} contents what the host imports
 */
async function bundle(name, contents) {
  const { metafile } = await build({
    stdin: { contents, resolveDir: dist, sourcefile: 'host.js' },
    absWorkingDir: projectRoot,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    external: ['react', 'react-dom', 'react/*', 'react-dom/*'],
    outdir: join(sizeFolder, name),
    entryNames: 'entry',
    chunkNames: 'chunk-[hash]',
    metafile: true,
    // Chunks are free of side effects by package.json; esbuild warns of each import it drops.
    logLevel: 'error',
  });
  const entry = Object.keys(metafile.outputs).find((file) => basename(file) === 'entry.js');
  if (entry === undefined) throw new Error(`The bundle ${name} has no entry.`);

  /**
   * The files that are loaded from a file on.
   * @param {(kind: string, file: string) => boolean} follows whether an import is followed
   */
  const reach = (follows) => {
    const reached = new Set([entry]);
    for (const file of reached) {
      for (const load of metafile.outputs[file]?.imports ?? []) {
        if (load.external !== true && follows(load.kind, load.path)) reached.add(load.path);
      }
    }
    return [...reached];
  };
  /** @param {string} file */
  const holdsEditor = (file) =>
    editorModule.test(basename(metafile.outputs[file]?.entryPoint ?? ''));

  const all = reach(() => true);
  const withoutEditor = reach((kind, file) => kind !== 'dynamic-import' || !holdsEditor(file));
  const atOnce = reach((kind) => kind !== 'dynamic-import');
  return {
    all,
    withoutEditor,
    atOnce,
    editor: all.filter((file) => !withoutEditor.includes(file)),
  };
}

ensureDist();
rmSync(sizeFolder, { recursive: true, force: true });
mkdirSync(sizeFolder, { recursive: true });

const whole = await bundle('index', `export * from './index.js'`);
const wizard = await bundle('wizard', `export { ProfileWizard } from './index.js'`);
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
  files[entry] = (await bundle(entry, `export * from './${entry}.js'`)).all;
}
const rows = Object.fromEntries(
  Object.entries(files).map(([row, paths]) => [
    row,
    paths.map((path) => relative(projectRoot, join(projectRoot, path))),
  ]),
);
writeFileSync(join(sizeFolder, 'rows.json'), JSON.stringify(rows, null, 2));

const { status } = spawnSync(process.execPath, ['node_modules/size-limit/bin.js'], {
  cwd: projectRoot,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
