import { it } from 'vitest';
import { parseText } from '../../src/values/text/parseText';
import { readdirSync, readFileSync } from 'node:fs';
const t = (name: string, text: string) => { const s = performance.now(); const r = parseText(text); console.log(name, text.length, (performance.now()-s).toFixed(1), r.ok ? ['ok', r.errors.slice(0,3).map(e=>e.code+e.pos), JSON.stringify(r.document.contents?.range), r.document.range] : r); };
it('x', () => {
  t('bom', '\uFEFFa: 1\r\nb: 2\r\n');
  t('empty', ''); t('comm', '# a\n'); t('two', 'a: 1\n---\n'); t('two2', '---\na: 1\n...\n---\nb: 1');
  t('[', '['.repeat(100000)); t('-', '- '.repeat(100000)); t('{', '{a: '.repeat(100000)); t('a:', 'a: '.repeat(100000)); t('?', '? '.repeat(100000));
  let nest=''; for (let i=0;i<1500;i++) nest += ' '.repeat(i)+'a:\n'; t('nest', nest);
  t('dup', 'a: 1\nb: {c: 1, c: 2}\na: 3');
  t('alias', 'a: &a [x,x,x,x,x,x,x,x,x]\n' + Array.from('bcdefghij').map((c,i)=>`${c}: &${c} [${Array(9).fill('*'+String.fromCharCode(97+i)).join(',')}]\n`).join(''));
  t('self', 'a: &a [*a]'); t('ok', 'a: &a {x: 1}\nb: *a\nc: *a');
  let keys=''; for (let i=0;i<100000;i++) keys += `key${i}: 1\n`; t('keys', keys);
  t('quote', 'a: "' + '\\"'.repeat(1900000)); t('spaces', 'a: ' + ('x' + ' '.repeat(100000)).repeat(30)); t('nl', '\n'.repeat(3900000)); t('sp', ' '.repeat(3900000));
  t('tabs', '\t'.repeat(3900000)); t('#', '# \n'.repeat(1300000)); t('colons', ':'.repeat(3900000)); t('comma', '[' + ','.repeat(1000000)); t('amp', '&a '.repeat(100000)); t('bang', '! '.repeat(100000)); t('star', '*a '.repeat(100000));
  t('dashes', '-\n'.repeat(500000)); t('quoted lines', 'a: "' + 'x\n  '.repeat(900000)); t('qq', "'' ".repeat(500000)); t('block', 'a: |\n' + '  x\n'.repeat(900000)); t('x:x', 'x: x: '.repeat(500000));t('pipe', '| '.repeat(500000)); t('%', '%a b\n'.repeat(500000)); t('docs','---\n'.repeat(500000)); t('cr','\r'.repeat(1000000)); t('] ', '] '.repeat(500000)); t('word', 'x '.repeat(1900000)); t('words', 'x\n'.repeat(1900000)); t('?n', '?\n'.repeat(500000)); t(', ', '[' + 'a, '.repeat(500000)); t('{a:', '{' + 'a: b, '.repeat(200000)); t('"a":', '{' + '"a":b,'.repeat(200000)); t('#ind', 'a:\n' + '  # \n \n'.repeat(300000)); t('#ind2', 'a:\n' + '  b: 1\n # x\n'.repeat(300000));
  t('seqcom', 'a:\n- b\n' + '#\n'.repeat(900000)+ '- c');
});
