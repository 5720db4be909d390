import type { MergeConflict } from '../../src/model/valuesMerge';

const common = Array.from(
  { length: 40 },
  (_, index) => `      feature-gate-${index}: "${index % 2 === 0 ? 'true' : 'false'}"\n`,
).join('');

/** Defaults of a version, … */
export const oldDefaults = `pack:
  k8sHardening: True
  podCIDR: "192.168.0.0/16"
  serviceClusterIpRange: "10.96.0.0/12"
kubeadmconfig:
  apiServer:
    extraArgs:
${common}      profiling: "false"
      audit-log-maxage: "30"
  etcd:
    quota: 2Gi
  preKubeadmCommands:
    - 'echo "preparing"'
`;

/** … of the next, … */
export const newDefaults = oldDefaults
  .replace('192.168.0.0/16', '100.64.0.0/18')
  .replace('audit-log-maxage: "30"', 'audit-log-maxage: "45"\n      audit-log-maxbackup: "10"')
  .replace('  etcd:\n    quota: 2Gi\n', '');

/** … and the first with the user's edits. */
export const editedValues = oldDefaults
  .replace('192.168.0.0/16', '172.20.0.0/16')
  .replace('audit-log-maxage: "30"', 'audit-log-maxage: "90"')
  .replace('quota: 2Gi', 'quota: 8Gi');

export const conflicts: readonly MergeConflict[] = [
  {
    kind: 'both-changed',
    path: ['pack', 'podCIDR'],
    base: '"192.168.0.0/16"',
    mine: '"172.20.0.0/16"',
    theirs: '"100.64.0.0/18"',
    line: 3,
  },
  {
    kind: 'both-changed',
    path: ['kubeadmconfig', 'apiServer', 'extraArgs', 'audit-log-maxage'],
    base: '"30"',
    mine: '"90"',
    theirs: '"45"',
    line: 49,
  },
  {
    kind: 'removed-in-new',
    path: ['kubeadmconfig', 'etcd', 'quota'],
    base: '2Gi',
    mine: '8Gi',
    theirs: null,
    line: 52,
  },
];
