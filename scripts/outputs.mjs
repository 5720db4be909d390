/**
 * Builds `dist` and `storybook-static` when their sources have changed since the last build.
 *
 * `node scripts/outputs.mjs dist storybook` builds what is stale; `--force` builds all that is
 * named. The tests and the size report call `ensureDist` and `ensureStorybook`.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

/** For what scripts make and nobody keeps. */
export const cacheFolder = join(projectRoot, 'node_modules/.cache/cluster-profile-builder');

/**
 * @typedef {{ inputs: string[], folder: string, result: string, command: string[],
 *   files?: Record<string, string> }} Output
 * @type {Record<'dist' | 'storybook', Output>}
 */
const outputs = {
  dist: {
    inputs: [
      'src',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'tsup.config.ts',
      'scripts/finishDist.mjs',
    ],
    folder: 'dist',
    result: 'dist/styles.layered.css',
    command: ['tsup/dist/cli-default.js'],
    // TypeScript 6 asks for the types of what is imported for its effect alone. Written here, because
    // tsup clears all types once it is done with the rest.
    files: { 'dist/styles.css.d.ts': 'export {};\n' },
  },
  storybook: {
    inputs: ['src', 'stories', '.storybook', 'package.json', 'package-lock.json', 'tsconfig.json'],
    folder: 'storybook-static',
    result: 'storybook-static/index.json',
    command: [
      'storybook/dist/bin/dispatcher.js',
      'build',
      ...['--output-dir', 'storybook-static'],
      ...['--disable-telemetry', '--quiet'],
    ],
  },
};

/** @param {string} path relative to the project @returns {string[]} */
function filesUnder(path) {
  const absolute = join(projectRoot, path);
  if (!existsSync(absolute)) return [];
  const entries = readdirSync(absolute, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** @param {Output} output */
function hashInputs({ inputs, command }) {
  const hash = createHash('sha256').update(process.version).update(command.join(' '));
  for (const input of inputs) {
    const isFile = /\.\w+$/.test(input) && !input.startsWith('.');
    const files = isFile ? [join(projectRoot, input)] : filesUnder(input).sort();
    for (const file of files)
      hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** @param {'dist' | 'storybook'} name @param {{ force?: boolean }} [options] */
function build(name, { force = false } = {}) {
  const output = outputs[name];
  const stamp = join(cacheFolder, `${name}.sha256`);
  const hash = hashInputs(output);
  const isFresh =
    existsSync(join(projectRoot, output.result)) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === hash;
  if (isFresh && !force) {
    console.log(`${output.folder} is up to date.`);
    return;
  }
  console.log(`Building ${output.folder} …`);
  rmSync(stamp, { force: true });
  rmSync(join(projectRoot, output.folder), { recursive: true, force: true });
  const [program = '', ...args] = output.command;
  const { status, error, stdout, stderr } = spawnSync(
    process.execPath,
    [join(projectRoot, 'node_modules', program), ...args],
    {
      cwd: projectRoot,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, NODE_ENV: 'production', STORYBOOK_DISABLE_TELEMETRY: '1' },
    },
  );
  if (error) throw error;
  if (status !== 0 || !existsSync(join(projectRoot, output.result))) {
    // What builders say is long, and of interest only now.
    throw new Error(`${stdout}\n${stderr}\nBuilding ${output.folder} failed.`);
  }
  for (const [file, text] of Object.entries(output.files ?? {})) {
    writeFileSync(join(projectRoot, file), text);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

/** @param {{ force?: boolean }} [options] */
export function ensureDist(options) {
  build('dist', options);
}

/** @param {{ force?: boolean }} [options] */
export function ensureStorybook(options) {
  build('storybook', options);
}

const isMain = pathToFileURL(process.argv[1] ?? '').href === import.meta.url;
if (isMain) {
  const names = process.argv.slice(2);
  const force = names.includes('--force');
  try {
    if (names.includes('dist')) ensureDist({ force });
    if (names.includes('storybook')) ensureStorybook({ force });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
