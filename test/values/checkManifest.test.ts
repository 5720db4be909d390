import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkManifest, checkManifestSteps } from '../../src/values/checkManifest';
import { context, countSteps, sharedPacks, tell } from './support/checkTexts';

const check = (text: string, fields?: object) =>
  tell(text, checkManifest(text, fields === undefined ? undefined : context(fields)));

const object = (kind: string, name: string, more = '') =>
  `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: ${name}\n${more}`;

describe('checkManifest', () => {
  it.each([
    ['nothing', ''],
    ['only comments (51)', '# a\n---\n# b\n'],
    [
      'empty documents between others (51)',
      `---\n${object('Namespace', 'a')}---\n---\n# note\n---\n`,
    ],
    [
      'objects of the cluster (51)',
      object('Namespace', 'a') + '---\n' + object('PersistentVolume', 'b'),
    ],
    ['objects with a namespace (51)', object('Pod', 'a', '  namespace: b\n')],
    ['kinds that nobody knows (51)', 'apiVersion: x.io/v1\nkind: Thing\nmetadata:\n  name: a\n'],
    [
      'CRLF and a byte order mark (51)',
      `\uFEFF${object('Pod', 'a', '  namespace: b\n').replaceAll('\n', '\r\n')}`,
    ],
    [
      'JSON (51)',
      '{"apiVersion": "v1",\n\t"kind": "Pod",\n\t"metadata": {"name": "a", "namespace": "b"}}\n',
    ],
    [
      'a generated name',
      'apiVersion: batch/v1\nkind: Job\nmetadata:\n  generateName: a-\n  namespace: b\n',
    ],
    [
      'a Kustomization',
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: []\n',
    ],
    [
      'the same name in another namespace, kind or group (51)',
      object('Pod', 'a', '  namespace: b\n') +
        '---\n' +
        object('Pod', 'a', '  namespace: c\n') +
        '---\n' +
        object('Service', 'a', '  namespace: b\n'),
    ],
  ])('finds nothing in %s', (_, text) => {
    expect(check(text)).toEqual([]);
  });

  it('tells what an object lacks', () => {
    expect(check('a: 1\n---\napiVersion: v1\nkind: Namespace\nmetadata: {}\n')).toEqual([
      'error manifest-kind-missing  "a: 1"',
      'error manifest-api-version-missing  "a: 1"',
      'error manifest-name-field-missing  "a: 1"',
      'error manifest-name-field-missing  "apiVersion: v1"',
    ]);
    expect(check('- a\n---\ntext\n')).toEqual([
      'error manifest-not-an-object  "- a\\n"',
      'error manifest-not-an-object  "text"',
    ]);
  });

  it('warns of objects that go to the namespace Default (51)', () => {
    expect(check(object('Pod', 'a'))).toEqual(['warning manifest-namespace-missing metadata "a"']);
    expect(check(object('Pod', 'a', '  namespace: ""\n'))).toHaveLength(1);
    expect(check('apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\n')).toHaveLength(1);
    expect(check('apiVersion: x.io/v1\nkind: Deployment\nmetadata:\n  name: a\n')).toEqual([]);
  });

  it.each([
    ['Big', false],
    ['-a', false],
    ['a-', false],
    ['a.b', false],
    ['a'.repeat(64), false],
    ['a', true],
    ['a-1', true],
    ['0', true],
    ["'{{.spectro.macro.m}}'", true],
  ])('judges the namespace %s', (namespace, isRight) => {
    const found = check(object('Pod', 'a', `  namespace: ${namespace}\n`));
    expect(found.length === 0).toBe(isRight);
    if (!isRight) expect(found[0]).toContain('error manifest-namespace-invalid metadata/namespace');
  });

  it('warns of an object that is there twice (51)', () => {
    const pod = object('Pod', 'a', '  namespace: b\n');
    const found = checkManifest(`${pod}---\n${pod}`);
    expect(found).toMatchObject([
      {
        code: 'manifest-duplicate-object',
        severity: 'warning',
        params: { kind: 'Pod', name: 'a', namespace: 'b' },
      },
    ]);
    expect(found[0]?.from).toBeGreaterThan(pod.length);
  });

  it('looks into lists (51)', () => {
    const text =
      'apiVersion: v1\nkind: List\nitems:\n' +
      '  - apiVersion: v1\n    kind: Pod\n    metadata: {name: a, namespace: b}\n' +
      '  - kind: Pod\n    metadata: {name: a, namespace: b}\n' +
      '  - 1\n';
    expect(check(text)).toEqual([
      'error manifest-api-version-missing items/1 "kind: Pod"',
      'warning manifest-duplicate-object items/1/metadata/name "a"',
      'error manifest-not-an-object items/2 "1"',
    ]);
  });

  it('tells what is no YAML, document by document', () => {
    const text = `a: "x" y\n---\n${object('Namespace', 'a')}---\nb: [\n---\nkind: X\nkind: X\n`;
    expect(checkManifest(text).map(({ code }) => code)).toEqual([
      'yaml-syntax',
      'yaml-syntax',
      'yaml-duplicate-key',
    ]);
  });

  it('has one information for a template, and judges only what it can (50)', () => {
    const template =
      '{{- if .Values.a }}\napiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Values.n }}\n{{- end }}\n';
    const found = check(`${template}---\n${object('Pod', 'a')}`);
    expect(found).toEqual([
      'info manifest-template  "{{- if .Values.a }}"',
      'warning manifest-namespace-missing metadata "a"',
    ]);
    expect(check(`a: {{ .x }}\n`)).toEqual(['info manifest-template  "{{ .x }}"']);
    expect(check(object('Namespace', '{{ .x }}-a'))).toHaveLength(1);
  });

  it('does not take expressions in texts for a template (50)', () => {
    const data = 'data:\n  # {{ x }}\n  a: "{{ $labels.x }}"\n  b: |\n    {{ range . }}\n';
    expect(check(object('ConfigMap', 'a', `  namespace: b\n${data}`))).toEqual([]);
    expect(check(`a: "{{ $x }}"\nb: "x\n`)).toEqual(['error yaml-syntax  "\\n"']);
  });

  it('judges references where there is a context', () => {
    const text = object('Pod', "'{{.spectro.var.no}}'", '  namespace: {{.spectro.macro.m}}-x\n');
    expect(check(text)).toEqual(['error yaml-syntax  "-x"']);
    expect(check(text, {})).toEqual([
      'error reference-variable-unknown metadata/name "{{.spectro.var.no}}"',
      'error reference-unquoted metadata/namespace "{{.spectro.macro.m}}"',
    ]);
  });

  it('is in steps that are as short as documents', () => {
    const text = Array.from({ length: 200 }, (_, at) => object('Pod', `a${String(at)}`)).join(
      '---\n',
    );
    const { steps, result } = countSteps(checkManifestSteps(text));
    expect(steps).toBeGreaterThan(400);
    expect(result).toEqual(checkManifest(text));
    expect(result).toHaveLength(200);
  });
});

const folder = sharedPacks === null ? '' : join(sharedPacks, '../manifests');
describe.skipIf(!existsSync(folder))('real manifests (skipped without ../shared)', () => {
  it('have no findings but that one is a template (39, 50)', () => {
    const read = (file: string) =>
      checkManifest(readFileSync(join(folder, file), 'utf8'), context());
    expect(read('kubeflow-training-1.5.0.yaml')).toEqual([]);
    expect(read('argo-rollouts-1.2.1.yaml').map(({ code }) => code)).toEqual(['manifest-template']);
  });
});
