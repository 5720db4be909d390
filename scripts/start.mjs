/** `npm start`: Storybook on the flow, at http://127.0.0.1:6006. Further arguments go to Storybook. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from './outputs.mjs';

const firstStory = '/story/flow-portal--create-an-infrastructure-profile';
const port = '6006';

const hasDisplay =
  process.platform !== 'linux' ||
  Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY ?? process.env.WSL_DISTRO_NAME);
const opens = hasDisplay && !process.env.CI;

const args = [
  join(projectRoot, 'node_modules/storybook/dist/bin/dispatcher.js'),
  'dev',
  ...['--host', '127.0.0.1', '--port', port, '--initial-path', firstStory],
  // Neither of them has any use here, and both want the network.
  ...['--disable-telemetry', '--no-version-updates'],
  ...(opens ? [] : ['--no-open']),
  ...process.argv.slice(2),
];

console.log(`Storybook will be at http://127.0.0.1:${port}/?path=${firstStory}`);
const child = spawn(process.execPath, args, {
  cwd: projectRoot,
  stdio: 'inherit',
  env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' },
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => child.kill(signal));
}
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === null ? 1 : 0);
});
