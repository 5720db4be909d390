/** Elements that may carry a role this driver looks for. */
const CANDIDATES =
  '[role], a[href], button, fieldset, h1, h2, h3, h4, h5, h6, input, option, select, summary, textarea';

/** The role assistive technology sees, for the elements a form is made of; null for others. */
export function roleOf(element: Element): string | null {
  const role = element.getAttribute('role')?.trim().split(/\s+/)[0];
  if (role !== undefined && role !== '') return role;
  const tag = element.tagName.toLowerCase();
  if (/^h[1-6]$/.test(tag)) return 'heading';
  switch (tag) {
    case 'a':
      return 'link';
    case 'button':
    case 'summary':
      return 'button';
    case 'fieldset':
      return 'group';
    case 'option':
      return 'option';
    case 'textarea':
      return 'textbox';
    case 'select':
      return (element as HTMLSelectElement).multiple ? 'listbox' : 'combobox';
    case 'input':
      return roleOfInput((element as HTMLInputElement).type);
    default:
      return null;
  }
}

/** The elements below `scope` that have one of the roles and that users can perceive, in document order. */
export function findByRole(scope: ParentNode, roles: readonly string[]): readonly HTMLElement[] {
  return [...scope.querySelectorAll<HTMLElement>(CANDIDATES)].filter((element) => {
    const role = roleOf(element);
    return role !== null && roles.includes(role) && isExposed(element);
  });
}

/** The accessible name, as far as forms need it; white space is collapsed. */
export function accessibleName(element: Element): string {
  const byReference = referencedTexts(element).join(' ');
  if (byReference !== '') return byReference;
  const label = collapse(element.getAttribute('aria-label') ?? '');
  if (label !== '') return label;
  const native = nativeLabel(element);
  if (native !== '') return native;
  const content = isNamedByContent(element) ? textOf(element) : '';
  return content || collapse(element.getAttribute('title') ?? '') || placeholderOf(element);
}

/**
 * Whether `name` is the accessible name, or one of the texts it is put together from: the button of a
 * select is named by its value and its label.
 */
export function isNamed(element: Element, name: string): boolean {
  const wanted = collapse(name);
  return accessibleName(element) === wanted || referencedTexts(element).includes(wanted);
}

/** The text that assistive technology reads; white space is collapsed. */
export function textOf(element: Element): string {
  return collapse(rawTextOf(element));
}

/** Whether users can perceive the element. */
function isExposed(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  for (let node: Element | null = element; node !== null; node = node.parentElement) {
    if (node.hasAttribute('hidden') || node.hasAttribute('inert')) return false;
    if (node.getAttribute('aria-hidden') === 'true') return false;
    if (view?.getComputedStyle(node).display === 'none') return false;
  }
  return view?.getComputedStyle(element).visibility !== 'hidden';
}

/** Whether the control takes no input now. */
export function isDisabled(element: Element): boolean {
  return element.matches(':disabled') || element.closest('[aria-disabled="true"]') !== null;
}

export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function roleOfInput(type: string): string | null {
  switch (type) {
    case 'button':
    case 'image':
    case 'reset':
    case 'submit':
      return 'button';
    case 'checkbox':
    case 'radio':
      return type;
    case 'number':
      return 'spinbutton';
    case 'search':
      return 'searchbox';
    case 'hidden':
      return null;
    default:
      return 'textbox';
  }
}

function referencedTexts(element: Element): readonly string[] {
  const ids = (element.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .filter((id) => id !== '');
  return ids
    .map((id) => element.ownerDocument.getElementById(id))
    .map((label) => {
      if (label === null) return '';
      return collapse(label.getAttribute('aria-label') ?? '') || collapse(label.textContent);
    })
    .filter((text) => text !== '');
}

function nativeLabel(element: Element): string {
  if (element.tagName === 'FIELDSET') {
    const legend = [...element.children].find((child) => child.tagName === 'LEGEND');
    return legend === undefined ? '' : textOf(legend);
  }
  const { labels } = element as Partial<Pick<HTMLInputElement, 'labels'>>;
  return [...(labels ?? [])].map((label) => labelText(label, element)).join(' ');
}

/** A label around a control is named by the rest of what it holds. */
function labelText(label: Element, control: Element): string {
  return collapse(rawTextOf(label, control));
}

function rawTextOf(node: Node, leftOut: Element | null = null): string {
  let text = '';
  for (const child of node.childNodes) {
    if (child.nodeType === 3) {
      text += child.nodeValue ?? '';
    } else if (child.nodeType === 1 && child !== leftOut) {
      const element = child as Element;
      if (element.getAttribute('aria-hidden') === 'true' || element.hasAttribute('hidden'))
        continue;
      const label = element.getAttribute('aria-label') ?? element.getAttribute('alt');
      text += label === null ? ` ${rawTextOf(element, leftOut)} ` : ` ${label} `;
    }
  }
  return text;
}

function isNamedByContent(element: Element): boolean {
  if (/^(?:FIELDSET|INPUT|SELECT|TEXTAREA)$/.test(element.tagName)) return false;
  const role = roleOf(element);
  return role !== null && !/^(?:combobox|group|listbox|radiogroup|searchbox|textbox)$/.test(role);
}

function placeholderOf(element: Element): string {
  return collapse(element.getAttribute('placeholder') ?? '');
}
