import valid from 'semver/functions/valid.js';
import type { VariableFormat } from './variables';

/**
 * Whether a value that is not empty suits a format, as strictly as the documentation words it: `1` is no
 * boolean, `v1.2.3` and `1.2` are no versions, `010.0.0.1` is no address.
 */
export function suitsVariableFormat(value: string, format: VariableFormat): boolean {
  switch (format) {
    case 'string':
      return true;
    case 'number':
      return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(value);
    case 'boolean':
      return value === 'true' || value === 'false';
    case 'ipv4':
      return isIpv4(value);
    case 'ipv4cidr':
      return isIpv4Cidr(value);
    case 'ipv6':
      return isIpv6(value);
    case 'version':
      // `valid` takes spaces and a leading `v` or `=` for granted.
      return /^\d\S*$/.test(value) && valid(value) !== null;
    case 'base64':
      return isBase64(value);
    default:
      return format satisfies never;
  }
}

function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => isNumberUpTo(part, 255));
}

function isIpv4Cidr(text: string): boolean {
  const [address = '', bits = '', ...more] = text.split('/');
  return more.length === 0 && isIpv4(address) && isNumberUpTo(bits, 32);
}

/** Decimal and without leading zeros, which some read as octal. */
function isNumberUpTo(text: string, max: number): boolean {
  return /^(?:0|[1-9]\d{0,2})$/.test(text) && Number(text) <= max;
}

/** Eight groups, or fewer around one `::`; the last two may be written as an IPv4 address. */
function isIpv6(text: string): boolean {
  const [head = '', tail, ...more] = text.split('::');
  if (more.length > 0) return false;
  const before = countGroups(head, tail === undefined);
  if (before === null || tail === undefined) return before === 8;
  const after = countGroups(tail, true);
  return after !== null && before + after < 8;
}

/** How many groups of 16 bits a part has; null when it is none. */
function countGroups(part: string, mayEndInIpv4: boolean): number | null {
  if (part === '') return 0;
  const groups = part.split(':');
  const last = groups.at(-1) ?? '';
  const endsInIpv4 = mayEndInIpv4 && isIpv4(last);
  const hex = endsInIpv4 ? groups.slice(0, -1) : groups;
  if (!hex.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  return hex.length + (endsInIpv4 ? 2 : 0);
}

/** The standard alphabet, padded. Line breaks are how tools wrap it. */
function isBase64(text: string): boolean {
  const packed = text.replace(/[\r\n]/g, '');
  return packed.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(packed);
}
