import { definePack } from '../definePack';
import { logo } from '../logos';
import { text } from '../text';
import { csiReadme } from './csiReadme';
import { driverPack } from './driverPack';

const MCR_SIDE = 'mcr.microsoft.com/oss/kubernetes-csi';

export const azureStoragePacks = [
  definePack(
    driverPack(
      {
        name: 'csi-azure',
        displayName: 'Azure Disk CSI',
        cloudTypes: ['azure', 'aks'],
        logoUrl: logo('csi', 'cylinder'),
        releases: [{ version: '1.33.5' }, { version: '1.32.9' }],
        readme: csiReadme(
          'Azure Disk CSI',
          'azuredisk-csi-driver',
          'Managed disks, attached to one node at a time.',
          ['An identity with rights on disks of the resource group'],
          'charts:\n  azuredisk-csi-driver:\n    cloud: AzureUSGovernmentCloud',
        ),
      },
      '1.33',
      (_, isModern) => ({
        chart: 'azuredisk-csi-driver',
        driver: 'disk.csi.azure.com',
        namespace: 'kube-system',
        registry: 'mcr.microsoft.com',
        repository: 'oss/v2/kubernetes-csi/azuredisk-csi',
        sidecarRegistry: MCR_SIDE,
        healthPort: 29602,
        metricsPort: 29604,
        hasWindows: true,
        attachLimitComment: 'Data disks a node can hold; -1 asks the size of the machine.',
        settings: text`
          cloud: AzurePublicCloud
          # Credentials of the cloud: a file on control planes, or a secret.
          cloudConfigSecretName: azure-cloud-provider
          cloudConfigSecretNamespace: kube-system
          allowEmptyCloudConfig: ${isModern}
          workloadIdentity: { clientID: "", tenantID: "" }
        `,
        controller: `attachDetachInitialDelayInMilliseconds: ${isModern ? 1000 : 500}\nvmssCacheTTLInSeconds: 600\nvmType: ""`,
        node: 'enablePerfOptimization: true\nallowSwap: false',
        storageClasses: [
          {
            name: 'spectro-storage-class',
            isDefault: true,
            parameters: [
              ['skuName', isModern ? 'StandardSSD_LRS' : 'Standard_LRS'],
              ['kind', 'managed'],
              ['cachingMode', 'ReadOnly'],
            ],
            topologyKey: 'topology.disk.csi.azure.com/zone',
          },
          {
            name: 'premium',
            parameters: [
              ['skuName', 'PremiumV2_LRS'],
              ['cachingMode', 'None'],
              ['DiskIOPSReadWrite', '"4000"'],
            ],
          },
        ],
      }),
    ),
  ),
  definePack(
    driverPack(
      {
        name: 'csi-azure-file',
        displayName: 'Azure File CSI',
        cloudTypes: ['azure', 'aks'],
        releases: [{ version: '1.33.4' }, { version: '1.32.7' }],
      },
      '1.33',
      (_, isModern) => ({
        chart: 'azurefile-csi-driver',
        driver: 'file.csi.azure.com',
        namespace: 'kube-system',
        registry: 'mcr.microsoft.com',
        repository: 'oss/v2/kubernetes-csi/azurefile-csi',
        sidecarRegistry: MCR_SIDE,
        healthPort: 29612,
        metricsPort: 29614,
        hasWindows: true,
        settings: text`
          cloud: AzurePublicCloud
          # Accounts are made on demand; names of yours win.
          storageAccount: ""
          shareNamePrefix: ""
          useWorkloadIdentity: ${isModern}
        `,
        controller: 'allowEmptyCloudConfig: true\nhostNetwork: true',
        node: `mountPermissions: "0777"\nenableKerberosCache: ${isModern}`,
        storageClasses: [
          {
            name: 'spectro-storage-class',
            isDefault: true,
            bindingMode: 'Immediate',
            mountOptions: ['dir_mode=0777', 'file_mode=0777', 'nosharesock'],
            parameters: [['skuName', 'Standard_LRS']],
          },
          {
            name: 'nfs-premium',
            comment: 'Needs private endpoints: NFS has no passwords.',
            parameters: [
              ['skuName', 'Premium_LRS'],
              ['protocol', 'nfs'],
            ],
          },
        ],
      }),
    ),
  ),
];
