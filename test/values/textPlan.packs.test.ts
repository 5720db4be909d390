import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isMap, isSeq, parse, type Node } from 'yaml';
import { sharedPacksFolder } from '../support/packFolder';
import { applyChanges } from '../../src/values/text/editText';
import { readSource } from '../../src/values/text/valuesSource';
import { createTextPlan } from '../../src/values/text/textPlan';
import { keyText, valueOf } from '../../src/values/text/findPath';

function paths(node: Node | null, prefix: (string | number)[] = []): (string | number)[][] {
  if (isMap(node)) return node.items.flatMap((p, i) => { const path = [...prefix, keyText(p) ?? '?']; return [path, ...paths(valueOf({ collection: node, index: i }), path)]; });
  if (isSeq(node)) return node.items.flatMap((_, i) => { const path = [...prefix, i]; return [path, ...paths(valueOf({ collection: node, index: i }), path)]; });
  return [];
}
function without(value: any, path: (string | number)[]): any {
  const copy = structuredClone(value); let at = copy; for (const p of path.slice(0, -1)) at = at[p];
  const last = path.at(-1)!; if (Array.isArray(at)) at.splice(last as number, 1); else delete at[last]; return copy;
}
it('plan', () => {
  const folder = sharedPacksFolder()!; let n = 0, diff = 0; const t0 = Date.now(); const shown: string[] = [];
  for (const name of readdirSync(folder)) {
    const file = join(folder, name, 'values.yaml'); if (!existsSync(file)) continue;
    for (const crlf of [false, true]) {
    const text0 = readFileSync(file, 'utf8'); if (text0.length > 80000) continue;
    const text = crlf ? text0.replaceAll('\n', '\r\n').replaceAll('\r\r\n', '\r\n') : text0;
    const source = readSource(text); if (source === null) { console.log('unreadable', name); continue; }
    if (source.root === null) continue;
    const all = paths(source.root); const step = Math.max(1, Math.floor(all.length / 4));
    const value = parse(text);
    for (let i = crlf ? 1 : 0; i < all.length; i += step) {
      const path = all[i]!; n++;
      const plan = createTextPlan(source); expect(plan.remove(path)).toBe(true);
      const removed = applyChanges(text, plan.changes());
      const expected = without(value, path);
      if (path.length === 1 && Object.keys(expected).length === 0) continue;
      try { expect(parse(removed)).toEqual(expected); } catch (e) { console.log(name, path, String(e).slice(0, 600)); throw e; }
      const back = readSource(removed)!; const p2 = createTextPlan(back);
      if (typeof path.at(-1) === 'number') continue;
      p2.copy(path, source);
      const restored = applyChanges(removed, p2.changes());
      if (path.some((p) => typeof p === 'number')) { const k = (x: any): any => x; try { expect(k(parse(restored))).toEqual(value);} catch { console.log('LIST', name, path); } }
      else expect(parse(restored)).toEqual(value);
      if (restored !== text) { diff++; if (shown.length < 12) { const a = text.split('\n'), b = restored.split('\n'); let k = a.findIndex((l, j) => l !== b[j]); if (k < 0) k = a.length - 4; shown.push(`${name} ${path.join('/')}\n-- ${a.slice(Math.max(0, k - 2), k + 5).join('\n   ')}\n++ ${b.slice(Math.max(0, k - 2), k + 5).join('\n   ')}`); } }
    }
    }
  }
  console.log(n, diff, Date.now() - t0); console.log(shown.join('\n\n'));
}, 120000);
