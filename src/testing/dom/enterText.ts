/** Replaces the text of a control as typing would, so that frameworks and editors notice. */
export function enterText(element: HTMLElement, text: string): void {
  element.focus();
  if (isTextControl(element)) setNativeValue(element, text);
  else if (!pasteOverAll(element, text)) replaceContent(element, text);
}

/** Chooses an option of a native select. */
export function selectOption(select: HTMLSelectElement, option: HTMLOptionElement): void {
  select.focus();
  setNativeValue(select, option.value);
}

type ValueControl = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function isTextControl(element: HTMLElement): element is HTMLInputElement | HTMLTextAreaElement {
  return element.tagName === 'INPUT' || element.tagName === 'TEXTAREA';
}

/** React overrides `value` on the element to know what it wrote: the prototype's setter goes past that. */
function setNativeValue(control: ValueControl, value: string): void {
  Reflect.set(Object.getPrototypeOf(control) as object, 'value', value, control);
  dispatch(control, 'input');
  dispatch(control, 'change');
}

/**
 * Code editors draw only the lines in view and keep their own text: they are given the keys that select
 * all, then a paste. Returns whether the element took the paste.
 */
function pasteOverAll(element: HTMLElement, text: string): boolean {
  const view = element.ownerDocument.defaultView;
  if (view === null) return false;
  // Control is first: where it is not the one, it only moves the caret.
  for (const modifier of [{ ctrlKey: true }, { metaKey: true }]) {
    const key = { key: 'a', code: 'KeyA', keyCode: 65, bubbles: true, cancelable: true };
    element.dispatchEvent(new view.KeyboardEvent('keydown', { ...key, ...modifier }));
  }
  const paste = new view.Event('paste', { bubbles: true, cancelable: true });
  const clipboardData = {
    types: ['text/plain'],
    files: [],
    items: [],
    getData: (type: string) => (/^text(?:\/plain)?$/.test(type) ? text : ''),
  };
  Object.defineProperty(paste, 'clipboardData', { value: clipboardData });
  return !element.dispatchEvent(paste);
}

function replaceContent(element: HTMLElement, text: string): void {
  element.textContent = text;
  dispatch(element, 'input');
}

function dispatch(element: HTMLElement, type: string): void {
  const view = element.ownerDocument.defaultView;
  if (view !== null) element.dispatchEvent(new view.Event(type, { bubbles: true }));
}
