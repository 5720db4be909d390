/**
 * Texts after the shape of real ones: values of a chart with comments, nested maps, lists, quoted and
 * plain scalars, and manifests of custom resource definitions. The same on every run.
 */

/** Values of about `size` characters. */
export function valuesText(size: number, version = '1.0.0'): string {
  const parts = [
    `pack:\n  namespace: monitoring\n  content:\n    images: []\n\ncharts:\n  monitoring:\n`,
  ];
  let length = parts[0]?.length ?? 0;
  for (let at = 0; length < size; at += 1) {
    const part = component(at, version);
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

function component(at: number, version: string): string {
  const pad = '    ';
  return [
    `${pad}## Component ${at} keeps a share of the data and answers queries for it.`,
    `${pad}## Replicas share nothing; a third one is needed once a node may be taken away.`,
    `${pad}component${at}:`,
    `${pad}  enabled: ${at % 3 !== 0}`,
    `${pad}  replicaCount: ${(at % 5) + 1}`,
    `${pad}  image:`,
    `${pad}    registry: registry.example.com`,
    `${pad}    repository: observability/component-${at}`,
    `${pad}    tag: "${version}"`,
    `${pad}    pullPolicy: IfNotPresent`,
    `${pad}  resources:`,
    `${pad}    limits: { cpu: ${100 + (at % 9) * 50}m, memory: ${128 * ((at % 4) + 1)}Mi }`,
    `${pad}    requests: {}`,
    `${pad}  # Extra arguments are handed over as they are.`,
    `${pad}  extraArgs:`,
    `${pad}    - --log.level=info`,
    `${pad}    - --retention=${at + 1}d`,
    `${pad}  persistence:`,
    `${pad}    enabled: true`,
    `${pad}    storageClass: ""`,
    `${pad}    size: ${(at % 7) + 8}Gi`,
    `${pad}    annotations:`,
    `${pad}      "example.com/keep": 'true'`,
    `${pad}  config: |`,
    `${pad}    # A file of its own.`,
    `${pad}    interval: ${at + 10}s`,
    `${pad}    targets: [a, b, c]`,
    `${pad}  nodeSelector: {}`,
    `${pad}  tolerations: []`,
    '',
    '',
  ].join('\n');
}

/** Custom resource definitions of about `size` characters, several documents. */
export function manifestsText(size: number): string {
  const parts: string[] = [];
  let length = 0;
  for (let at = 0; length < size; at += 1) {
    const part = definition(at);
    parts.push(part);
    length += part.length;
  }
  return parts.join('---\n');
}

function definition(at: number): string {
  const head = [
    'apiVersion: apiextensions.k8s.io/v1',
    'kind: CustomResourceDefinition',
    'metadata:',
    `  name: jobs${at}.example.com`,
    'spec:',
    '  group: example.com',
    `  names: { kind: Job${at}, plural: jobs${at} }`,
    '  scope: Namespaced',
    '  versions:',
    '    - name: v1',
    '      served: true',
    '      storage: true',
    '      schema:',
    '        openAPIV3Schema:',
    '          type: object',
    '          properties:',
  ];
  const fields = Array.from({ length: 400 }, (_, field) =>
    [
      `            field${field}:`,
      '              description: Says how the part is to be run, and what happens when it ends early.',
      `              type: ${['string', 'integer', 'boolean'][field % 3]}`,
      '              x-kubernetes-preserve-unknown-fields: true',
    ].join('\n'),
  );
  return [...head, ...fields, ''].join('\n');
}

/** `count` scattered edits of single lines, as a user makes them. */
export function editedText(text: string, count: number): string {
  const lines = text.split('\n');
  const places = lines.flatMap((line, at) => (/replicaCount: \d+$/.test(line) ? [at] : []));
  const step = Math.max(1, Math.floor(places.length / count));
  for (let edit = 0; edit < count; edit += 1) {
    const at = places[edit * step];
    const line = at === undefined ? undefined : lines[at];
    if (at !== undefined && line !== undefined) lines[at] = line.replace(/\d+$/, '9');
  }
  return lines.join('\n');
}
