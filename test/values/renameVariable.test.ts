import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renameVariable } from '../../src/values/renameVariable';

describe('renameVariable', () => {
  it('changes the name in every reference and nowhere else (64)', () => {
    const text =
      "\uFEFF# {{.spectro.var.port}} of port\r\nport: '{{ .spectro.var.port }}'\r\n" +
      'a: "{{.spectro.var.port-b}} {{.spectro.var.port}}:{{.spectro.macro.port}}"\r\n' +
      'b: |\r\n  {{- .spectro.var.port | int -}} .spectro.var.port\r\n';
    expect(renameVariable(text, 'port', 'http-port')).toBe(
      "\uFEFF# {{.spectro.var.http-port}} of port\r\nport: '{{ .spectro.var.http-port }}'\r\n" +
        'a: "{{.spectro.var.port-b}} {{.spectro.var.http-port}}:{{.spectro.macro.port}}"\r\n' +
        'b: |\r\n  {{- .spectro.var.http-port | int -}} .spectro.var.port\r\n',
    );
  });

  it('leaves a text alone that does not use it', () => {
    expect(renameVariable('a: port', 'port', 'x')).toBe('a: port');
    expect(renameVariable('', 'port', 'x')).toBe('');
  });

  it('takes a name as it is, whatever it contains', () => {
    expect(renameVariable('{{.spectro.var.a}}', 'a', '$&$1')).toBe('{{.spectro.var.$&$1}}');
    expect(renameVariable('{{.spectro.var.axb}}', 'a.b', 'c')).toBe('{{.spectro.var.axb}}');
  });

  it('there and back is the same text', () => {
    const piece = fc.constantFrom(
      ...['{{', '}}', '.spectro.var.', 'old', 'other', ' ', '\n', '# ', "'", 'a: ', '| upper'],
    );
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (values) => {
        const renamed = renameVariable(values, 'old', 'brand-new');
        expect(renameVariable(renamed, 'brand-new', 'old')).toBe(values);
        expect(renamed.replaceAll('brand-new', 'old')).toBe(values);
      }),
      { numRuns: 1000 },
    );
  });
});
