import { isMap, isNode, isScalar, isSeq, type YAMLMap } from 'yaml';
import type {
  Severity,
  TextDiagnostic,
  TextDiagnosticCode,
  TextRange,
  ValuesPath,
} from '../../model/textDiagnostic';
import { findKey } from '../text/findPath';
import { finding, lineAt } from './diagnostic';
import { groupOf, isNamespaced } from './kubernetesKinds';

/** An object that was found, to be compared with others. */
export interface SeenObjects {
  readonly keys: Set<string>;
}

interface ObjectCheck {
  readonly text: string;
  /** What is written between templates may be anything: nothing counts as missing. */
  readonly isTemplate: boolean;
  readonly seen: SeenObjects;
}

/** As Kubernetes has it for the names of namespaces. */
const NAMESPACE = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;

/** Findings about a Kubernetes object, or the objects of a list. */
export function checkObject(
  check: ObjectCheck,
  node: unknown,
  path: ValuesPath = [],
): TextDiagnostic[] {
  if (!isMap(node)) {
    if (check.isTemplate || !isNode(node) || !node.range) return [];
    const [from, to] = node.range;
    return [finding('manifest-not-an-object', 'error', { from, to }, { path })];
  }
  const kind = readField(node, 'kind');
  const apiVersion = readField(node, 'apiVersion');
  const items = valueAt(node, 'items');
  const missing = [
    ...(isMissing(kind, check) ? [missingField(check, 'manifest-kind-missing', node, path)] : []),
    ...(isMissing(apiVersion, check)
      ? [missingField(check, 'manifest-api-version-missing', node, path)]
      : []),
  ];
  if (isSeq(items) && (kind?.text.endsWith('List') ?? false)) {
    const found = items.items.flatMap((item, index) =>
      checkObject(check, item, [...path, 'items', index]),
    );
    return [...missing, ...found];
  }
  const identity = { kind: kind?.text ?? '', apiVersion: apiVersion?.text ?? '' };
  return [...missing, ...checkMetadata(check, node, path, identity)];
}

interface Identity {
  readonly kind: string;
  readonly apiVersion: string;
}

function checkMetadata(
  check: ObjectCheck,
  node: YAMLMap,
  path: ValuesPath,
  { kind, apiVersion }: Identity,
): TextDiagnostic[] {
  // A `Kustomization` is no object of a cluster and has no name.
  if (groupOf(apiVersion) === 'kustomize.config.k8s.io') return [];
  const metadata = valueAt(node, 'metadata');
  const fields = isMap(metadata) ? metadata : null;
  const name = fields === null ? null : readField(fields, 'name');
  const generateName = fields === null ? null : readField(fields, 'generateName');
  const namespace = fields === null ? null : readField(fields, 'namespace');
  if (isMissing(name, check)) {
    return generateName === null
      ? [missingField(check, 'manifest-name-field-missing', node, path)]
      : [];
  }
  const place = name ?? rangeOf(node, check.text);
  const params = { kind, name: name?.text ?? '' };
  const found: TextDiagnostic[] = [];
  const tell = (code: TextDiagnosticCode, severity: Severity, at: TextRange, to: ValuesPath) =>
    found.push(
      finding(code, severity, at, {
        path: [...path, ...to],
        params: { ...params, namespace: namespace?.text ?? '' },
      }),
    );
  const isResolved = [kind, apiVersion, params.name, namespace?.text ?? ''].every(
    (text) => !text.includes('{{'),
  );
  if (isMissing(namespace, check) && isNamespaced(apiVersion, kind)) {
    tell('manifest-namespace-missing', 'warning', place, ['metadata']);
  }
  if (
    namespace !== null &&
    isResolved &&
    namespace.text !== '' &&
    !NAMESPACE.test(namespace.text)
  ) {
    tell('manifest-namespace-invalid', 'error', namespace, ['metadata', 'namespace']);
  }
  if (isResolved && !check.isTemplate && kind !== '' && params.name !== '') {
    const key = JSON.stringify([groupOf(apiVersion), kind, namespace?.text ?? '', params.name]);
    if (check.seen.keys.has(key))
      tell('manifest-duplicate-object', 'warning', place, ['metadata', 'name']);
    check.seen.keys.add(key);
  }
  return found;
}

interface Field extends TextRange {
  /** As written, without quotes; empty where nothing is written. */
  readonly text: string;
}

/** A scalar of a map; null where the key is missing. */
function readField(map: YAMLMap, key: string): Field | null {
  const node = valueAt(map, key);
  if (!isNode(node) || !node.range) return null;
  const [from, to] = node.range;
  if (!isScalar(node)) return { text: '{{ }}', from, to };
  if (node.value === null) return { text: '', from, to };
  return { text: typeof node.value === 'string' ? node.value : (node.source ?? ''), from, to };
}

function isMissing(field: Field | null, { isTemplate }: ObjectCheck): boolean {
  return !isTemplate && (field === null || field.text.trim() === '');
}

function valueAt(map: YAMLMap, key: string): unknown {
  const index = findKey(map, key);
  return index === -1 ? undefined : map.items[index]?.value;
}

function missingField(
  { text }: ObjectCheck,
  code: TextDiagnosticCode,
  node: YAMLMap,
  path: ValuesPath,
): TextDiagnostic {
  return finding(code, 'error', rangeOf(node, text), { path });
}

/** The first line of an object. */
function rangeOf(node: YAMLMap, text: string): TextRange {
  const from = node.range?.[0] ?? 0;
  return { from, to: Math.max(from, lineAt(text, from).to) };
}
