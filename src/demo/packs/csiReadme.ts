import type { ReleaseContext } from '../definePack';
import { readme } from '../readme';
import { docs } from './links';

/** README of a CSI driver pack. */
export function csiReadme(
  title: string,
  chart: string,
  summary: string,
  requirements: readonly string[],
  classExample: string,
): (release: ReleaseContext) => string {
  return ({ version }) =>
    readme({
      title,
      version,
      summary,
      requirements,
      parameters: [
        [`charts.${chart}.storageClasses`, 'Classes that claims name', '[…]'],
        [`charts.${chart}.controller.replicaCount`, 'Replicas of the controller', '2'],
        [`charts.${chart}.node.tolerations`, 'Nodes the agent runs on', '[…]'],
      ],
      example: classExample,
      more: [
        '## A first claim',
        '',
        '```yaml',
        'apiVersion: v1',
        'kind: PersistentVolumeClaim',
        'metadata:',
        '  name: data',
        'spec:',
        '  accessModes: [ReadWriteOnce]',
        '  resources:',
        '    requests: { storage: 10Gi }',
        '```',
      ].join('\n'),
      links: [
        ['Packs', docs.packs],
        ['Storage classes', 'https://kubernetes.io/docs/concepts/storage/storage-classes/'],
      ],
    });
}
