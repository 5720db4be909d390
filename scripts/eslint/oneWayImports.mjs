/**
 * Imports inside `src` run one way:
 *
 *     model ← values ← adapters ← demo, testing
 *             values ← worker
 *                      adapters, worker ← hooks ← components ← entries
 *
 * `internal` imports none of them and serves hooks and components only. A file directly under
 * `src` is a public entry and may import its own folder and what that folder may import.
 *
 * Paths are resolved before they are judged, so it makes no difference how an import is spelled.
 */
import { posix, relative, resolve, sep } from 'node:path';

const isReact = /^(?:react|react-[\w-]+|@tanstack\/react-[\w-]+|@uiw\/.+|@hookform\/.+)(?:\/|$)/;

/**
 * @typedef {object} Folder
 * @property {readonly string[]} folders  the folders of `src` that its files may import
 * @property {(name: string) => boolean} packages  whether its files may import the package
 * @property {string} packagesText  the same in words
 */

/** @param {string} name */
const withoutReact = (name) => !isReact.test(name);
const anyPackage = () => true;
const noReact = 'any package but React and what is made for it';

/** @type {Record<string, Folder>} */
const houses = {
  model: {
    folders: [],
    packages: (name) => name === 'zod/mini' || name.startsWith('semver/functions/'),
    packagesText: "'zod/mini' and 'semver/functions/…'",
  },
  values: { folders: ['model'], packages: withoutReact, packagesText: noReact },
  worker: { folders: ['model', 'values'], packages: withoutReact, packagesText: noReact },
  adapters: { folders: ['model', 'values'], packages: withoutReact, packagesText: noReact },
  demo: { folders: ['model', 'values', 'adapters'], packages: withoutReact, packagesText: noReact },
  testing: {
    folders: ['model', 'values', 'adapters'],
    packages: withoutReact,
    packagesText: noReact,
  },
  internal: { folders: [], packages: anyPackage, packagesText: 'any package' },
  hooks: {
    folders: ['model', 'values', 'worker', 'adapters', 'internal'],
    packages: anyPackage,
    packagesText: 'any package',
  },
  components: {
    folders: ['model', 'values', 'adapters', 'hooks', 'internal'],
    packages: anyPackage,
    packagesText: 'any package',
  },
};

/** Entries that are not simply named after their folder. @type {Record<string, string[]>} */
const entryFolders = {
  index: ['model', 'values', 'adapters', 'hooks', 'components'],
  headless: ['model', 'values', 'adapters', 'hooks'],
};

/**
 * Where a path inside `src` stands: in a folder, or an entry.
 * @param {string} path relative to `src`, with `/`
 */
function placeOf(path) {
  const [first = '', ...rest] = path.split('/');
  if (rest.length > 0) return { kind: /** @type {const} */ ('folder'), name: first };
  return { kind: /** @type {const} */ ('entry'), name: first.replace(/\.[cm]?[jt]sx?$/, '') };
}

/**
 * @param {string} file the importing file, relative to `src`
 * @param {string} specifier
 * @returns {string | null} what is wrong with the import, or null
 */
function judgeImport(file, specifier) {
  const from = placeOf(file);
  const ownFolder =
    from.kind === 'folder' ? from.name : (entryFolders[from.name]?.at(-1) ?? from.name);
  const house = houses[ownFolder];
  if (!house) return `src/${ownFolder} is no folder of the house. Add it to oneWayImports.mjs.`;
  const folders =
    from.kind === 'entry'
      ? (entryFolders[from.name] ?? [ownFolder, ...house.folders])
      : [ownFolder, ...house.folders];
  const where = from.kind === 'folder' ? `src/${ownFolder}` : `The entry ${from.name}`;

  if (/\.css(?:\?|$)/.test(specifier)) {
    return `${where} must not import CSS. Hosts import styles.css; src/styles.css collects the parts.`;
  }
  if (!specifier.startsWith('.')) {
    if (specifier.startsWith('node:')) return `${where} must not import Node's ${specifier}.`;
    if (specifier.startsWith('cluster-profile-builder')) {
      return `${where} must import by relative path, not through the package's own name.`;
    }
    return house.packages(specifier)
      ? null
      : `${where} must not import '${specifier}'. It may import ${house.packagesText}.`;
  }

  const target = posix.normalize(posix.join('/src', posix.dirname(file), specifier));
  if (!target.startsWith('/src/')) return `${where} must not import from outside src.`;
  const path = target.slice('/src/'.length);
  // `../model` from inside a folder is the entry src/model.ts: folders have no index files.
  const to = placeOf(path);
  if (to.kind === 'entry') {
    if (from.kind === 'entry' && from.name === 'index' && to.name === 'headless') return null;
    return `${where} must not import the entry '${specifier}'. Import the file that defines the name.`;
  }
  if (folders.includes(to.name)) return null;
  return `${where} must not import from src/${to.name}. It may import from ${folders
    .map((folder) => `src/${folder}`)
    .join(', ')}.`;
}

/** @type {import('eslint').Rule.RuleModule} */
export const oneWayImports = {
  meta: {
    type: 'problem',
    docs: { description: 'Holds the one-way imports between the folders of src.' },
    schema: [{ type: 'object', properties: { src: { type: 'string' } }, required: ['src'] }],
    messages: { wrong: '{{ reason }}' },
  },
  create(context) {
    const [{ src }] = /** @type {[{ src: string }]} */ (context.options);
    const file = relative(resolve(src), context.filename).split(sep).join('/');

    /** @param {import('estree').Node | null | undefined} source */
    function check(source) {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
      const reason = judgeImport(file, source.value);
      if (reason !== null) context.report({ node: source, messageId: 'wrong', data: { reason } });
    }

    return {
      ImportDeclaration: (node) => {
        check(node.source);
      },
      ExportNamedDeclaration: (node) => {
        check(node.source);
      },
      ExportAllDeclaration: (node) => {
        check(node.source);
      },
      ImportExpression: (node) => {
        if (node.source.type === 'Literal') check(node.source);
        else
          context.report({ node, messageId: 'wrong', data: { reason: 'Import a literal path.' } });
      },
      /** @param {{ source: import('estree').Node }} node */
      TSImportType: (node) => {
        check(node.source);
      },
    };
  },
};
