import { isScalar } from 'yaml';
import type { TextRange } from '../../model/textDiagnostic';
import { createCommentTest } from '../references/findComments';
import { leafAt, type Leaf } from './findLeaves';

/**
 * Expressions of templates in a manifest: `{{ … }}` that are not references of the product, outside of
 * comments, quotes and block scalars, in which they would be text for somebody else.
 */
export function findTemplates(text: string, leaves: readonly Leaf[]): readonly TextRange[] {
  const templates: TextRange[] = [];
  if (!text.includes('{{')) return templates;
  const isComment = createCommentTest(text);
  for (let from = text.indexOf('{{'); from !== -1;) {
    const close = text.indexOf('}}', from + 2);
    const to = close === -1 ? text.length : close + 2;
    const isOurs = text.slice(from, Math.min(to, from + 200)).includes('.spectro.');
    if (!isComment(from) && !isOurs && !isText(leafAt(leaves, from))) templates.push({ from, to });
    from = text.indexOf('{{', to);
  }
  return templates;
}

/** Quoted, or a block scalar. */
function isText(leaf: Leaf | null): boolean {
  return leaf !== null && isScalar(leaf.node) && leaf.node.type !== 'PLAIN';
}
