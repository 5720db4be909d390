import { describe, expect, it } from 'vitest';
import { variableOf } from '../../src/components/LayerWorkspace/variableOf';

const selection = (path: readonly (string | number)[], value = 'x') => ({
  path,
  value,
  text: value,
  from: 0,
  to: value.length,
});

describe('the variable that a value suggests', () => {
  it.each(['adminPwd', 'accessKey', 'access-key', 'credentials', 'db_password', 'apiToken'])(
    'is masked for a key such as %s',
    (key) => {
      expect(variableOf(selection(['a', key]))).toMatchObject({ isSensitive: true });
    },
  );

  it.each(['secretName', 'tokenTtl', 'keyboard', 'passwordPolicy'])('is not for %s', (key) => {
    expect(variableOf(selection([key]))).toMatchObject({ isSensitive: false });
  });

  it('is masked where the rules of the pack name a secret, whatever the key', () => {
    const secretPaths = ['charts.app.pin', 'users.$[].code', 'a.b/c.d', 'all'];
    const isMasked = (...path: (string | number)[]) =>
      variableOf(selection(path), secretPaths).isSensitive;
    expect(isMasked('charts', 'app', 'pin')).toBe(true);
    expect(isMasked('users', 3, 'code')).toBe(true);
    expect(isMasked('a.b/c', 'd')).toBe(true);
    expect(isMasked('all', 'below', 0)).toBe(true);
    expect(isMasked('charts', 'app', 'pins')).toBe(false);
    expect(isMasked('pin')).toBe(false);
  });

  it('has the name of the key and the format of the value', () => {
    expect(variableOf(selection(['node.kubernetes.io/cidr', 0], '10.0.0.0/16'))).toMatchObject({
      name: 'node_kubernetes_io_cidr',
      format: 'ipv4cidr',
      defaultValue: '10.0.0.0/16',
    });
  });
});
