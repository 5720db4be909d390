import { lines, text } from '../text';

export interface StorageClassOptions {
  readonly name: string;
  readonly isDefault?: boolean | undefined;
  readonly reclaimPolicy?: 'Delete' | 'Retain' | undefined;
  readonly bindingMode?: 'WaitForFirstConsumer' | 'Immediate' | undefined;
  readonly parameters: readonly (readonly [key: string, value: string])[];
  readonly mountOptions?: readonly string[] | undefined;
  /** Stands above the class. */
  readonly comment?: string | undefined;
  /** Limits volumes to zones, offered as a comment. */
  readonly topologyKey?: string | undefined;
}

/** One entry of a `storageClasses` list. */
export function storageClass(options: StorageClassOptions): string {
  const { name, isDefault = false, reclaimPolicy = 'Delete', parameters } = options;
  const { bindingMode = 'WaitForFirstConsumer', mountOptions = [], comment, topologyKey } = options;
  return text`
    ${comment !== undefined && `# ${comment}`}
    - name: ${name}
      annotations:
        storageclass.kubernetes.io/is-default-class: "${isDefault}"
      labels: {}
      reclaimPolicy: ${reclaimPolicy}
      volumeBindingMode: ${bindingMode}
      allowVolumeExpansion: true
      ${mountOptions.length > 0 ? `mountOptions: [${mountOptions.join(', ')}]` : '# mountOptions: [noatime]'}
      parameters:
        ${lines(...parameters.map(([key, value]) => `${key}: ${value}`))}
      ${
        topologyKey !== undefined &&
        `# allowedTopologies:\n#   - matchLabelExpressions:\n#       - key: ${topologyKey}\n#         values: [zone-a, zone-b]`
      }
  `;
}

/** One entry of a `volumeSnapshotClasses` list. */
export function snapshotClass(name: string, driver: string, deletionPolicy = 'Delete'): string {
  return text`
    - name: ${name}
      driver: ${driver}
      deletionPolicy: ${deletionPolicy}
      annotations:
        snapshot.storage.kubernetes.io/is-default-class: "false"
      parameters: {}
  `;
}
