import fc from 'fast-check';
import { isIPv4, isIPv6 } from 'node:net';
import { describe, expect, it } from 'vitest';
import { suitsVariableFormat } from '../../src/model/variableFormats';
import type { VariableFormat } from '../../src/model/variables';

const cases: Record<VariableFormat, { right: readonly string[]; wrong: readonly string[] }> = {
  string: { right: ['a', ' ', '{}', 'a\nb'], wrong: [] },
  number: {
    right: ['0', '3', '-3', '+1', '1.5', '.5', '2.', '1e6', '1E-6', '007'],
    wrong: ['x', '1,5', '1 000', '0x1f', 'NaN', 'Infinity', '.', 'e5', '1e', ' 1', '--1', '１'],
  },
  boolean: { right: ['true', 'false'], wrong: ['True', 'TRUE', '1', '0', 'yes', 'on', ' true'] },
  ipv4: {
    right: ['0.0.0.0', '10.1.2.3', '255.255.255.255'],
    wrong: ['256.1.1.1', '1.2.3', '1.2.3.4.5', '01.2.3.4', '1.2.3.4/24', '1.2.3.a', '1..2.3'],
  },
  ipv4cidr: {
    right: ['10.0.0.0/8', '0.0.0.0/0', '192.168.1.7/32'],
    wrong: ['10.0.0.0', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/08', '10.0.0.0/8/8', '::/8', '/8'],
  },
  ipv6: {
    right: [
      '::',
      '::1',
      '1::',
      'fe80::1',
      '2001:DB8::ff00:42:8329',
      '::ffff:10.0.0.1',
      '1:2:3:4:5:6:7:8',
      '1:2:3:4:5:6:10.0.0.1',
      '1:2:3:4:5:6:7::',
    ],
    wrong: [
      '1',
      ':::',
      '1::2::3',
      '1:2:3:4:5:6:7',
      '1:2:3:4:5:6:7:8:9',
      '1:2:3:4::5:6:7:8',
      '1:2:3:4:5:6:7:10.0.0.1',
      '10.0.0.1::',
      'g::1',
      'fe80::1%eth0',
    ],
  },
  version: {
    right: ['1.2.3', '0.0.0', '1.2.3-rc.1', '1.2.3+build.5', '10.20.30-a+b'],
    wrong: ['1.2', 'v1.2.3', '=1.2.3', '1.2.3.4', '01.2.3', 'latest', '1.2.x', ' 1.2.3', '1.2.3 '],
  },
  base64: {
    right: ['YQ==', 'YWI=', 'YWJj', '+/+/', 'YWJj\nYWJj\n', 'YW\r\nJj'],
    wrong: ['YQ', 'YQ=', 'Y===', '====', 'YW-_', 'YW Jj', 'ä===', '\n'],
  },
};

describe.each(Object.entries(cases))('%s', (name, { right, wrong }) => {
  const format = name as VariableFormat;
  it.each(right)('suits %j', (value) => {
    expect(suitsVariableFormat(value, format)).toBe(true);
  });
  it.each(wrong)('does not suit %j', (value) => {
    expect(suitsVariableFormat(value, format)).toBe(false);
  });
});

describe('addresses', () => {
  const nearlyIpv4 = fc.oneof(fc.ipV4(), fc.stringMatching(/^[0-9.]{0,15}$/));
  const nearlyIpv6 = fc.oneof(fc.ipV6(), fc.stringMatching(/^[0-9a-fA-F:.]{0,39}$/));

  it('are what Node takes for them', () => {
    fc.assert(
      fc.property(nearlyIpv4, (text) => {
        expect(suitsVariableFormat(text, 'ipv4')).toBe(isIPv4(text));
      }),
    );
    fc.assert(
      fc.property(nearlyIpv6, (text) => {
        expect(suitsVariableFormat(text, 'ipv6')).toBe(isIPv6(text));
      }),
    );
  });
});

describe('base64', () => {
  it('is what it encodes to', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), (bytes) => {
        expect(suitsVariableFormat(Buffer.from(bytes).toString('base64'), 'base64')).toBe(true);
      }),
    );
  });
});
