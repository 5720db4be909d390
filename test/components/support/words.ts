/** Every word in brackets, with the data it was given. */
export function bracketed(message: unknown): unknown {
  if (typeof message === 'string') return '⟦w⟧';
  if (typeof message === 'function') {
    return (...data: readonly unknown[]) => `⟦${data.map(String).join(' ')}⟧`;
  }
  if (typeof message !== 'object' || message === null) return message;
  return Object.fromEntries(Object.entries(message).map(([key, value]) => [key, bracketed(value)]));
}

const ATTRIBUTES = [
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
];

/** What the page says in the brackets' place: words, and names of our making. */
export function wordsOf(container: Element): readonly string[] {
  const texts: string[] = [];
  // What was entered and what the backend said are data; a text editor shows nothing else.
  const isData = (element: Element) =>
    element.closest('.cm-content, .cm-gutters, textarea, code, q') !== null;
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() !== null) {
    const { parentElement, textContent } = walker.currentNode;
    if (parentElement !== null && !isData(parentElement)) texts.push(textContent ?? '');
  }
  for (const element of container.querySelectorAll('*')) {
    if (isData(element)) continue;
    for (const name of ATTRIBUTES) texts.push(element.getAttribute(name) ?? '');
  }
  return texts
    .map((text) => withoutBrackets(text).trim())
    .filter((text) => /\p{Letter}/u.test(text));
}

/** Words may stand inside of words. */
function withoutBrackets(text: string): string {
  const less = text.replace(/⟦[^⟦⟧]*⟧/g, '');
  return less === text ? text : withoutBrackets(less);
}
