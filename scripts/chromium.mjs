/**
 * The one place that knows where a Chromium is.
 *
 * `node scripts/chromium.mjs` makes sure that there is one and prints its path; configs import
 * `findChromium` and `chromiumArgs`. Browser tests are never skipped for want of a browser: where
 * none can be found or installed, this says what is missing and exits non-zero.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);

const isRoot = process.getuid?.() === 0;

/** What Chromium needs to start in a container or as root, and to keep quiet on the network. */
export const chromiumArgs = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

const installMinutes = 10;

/** @type {Map<string, boolean>} */
const started = new Map();

/**
 * Whether the file starts at all: Ubuntu's `chromium-browser` may be a stub without its snap, and a
 * downloaded browser may lack system libraries. Asked only on Linux, where both occur.
 * @param {string} path
 */
function starts(path) {
  if (process.platform !== 'linux') return true;
  const known = started.get(path);
  if (known !== undefined) return known;
  const { status } = spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' });
  started.set(path, status === 0);
  return status === 0;
}

/** Playwright's own browser; the path is known whether or not it is installed. */
function playwrightPath() {
  const { chromium } = /** @type {typeof import('playwright')} */ (require('playwright'));
  const path = chromium.executablePath();
  return path !== '' && existsSync(path) ? path : null;
}

function systemPaths() {
  if (process.platform === 'darwin') {
    return [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
    const files = [
      'Chromium\\Application\\chrome.exe',
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return roots.flatMap((root) => files.map((file) => join(process.env[root] ?? '', file)));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
  const folders = new Set([...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin']);
  return names.flatMap((name) => [...folders].filter(Boolean).map((folder) => join(folder, name)));
}

/**
 * The path of a Chromium that can be started, or null. `CHROMIUM_PATH` goes before Playwright's own
 * browser, and that before the system's.
 * @returns {string | null}
 */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given !== undefined && given !== '') {
    if (!existsSync(given)) {
      throw new Error(`CHROMIUM_PATH is "${given}", but there is no such file.`);
    }
    return given;
  }
  const own = playwrightPath();
  if (own !== null && starts(own)) return own;
  return systemPaths().find((path) => existsSync(path) && starts(path)) ?? null;
}

/** @param {string} text */
function say(text) {
  process.stderr.write(`chromium: ${text}\n`);
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 */
function run(command, args, env = {}) {
  say(`$ ${[command, ...args].join(' ')}`);
  // The standard output is the path alone, so what an installer prints goes to the error output.
  const { status } = spawnSync(command, args, {
    stdio: ['inherit', process.stderr, process.stderr],
    timeout: installMinutes * 60_000,
    env: { ...process.env, ...env },
  });
  started.clear();
  return status === 0;
}

/** @param {...string} args */
function runPlaywright(...args) {
  const cli = join(require.resolve('playwright/package.json'), '..', 'cli.js');
  return run(process.execPath, [cli, ...args], {
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000',
  });
}

/** @param {string} name */
function isOnPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
}

/** `sudo` with its flags, nothing for root, null where there is no way to become root. */
function becomeRoot() {
  if (isRoot) return [];
  if (!isOnPath('sudo')) return null;
  return process.stdin.isTTY ? ['sudo'] : ['sudo', '-n'];
}

/** @param {...string} args */
function runApt(...args) {
  const [command = 'apt-get', ...rest] = [
    ...(becomeRoot() ?? []),
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '-o',
    'DPkg::Lock::Timeout=300',
    ...args,
  ];
  return run(command, rest);
}

function install() {
  say('no Chromium found (CHROMIUM_PATH, Playwright, system); installing one for the tests.');
  runPlaywright('install', 'chromium');
  let found = findChromium();
  if (found !== null) return found;

  const canUseApt = process.platform === 'linux' && isOnPath('apt-get') && becomeRoot() !== null;
  if (!canUseApt) return null;
  if (playwrightPath() !== null) {
    say('the downloaded Chromium does not start; installing the system libraries that it needs.');
    runPlaywright('install-deps', 'chromium');
    found = findChromium();
    if (found !== null) return found;
  }
  say("Playwright's download did not work here; installing the system's package instead.");
  runApt('update');
  runApt('install', '-y', '--no-install-recommends', 'chromium');
  return findChromium();
}

const help = `No Chromium could be found or installed, so the browser tests cannot run.
Do one of these, then try again:
  - set CHROMIUM_PATH to the program of a Chromium, Chrome or Edge;
  - npx playwright install --with-deps chromium   (downloads one; needs that network access);
  - install your system's Chromium, on Debian: apt-get install chromium.`;

/**
 * Finds a Chromium or installs one. Two processes may ask at once: one installs, the other waits.
 * @returns {Promise<string>}
 * @throws when there is none and none can be installed; the message says what to do.
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found !== null) return found;

  const lock = join(tmpdir(), 'cluster-profile-builder-chromium.lock');
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0);
      if (age > 3 * installMinutes * 60_000) rmSync(lock, { recursive: true, force: true });
      await delay(1000);
    }
  }
  try {
    const installed = findChromium() ?? install();
    if (installed === null) throw new Error(help);
    return installed;
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

const isMain = pathToFileURL(process.argv[1] ?? '').href === import.meta.url;
if (isMain) {
  try {
    process.stdout.write(`${await ensureChromium()}\n`);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
