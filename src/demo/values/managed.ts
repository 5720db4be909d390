import { lines, text } from '../text';
import { packHeader } from './packHeader';

/** Values of the managed control plane of AWS. */
export function eksValues(version: string, isModern: boolean): string {
  return text`
    ${packHeader({
      comment: 'The control plane is run by the provider; these settings are its own.',
      more: 'palette:\n  config:\n    dashboard:\n      identityProvider: noauth',
    })}

    managedControlPlane:
      version: "${version}"
      # Who reaches the API server. Private access needs a way into the network of the cluster.
      endpointAccess:
        public: true
        private: ${isModern}
        # publicCIDRs: [203.0.113.0/24]
      logging:
        apiServer: false
        audit: ${isModern}
        authenticator: true
        controllerManager: false
        scheduler: false
      # Names of further identities that may administer the cluster.
      ${isModern ? 'accessConfig:\n  authenticationMode: API_AND_CONFIG_MAP\n  bootstrapClusterCreatorAdminPermissions: true' : 'tokenMethod: iam-authenticator'}
      # encryptionConfig:
      #   provider: arn:aws:kms:eu-central-1:111122223333:key/…
      #   resources: [secrets]
      oidcIdentityProvider:
        identityProviderConfigName: ""
        issuerUrl: ""
        clientId: ""
        usernameClaim: email
        groupsClaim: groups
        requiredClaims: {}
      addons:
        - name: coredns
          conflictResolution: overwrite
        - name: kube-proxy
          conflictResolution: overwrite
        ${isModern && '- name: eks-pod-identity-agent\n  conflictResolution: none'}
      iamRoles:
        controlPlane:
          managedPolicies:
            - arn:aws:iam::aws:policy/AmazonEKSClusterPolicy
        ${roles('workers', ['AmazonEKSWorkerNodePolicy', 'AmazonEC2ContainerRegistryPullOnly'])}

    managedMachinePool:
      # Applies to every worker pool of the cluster.
      updateConfig:
        maxUnavailablePercentage: ${isModern ? 25 : 33}
      labels: {}
      # A launch template of your own wins over disk and key settings of the pool.
      # launchTemplate: { id: lt-0123456789abcdef0, version: "1" }
  `;
}

/** Values of the managed control plane of Azure. */
export function aksValues(version: string, isModern: boolean): string {
  return text`
    ${packHeader({ comment: 'Settings of the managed service.' })}

    managedControlPlane:
      version: "${version}"
      # One of: none, patch, stable, rapid, node-image.
      autoUpgradeChannel: ${isModern ? 'patch' : 'none'}
      apiServerAccess:
        privateCluster: false
        # Addresses that may call the API server; empty means any.
        authorizedRanges: []
        ${isModern && 'vnetIntegration: false'}
      identity:
        type: SystemAssigned
        workloadIdentity: ${isModern}
        # userAssignedIdentity: /subscriptions/<id>/resourceGroups/<group>/…
      aad:
        managed: true
        azureRBAC: ${isModern}
        adminGroupObjectIDs: []
        # tenantID: "00000000-0000-0000-0000-000000000000"
      loadBalancer:
        sku: Standard
        outboundType: loadBalancer
        idleTimeoutInMinutes: 30
      addonProfiles:
        ${lines(
          addon('omsagent', false),
          addon('azureKeyvaultSecretsProvider', isModern),
          addon('azurepolicy', false),
        )}
      maintenanceWindow:
        dayOfWeek: Sunday
        startHour: 2
        durationHours: ${isModern ? 4 : 8}

    managedMachinePool:
      osDiskType: ${isModern ? 'Ephemeral' : 'Managed'}
      maxPods: 110
      nodeLabels: {}
      # kubeletConfig:
      #   cpuManagerPolicy: static
      #   imageGcHighThreshold: 85
      # linuxOSConfig:
      #   sysctls: { vmMaxMapCount: 262144 }
  `;
}

/** Values of the managed control plane of Google Cloud. */
export function gkeValues(version: string, isModern: boolean): string {
  return text`
    ${packHeader({ comment: 'Settings of the managed service.' })}

    managedControlPlane:
      version: "${version}"
      # One of: rapid, regular, stable, extended, unspecified.
      releaseChannel: ${isModern ? 'regular' : 'stable'}
      privateCluster:
        enablePrivateNodes: true
        enablePrivateEndpoint: false
        ${isModern ? '# The control plane takes a range of its own from the subnet.' : 'masterIpv4CidrBlock: 172.16.0.0/28'}
      authorizedNetworks:
        enabled: false
        cidrBlocks: []
      workloadIdentity:
        enabled: true
      loggingComponents: [SYSTEM_COMPONENTS, WORKLOADS]
      monitoringComponents: [SYSTEM_COMPONENTS${isModern ? ', STORAGE, POD' : ''}]
      securityPosture: ${isModern ? 'BASIC' : 'DISABLED'}
      maintenance:
        # RFC 5545, in UTC.
        recurrence: "FREQ=WEEKLY;BYDAY=SA,SU"
        startTime: "02:00"
        exclusions: []
      # databaseEncryption:
      #   keyName: projects/<project>/locations/<region>/keyRings/<ring>/cryptoKeys/<key>

    managedMachinePool:
      management:
        autoUpgrade: true
        autoRepair: true
      shieldedInstance: { secureBoot: true, integrityMonitoring: true }
      upgradeSettings:
        strategy: SURGE
        maxSurge: 1
        maxUnavailable: 0
  `;
}

function roles(key: string, policies: readonly string[]): string {
  return lines(
    `${key}:`,
    '  managedPolicies:',
    ...policies.map((policy) => `    - arn:aws:iam::aws:policy/${policy}`),
  );
}

function addon(name: string, enabled: boolean): string {
  return lines(`${name}:`, `  enabled: ${enabled}`, '  config: {}');
}
