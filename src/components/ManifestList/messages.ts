/** Words of the list of a layer's manifests. */
export const manifestListMessages = {
  /** Name of the list, for screen readers. */
  list: (layerName: string) => `Manifests of ${layerName}`,
  /** Button that adds an empty manifest. */
  newManifest: 'New manifest',
  /** Button that adds manifests from files. */
  fromFile: 'From file',
  /** Over the list while files are dragged over it. */
  dropHere: 'Drop files to add them as manifests',
  /** Heading in place of an empty list. */
  none: (layerName: string) => `${layerName} has no manifests of its own`,
  /** Under that heading. */
  noneAdvice:
    'Manifests are Kubernetes resources that are applied together with this layer’s pack, such as a storage class, a secret or a network policy.',
  /** Under that. */
  noneHow: 'Start with an empty one, or take YAML files: choose them, or drop them here.',
  /** In place of an empty name. */
  unnamed: '(no name)',
  /** Name of the field in which a manifest is renamed. */
  nameOf: (name: string) => `Name of ${name}`,
  /** Buttons of a manifest. */
  rename: (name: string) => `Rename ${name}`,
  moveUp: (name: string) => `Move up ${name}`,
  moveDown: (name: string) => `Move down ${name}`,
  remove: (name: string) => `Remove ${name}`,
  /** Notice after a manifest was removed. */
  removed: (name: string) => `“${name}” was removed.`,
  /** Heading over files that were not taken. */
  refused: (count: number) =>
    count === 1 ? 'A file was not added.' : `${count} files were not added.`,
  /** Why a file was not taken. */
  refusals: {
    'too-large': (fileName: string) => `“${fileName}” is larger than 10 MB.`,
    'not-text': (fileName: string) =>
      `“${fileName}” is not UTF-8 text. Save it as UTF-8, then add it again.`,
    unreadable: (fileName: string) =>
      `“${fileName}” could not be read. It may be a folder, or have been moved.`,
  },
  /** Read out after a change. */
  added: (names: readonly string[]) =>
    names.length === 1
      ? `“${names.join('')}” was added.`
      : `${names.length} manifests were added: ${names.join(', ')}.`,
  renamed: (name: string) => `Renamed to “${name}”.`,
  moved: (name: string, position: number, count: number) =>
    `“${name}” moved to position ${position} of ${count}.`,
  restored: (name: string) => `“${name}” is back.`,
};

export type ManifestListMessages = typeof manifestListMessages;
