import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ensureDist, projectRoot } from '../../../scripts/outputs.mjs';
import { hostNames, type HostName } from './hosts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder into which the packed package was unpacked. */
    packedFolder: string;
    /** Apps that have installed the packed package from its tarball. */
    hosts: Record<HostName, string>;
  }
}

const { devDependencies } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
  devDependencies: Record<string, string>;
};

const hostPackages: Record<HostName, Record<string, string>> = {
  react19: {
    react: devDependencies.react!,
    'react-dom': devDependencies['react-dom']!,
    '@types/react': devDependencies['@types/react']!,
    '@types/react-dom': devDependencies['@types/react-dom']!,
  },
  react18: {
    react: '^18.3.1',
    'react-dom': '^18.3.1',
    '@types/react': '^18.3.0',
    '@types/react-dom': '^18.3.0',
  },
  withoutReact: {},
};

function npm(cwd: string, ...args: string[]): string {
  const isWindows = process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync(isWindows ? 'npm.cmd' : 'npm', args, {
    cwd,
    encoding: 'utf8',
    shell: isWindows,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0)
    throw new Error(`npm ${args.join(' ')} failed in ${cwd}.\n${stdout}\n${stderr}`);
  return stdout;
}

function installHost(folder: string, name: HostName, tarball: string): string {
  const host = join(folder, name);
  mkdirSync(host);
  writeFileSync(
    join(host, 'package.json'),
    JSON.stringify({
      name: `host-${name.toLowerCase()}`,
      private: true,
      type: 'module',
      dependencies: { ...hostPackages[name], 'cluster-profile-builder': `file:${tarball}` },
    }),
  );
  // npm installs missing peers by itself; a server without React says so.
  const peers = name === 'withoutReact' ? ['--legacy-peer-deps'] : [];
  npm(host, 'install', '--prefer-offline', '--no-audit', '--no-fund', '--no-progress', ...peers);
  return host;
}

/** Builds and packs the package, and installs it in one app for each version of React. */
export default function setup(project: TestProject): () => void {
  ensureDist();
  const folder = mkdtempSync(join(tmpdir(), 'cluster-profile-builder-hosts-'));
  const remove = () => {
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    npm(projectRoot, 'pack', '--ignore-scripts', '--silent', '--pack-destination', folder);
    const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
      version: string;
    };
    const tarball = join(folder, `cluster-profile-builder-${version}.tgz`);
    const hosts = {} as Record<HostName, string>;
    for (const name of hostNames) hosts[name] = installHost(folder, name, tarball);
    project.provide('hosts', hosts);
    project.provide('packedFolder', join(hosts.react19, 'node_modules', 'cluster-profile-builder'));
  } catch (error) {
    remove();
    throw error;
  }
  return remove;
}
