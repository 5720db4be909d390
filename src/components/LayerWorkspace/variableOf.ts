import { isUnder, looksSecret } from '../../model/secrets';
import { createVariable, type ProfileVariable, type VariableFormat } from '../../model/variables';
import type { ScalarSelection } from '../ManifestEditor/CompletionData';

/**
 * The variable that a value suggests: named after its key, with the value as its default, masked where the
 * pack's rules or the key say that it is a secret.
 */
export function variableOf(
  { value, path, text }: ScalarSelection,
  secretPaths: readonly string[] = [],
): ProfileVariable {
  const key = path.findLast((part) => typeof part === 'string') ?? '';
  const name = key.replace(/[^A-Za-z0-9_-]+/g, '_').replace(/^[_-]+|[_-]+$/g, '');
  return {
    ...createVariable(name),
    defaultValue: value,
    format: formatOf(value, text !== value),
    isSensitive: looksSecret(key) || isUnder(secretPaths, path),
  };
}

function formatOf(value: string, isQuoted: boolean): VariableFormat {
  const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
  const ipv4 = `${octet}(?:\\.${octet}){3}`;
  if (new RegExp(`^${ipv4}$`).test(value)) return 'ipv4';
  if (new RegExp(`^${ipv4}/(?:3[0-2]|[12]?\\d)$`).test(value)) return 'ipv4cidr';
  if (isQuoted) return 'string';
  if (/^(?:true|false)$/.test(value)) return 'boolean';
  return /^-?\d+(?:\.\d+)?$/.test(value) ? 'number' : 'string';
}
