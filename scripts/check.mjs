/**
 * `npm run check`: everything that is checked without running the product's tests. All steps run,
 * whatever fails, and the failed ones are named at the end. `node scripts/check.mjs lint size`
 * runs those steps only.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from './outputs.mjs';

/** @type {[name: string, program: string, ...args: string[]][]} */
const steps = [
  ['format', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  ['types', 'typescript/bin/tsc', '-p', '.'],
  ['types of scripts', 'typescript/bin/tsc', '-p', 'scripts'],
  ['types of .storybook', 'typescript/bin/tsc', '-p', '.storybook'],
  ['lint', 'eslint/bin/eslint.js', '.', '--max-warnings', '0'],
  ['knip', 'knip/bin/knip.js'],
  ['build', '../scripts/outputs.mjs', 'dist'],
  ['publint', 'publint/src/cli.js', '--strict'],
  [
    'attw',
    '@arethetypeswrong/cli/dist/index.js',
    ...['--pack', '.', '--profile', 'node16', '--no-emoji'],
    ...['--exclude-entrypoints', 'styles.css', 'styles.layered.css'],
  ],
  ['size', '../scripts/size.mjs'],
];

const names = process.argv.slice(2);
const unknown = names.filter((name) => !steps.some(([step]) => step === name));
if (unknown.length > 0) {
  console.error(
    `No such step: ${unknown.join(', ')}. There are ${steps.map(([s]) => s).join(', ')}.`,
  );
  process.exit(1);
}

/** Steps that look at what the build has made. */
const ofBuild = ['publint', 'attw', 'size'];

/** @type {string[]} */
const failed = [];
for (const [name, program, ...args] of steps) {
  if (names.length > 0 && !names.includes(name)) continue;
  if (ofBuild.includes(name) && failed.includes('build')) {
    console.log(`── ${name}\n   ${name} was not run, since the build failed`);
    continue;
  }
  const started = Date.now();
  console.log(`── ${name}`);
  const { status } = spawnSync(
    process.execPath,
    [join(projectRoot, 'node_modules', program), ...args],
    { cwd: projectRoot, stdio: 'inherit' },
  );
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`   ${name} ${status === 0 ? 'is fine' : 'FAILED'} (${seconds} s)`);
  if (status !== 0) failed.push(name);
}
console.log(failed.length === 0 ? 'Check: all is fine.' : `Check: ${failed.join(', ')} failed.`);
process.exitCode = failed.length === 0 ? 0 : 1;
