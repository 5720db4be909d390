import { lines, listOf, text, type Piece } from '../text';

export interface CloudOsOptions {
  /** Shown in comments, such as `Ubuntu 22.04`. */
  readonly system: string;
  readonly packages: 'apt' | 'dnf' | 'zypper';
  readonly preCommands: readonly string[];
  readonly postCommands: readonly string[];
  readonly files?: Piece;
}

/** Values of an operating system whose images the platform publishes. */
export function cloudOs({
  system,
  packages,
  preCommands,
  postCommands,
  files,
}: CloudOsOptions): string {
  return text`
    # ${system}. These commands run as root on every node, control plane and workers alike.
    # They are joined with those of the Kubernetes layer; the ones here come first.
    kubeadmconfig:
      preKubeadmCommands:
        - 'echo "====> Preparing ${system}"'
        ${listOf(preCommands)}
      postKubeadmCommands:
        - 'echo "====> ${system} joined the cluster"'
        ${listOf(postCommands)}
      ${files}

      # Users beside the one the platform makes. Keys only, no passwords.
      # users:
      #   - name: operator
      #     sudo: ALL=(ALL) NOPASSWD:ALL
      #     sshAuthorizedKeys:
      #       - ssh-ed25519 AAAA... operator@example.org

    # Packages added at first boot with ${packages}. Pinned versions keep pools alike.
    # packages:
    #   - name: ${packages === 'apt' ? 'linux-modules-extra' : 'kernel-modules-extra'}
    #     version: ""
  `;
}

export interface ByoOsOptions {
  readonly cloud: string;
  /** What the image is called there, such as `AMI`. */
  readonly imageNoun: string;
  readonly example: string;
  /** Keys beside `osImageOverride` in `pack`, such as an account or a project. */
  readonly where: Piece;
  readonly osName: string;
  readonly hasChecks: boolean;
}

/** Values of a bring-your-own operating system on a cloud. */
export function byoOs(options: ByoOsOptions): string {
  const { cloud, imageNoun, example, where, osName, hasChecks } = options;
  return text`
    pack:
      # The ${imageNoun} that nodes on ${cloud} start from, for example
      #   ${example}
      # It needs containerd, kubeadm and kubelet of the version the Kubernetes layer asks for.
      osImageOverride: ""
      osName: "${osName}"
      osVersion: "24.04"
      ${where}
      ${
        hasChecks &&
        text`
          # Stops a node before it joins when the image lacks something.
          imageChecks:
            enabled: true
            required: [containerd, kubeadm, kubelet, socat, conntrack]
        `
      }

    kubeadmconfig:
      preKubeadmCommands:
        - 'echo "====> Own image on ${cloud}"'
        - swapoff --all
      postKubeadmCommands: []

      # Certificates of an inner authority, if the image does not hold them.
      # files:
      #   - targetPath: /usr/local/share/ca-certificates/inner.crt
      #     targetOwner: "root:root"
      #     targetPermissions: "0644"
      #     content: |
      #       -----BEGIN CERTIFICATE-----
      #       -----END CERTIFICATE-----
  `;
}

/** Values of the edge bring-your-own operating system. */
export function edgeByoOs(isModern: boolean): string {
  return text`
    pack:
      content:
        images:
          - image: '{{.spectro.pack.edge-native-byoi.options.system.uri}}'
      # Drains a node before its image is replaced. Uncomment to change a default.
      # drain:
      #   cordon: true
      #   timeout: 60
      #   gracePeriod: 60
      #   ignoreDaemonSets: true
      #   deleteLocalData: true
      #   force: false
      #   disableEviction: false
      #   skipWaitForDeleteTimeout: 60
      ${
        isModern &&
        text`
          # Hosts that fail to boot the new image return to the one before after so many tries.
          upgrade:
            maxBootAttempts: 3
            # concurrency: 1
        `
      }

    options:
      # The provider image built for your hosts: registry/repository:tag. It holds the operating
      # system together with the Kubernetes distribution of the next layer.
      system.uri: ""
      ${isModern && '# Trusted boot hosts take a signed image instead.\n# system.signedUri: ""'}

    # Cloud-init stages that run on every host, after those of its own user data.
    # stages:
    #   initramfs:
    #     - name: "Name servers"
    #       dns:
    #         nameservers: [192.0.2.53]
    #   boot.after:
    #     - name: "Larger conntrack table"
    #       sysctl:
    #         net.netfilter.nf_conntrack_max: "262144"
  `;
}

/** Values of a ready-made edge operating system. */
export function edgeOs(system: string, uri: string, stages: readonly string[]): string {
  return text`
    pack:
      content:
        images:
          - image: ${uri}

    options:
      system.uri: ${uri}

    stages:
      initramfs:
        - name: "Basics of ${system}"
          sysctl:
            net.ipv4.ip_forward: "1"
            net.bridge.bridge-nf-call-iptables: "1"
          modules: [br_netfilter, overlay, vxlan]
      boot:
        - name: "Services"
          commands:
            ${lines(listOf(stages))}
  `;
}

/** The one operating system whose values are nothing but comments. */
export const commentsOnlyOs = text`
  # The image is hardened when it is built, so nothing is set here by default.
  # Commands for all nodes of the cluster go below kubeadmconfig:
  #
  # kubeadmconfig:
  #   preKubeadmCommands:
  #     - echo "before the node joins"
  #   postKubeadmCommands:
  #     - echo "after the node joined"
  #   files:
  #     - targetPath: /etc/motd
  #       targetOwner: "root:root"
  #       targetPermissions: "0644"
  #       content: |
  #         Managed by the platform team.
`;
