import createDOMPurify from 'dompurify';
import { Marked, type Tokens } from 'marked';
import { safeImageUrl, safeLinkUrl } from '../../model/safeUrl';

/** What is put into a README besides its own text. */
export interface ReadmeWords {
  readonly image: string;
  readonly opensInNewTab: string;
}

/** What takes longer to format is shown as it is: it would stop the page. */
const LONGEST = 500_000;
/** For a paragraph of n marks of emphasis the parser needs n² steps; real READMEs stay far below. */
const MOST_STEPS = 10_000_000;

function isTooMuch(markdown: string): boolean {
  if (markdown.length > LONGEST) return true;
  let steps = 0;
  for (const paragraph of markdown.split(/\n[ \t\r]*\n/)) {
    const marks = paragraph.match(/[*_]/g)?.length ?? 0;
    steps += marks * marks;
  }
  return steps > MOST_STEPS;
}

const marked = new Marked({
  gfm: true,
  async: false,
  renderer: {
    // A task list without form controls.
    checkbox: ({ checked }: Tokens.Checkbox) => (checked ? '☑ ' : '☐ '),
  },
});

/** What a README may consist of. No ids and names, which could shadow the page's own. */
const allowed = {
  ALLOWED_TAGS: [
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'div', 'span', 'blockquote', 'pre'],
    ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'details', 'summary', 'a', 'img', 'b', 'i', 'u', 's'],
    ...['em', 'strong', 'del', 'ins', 'mark', 'small', 'sub', 'sup', 'code', 'kbd', 'samp', 'var'],
    ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'abbr', 'q', 'cite'],
  ],
  ALLOWED_ATTR: ['href', 'src', 'alt', 'title', 'align', 'colspan', 'rowspan', 'start', 'open'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: true as const,
};

/**
 * A README as nodes in which nothing runs, loads or posts anything: links lead only to `http:`,
 * `https:` and `mailto:`, images show only when they are part of the text. Needs a document.
 */
export function renderReadme(markdown: string, words: ReadmeWords): DocumentFragment {
  if (isTooMuch(markdown)) return plain(markdown);
  const html = marked.parse(markdown, { async: false });
  // An instance of our own: the shared one may carry hooks of the host.
  const content = createDOMPurify(window).sanitize(html, allowed);
  for (const image of content.querySelectorAll('img')) replaceImage(image, words);
  for (const link of content.querySelectorAll('a')) secureLink(link, words);
  lowerHeadings(content);
  return content;
}

function plain(markdown: string): DocumentFragment {
  const content = document.createDocumentFragment();
  const text = document.createElement('pre');
  text.textContent = markdown;
  content.append(text);
  return content;
}

/** An image from elsewhere would tell its server who reads this; a link leaves that to the reader. */
function replaceImage(image: HTMLImageElement, words: ReadmeWords): void {
  const source = image.getAttribute('src') ?? undefined;
  const alt = image.getAttribute('alt')?.trim() ?? '';
  if (source?.startsWith('data:') === true && safeImageUrl(source) !== null) {
    image.alt = alt;
    return;
  }
  const text = alt === '' ? words.image : alt;
  const url = safeLinkUrl(source);
  if (url === null || image.closest('a') !== null) {
    image.replaceWith(text);
    return;
  }
  const link = document.createElement('a');
  link.href = url;
  link.textContent = text;
  image.replaceWith(link);
}

function secureLink(link: HTMLAnchorElement, words: ReadmeWords): void {
  const url = safeLinkUrl(link.getAttribute('href') ?? undefined);
  const isEmpty = link.textContent.trim() === '' && link.querySelector('img[alt]') === null;
  if (url === null || isEmpty) {
    link.replaceWith(...link.childNodes);
    return;
  }
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  const note = document.createElement('span');
  note.className = 'cpb-visually-hidden';
  note.textContent = ` ${words.opensInNewTab}`;
  link.append(note);
}

/** The level of the headings the README stands under. */
const OUTER_LEVEL = 3;

/** Headings begin below those of the page and never skip a level, which READMEs often do. */
function lowerHeadings(content: DocumentFragment): void {
  let before = OUTER_LEVEL;
  for (const heading of content.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const level = Math.min(6, before + 1, Number(heading.localName.slice(1)) + OUTER_LEVEL);
    before = level;
    const lower = document.createElement(`h${level}`);
    lower.append(...heading.childNodes);
    heading.replaceWith(lower);
  }
}
