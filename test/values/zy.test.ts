import { it } from 'vitest';
import { parseText } from '../../src/values/text/parseText';
it('y', () => {
  for (const t of ['a:\n\tb: 1\n', 'a:\n  b: 1\n\tc: 2\n', 'a:\n  b: 1\n  \tc: 2\n', '\ta: 1\n', 'a:\n\t- b\n\t- c\n', 'a:\n\tb:\n\t\tc: 1\n', '-\ta: 1\n', 'a:\tb\n','a: |\n\tx\n', 'a:\n  - b\n\t- c', 'a: {{.x}}-y\n', 'a: {{ .x }}\n', 'a: {{ .x | default "y" }}\nb: [{{.y}}, 1]\n', 'a: - {{ .x }}', 'a: "x', 'a: b: c', 'a: [1, 2', 'a\nb: 1', 'x: *foo', 'a: {{.x}}/{{.y}}', '{{ .x }}', 'a: @x', '<<: {a: 1}\n<<: {b: 1}']) {
    const r = parseText(t); console.log('R', JSON.stringify(t), r.ok ? r.errors.map(e=>`${e.code}@${e.pos}`).join(' ') : r.refused, r.ok ? String(JSON.stringify(r.document.toJS())).slice(0,80):'');
  }
});
