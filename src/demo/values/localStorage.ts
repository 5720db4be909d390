import { nest, text } from '../text';
import { packHeader } from './packHeader';
import { storageClass } from './storage';
import {
  disruptionBudget,
  image,
  logging,
  metrics,
  podMetadata,
  probes,
  rbac,
  resources,
  rollingUpdate,
  securityContext,
  spreadOverHosts,
  spreadOverZones,
  tolerations,
} from './workload';

export interface LocalStorageOptions {
  readonly chart: string;
  readonly namespace: string;
  readonly registry: string;
  readonly repository: string;
  readonly tag: string;
  readonly isModern: boolean;
  readonly settings: string;
  readonly classParameters: readonly (readonly [string, string])[];
  readonly components: readonly (readonly [key: string, about: string, everywhere: boolean])[];
}

/** Values of storage on the disks of the nodes. */
export function localStorageValues(options: LocalStorageOptions): string {
  const { chart, namespace, registry, repository, tag, isModern, settings, components } = options;
  return text`
    ${packHeader({ namespace, images: [`${registry}/${repository}:${tag}`] })}

    charts:
      ${chart}:
        ${image({ registry, repository, tag, digest: isModern })}

        ${settings}

        ${components
          .map(
            ([key, about, everywhere]) => text`
              # ${about}
              ${key}:
                ${!everywhere && `replicas: ${isModern ? 2 : 1}`}
                ${rbac(`${chart}-${key}`)}
                ${podMetadata(everywhere ? 'system-node-critical' : 'system-cluster-critical')}
                ${tolerations(everywhere ? 'every-node' : 'default')}
                ${everywhere ? rollingUpdate(1) : spreadOverHosts([['app', chart]])}
                ${!everywhere && isModern && spreadOverZones(chart)}
                ${!everywhere && disruptionBudget(1)}
                ${securityContext(everywhere)}
                ${probes(everywhere ? 9808 : 9809)}
                ${metrics(everywhere ? 8080 : 8081)}
                ${resources({ cpu: '50m', memory: '64Mi', memoryLimit: '256Mi' })}
            `,
          )
          .join('\n\n')}

        storageClasses:
          ${nest(
            storageClass({
              name: 'spectro-storage-class',
              isDefault: true,
              parameters: options.classParameters,
            }),
          )}

        ${logging('info', isModern ? 'json' : 'text')}
  `;
}
