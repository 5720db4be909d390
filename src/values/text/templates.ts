import { isMap, isPair, isScalar, isSeq, Scalar, type Document, type YAMLMap } from 'yaml';

/**
 * Makes words of what YAML takes for maps: `{{ … }}` without quotes is a template, one value that is never
 * merged with another, taken apart or looked into.
 */
export function foldTemplates(document: Document.Parsed, text: string): void {
  if (!text.includes('{{')) return;
  const fold = (node: unknown): unknown =>
    isMap(node) && isTemplateText(node, text) ? templateOf(node, text) : node;
  const open: unknown[] = [document.contents];
  while (open.length > 0) {
    const node = open.pop();
    if (isMap(node)) {
      for (const pair of node.items) {
        pair.key = fold(pair.key);
        pair.value = fold(pair.value);
        open.push(pair.key, pair.value);
      }
    } else if (isSeq(node)) {
      node.items = node.items.map((item) => (isPair(item) ? item : fold(item)));
      for (const item of node.items) open.push(item);
    }
  }
}

/** Whether a value is such a template; nothing else without quotes begins with a brace. */
export function isTemplate(node: unknown): boolean {
  return isScalar(node) && node.type === 'PLAIN' && node.source?.startsWith('{{') === true;
}

function isTemplateText({ flow, range }: YAMLMap, text: string): boolean {
  if (flow !== true || !range) return false;
  return text.startsWith('{{', range[0]) && text.slice(range[1] - 2, range[1]) === '}}';
}

function templateOf({ range, anchor, tag }: YAMLMap, text: string): Scalar {
  const source = range ? text.slice(range[0], range[1]) : '';
  const scalar: Scalar = Object.assign(new Scalar(source), { source, range: range ?? null });
  scalar.type = 'PLAIN';
  if (anchor !== undefined) scalar.anchor = anchor;
  if (tag !== undefined) scalar.tag = tag;
  return scalar;
}
