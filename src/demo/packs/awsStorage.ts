import { definePack } from '../definePack';
import { logo } from '../logos';
import { text } from '../text';
import { preset } from '../values/presets';
import { csiReadme } from './csiReadme';
import { driverPack } from './driverPack';

const ebs = driverPack(
  {
    name: 'csi-aws-ebs',
    displayName: 'Amazon EBS CSI',
    cloudTypes: ['aws', 'eks'],
    logoUrl: logo('csi', 'cylinder'),
    releases: [
      { version: '1.51.0' },
      { version: '1.48.0' },
      { version: '1.46.0' },
      { version: '1.41.0', state: 'deprecated' },
    ],
    schema: [
      {
        path: 'charts.aws-ebs-csi-driver.storageClasses.$[].name',
        schema:
          '{{ required | format "${string:/^[a-z0-9][a-z0-9-]*$/}" | hints "Name of the class" }}',
      },
      {
        path: 'charts.aws-ebs-csi-driver.storageClasses.$[].parameters.type',
        schema: '{{ format "${list:[gp2,gp3,io1,io2,st1,sc1]}" }}',
      },
      {
        path: 'charts.aws-ebs-csi-driver.controller.replicaCount',
        schema: '{{ required | format "${number:[1-5]}" }}',
      },
    ],
    presets: () => [
      preset(
        'Encryption',
        'unencrypted',
        'As the account says',
        ['charts.aws-ebs-csi-driver.encryption'],
        'charts:\n  aws-ebs-csi-driver:\n    encryption:\n      enabled: false',
      ),
      preset(
        'Encryption',
        'kms',
        'With a key of yours',
        ['charts.aws-ebs-csi-driver.encryption'],
        'charts:\n  aws-ebs-csi-driver:\n    encryption:\n      enabled: true\n      # ARN of the key; empty takes the one of the account.\n      kmsKeyId: ""',
      ),
    ],
    resources: [
      { type: 'cpu', minLimit: 150 },
      { type: 'memory', minLimit: 240 },
    ],
    dependencies: [
      { packName: 'kubernetes', layer: 'k8s', type: 'optional', minVersion: '1.29' },
      { packName: 'kubernetes-eks', layer: 'k8s', type: 'optional', minVersion: '1.29' },
    ],
    readme: csiReadme(
      'Amazon EBS CSI',
      'aws-ebs-csi-driver',
      'Block volumes of the region, one zone each.',
      ['Rights on volumes for the nodes, or a role for the account of the controller'],
      'charts:\n  aws-ebs-csi-driver:\n    controller:\n      replicaCount: 1',
    ),
  },
  '1.48',
  ({ since }, isModern) => ({
    chart: 'aws-ebs-csi-driver',
    driver: 'ebs.csi.aws.com',
    namespace: 'kube-system',
    registry: 'public.ecr.aws',
    repository: 'ebs-csi-driver/aws-ebs-csi-driver',
    sidecarRegistry: 'public.ecr.aws/csi-components',
    healthPort: 9808,
    metricsPort: 3301,
    hasWindows: true,
    accountAnnotation: 'eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:role/ebs-csi',
    attachLimitComment: 'Volumes a node can hold; -1 asks the instance type.',
    settings: text`
      # Volumes of all classes, unless a class says otherwise.
      encryption:
        enabled: false
        # kmsKeyId: arn:aws:kms:eu-central-1:111122223333:key/…
      ${isModern && 'useOldCSIDriver: false'}
      # Calls are joined, so that many claims at once do not run into the limits of the API.
      batching: ${isModern}
      sdkDebugLog: false
    `,
    controller: text`
      # Tags of every volume, beside those of the cluster.
      extraVolumeTags:
        managed-by: palette
        # cluster: "{{ .spectro.system.cluster.name }}"
      k8sTagClusterId: ""
      region: ""
      defaultFsType: ext4
      ${since('1.51') && 'enableMetadataLabeler: false'}
      ${!isModern && 'volumeModification: { enabled: true, timeout: 30s }'}
    `,
    node: text`
      reservedVolumeAttachments: ${isModern ? '1' : '~'}
      # Where the instance is described: imds needs the metadata service, kubernetes does not.
      metadataSources: [${isModern ? 'metadata-labeler, ' : ''}imds, kubernetes]
    `,
    storageClasses: [
      {
        name: 'spectro-storage-class',
        isDefault: true,
        comment: 'General purpose.',
        parameters: [
          ['type', isModern ? 'gp3' : 'gp2'],
          ['csi.storage.k8s.io/fstype', 'ext4'],
        ],
        topologyKey: 'topology.ebs.csi.aws.com/zone',
      },
      {
        name: 'fast',
        reclaimPolicy: 'Retain',
        comment: 'Databases.',
        parameters: [
          ['type', 'io2'],
          ['iopsPerGB', '"50"'],
          ['encrypted', '"true"'],
        ],
      },
    ],
  }),
);

export const awsStoragePacks = [
  definePack(ebs),
  definePack(
    driverPack(
      {
        name: 'csi-aws-efs',
        displayName: 'Amazon EFS CSI',
        cloudTypes: ['aws', 'eks'],
        logoUrl: logo('csi', 'drawers'),
        releases: [{ version: '2.1.13' }, { version: '2.1.9' }, { version: '2.0.9' }],
        schema: [
          {
            path: 'charts.aws-efs-csi-driver.fileSystemId',
            schema: '{{ format "${string:/^(fs-[0-9a-f]+)?$/}" | hints "fs- and hex digits" }}',
          },
        ],
        readme: csiReadme(
          'Amazon EFS CSI',
          'aws-efs-csi-driver',
          'A file system that many pods in several zones mount at once.',
          ['A file system with mount targets in the subnets of the nodes'],
          'charts:\n  aws-efs-csi-driver:\n    fileSystemId: fs-0123456789abcdef0',
        ),
      },
      '2.1',
      (_, isModern) => ({
        chart: 'aws-efs-csi-driver',
        driver: 'efs.csi.aws.com',
        namespace: 'kube-system',
        registry: 'public.ecr.aws',
        repository: 'efs-csi-driver/amazon/aws-efs-csi-driver',
        sidecarRegistry: 'public.ecr.aws/csi-components',
        healthPort: 9909,
        metricsPort: 9911,
        accountAnnotation: 'eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:role/efs-csi',
        settings: text`
          # The file system that new access points are made on.
          fileSystemId: ""
          useHelmHooksForCSIDriver: ${isModern}
          ${isModern ? 'portRangeUpperBound: "21049"' : 'useFIPS: false'}
        `,
        controller: 'deleteAccessPointRootDir: false\nvolMetricsOptIn: false\ntags: {}',
        node: 'hostAliases: {}\ndnsPolicy: ClusterFirst',
        storageClasses: [
          {
            name: 'spectro-storage-class',
            isDefault: true,
            bindingMode: 'Immediate',
            mountOptions: ['tls', 'iam'],
            parameters: [
              ['provisioningMode', 'efs-ap'],
              ['directoryPerms', '"700"'],
              ['gidRangeStart', '"1000"'],
              ['gidRangeEnd', '"2000"'],
              ['basePath', '/dynamic'],
            ],
          },
        ],
      }),
      'share',
    ),
  ),
];
