import { accessibleName, collapse, findByRole, isNamed, roleOf, textOf } from './accessible';
import type { Sighting } from './waitFor';

/** Controls that a text is typed into. */
const TEXT_ROLES = ['textbox', 'searchbox', 'spinbutton', 'combobox'];
/** What holds items to choose from, or opens something that does. */
const GROUP_ROLES = ['radiogroup', 'group', 'listbox', 'tablist', 'combobox', 'button'];
const ITEM_ROLES = ['radio', 'option', 'tab', 'checkbox', 'switch'];

export function findButton(scopes: readonly ParentNode[], name: string): Sighting<HTMLElement> {
  return findOne(scopes, ['button'], 'button', name);
}

/** A control that takes text. Native selects are none. */
export function findTextControl(
  scopes: readonly ParentNode[],
  label: string,
): Sighting<HTMLElement> {
  return findOne(
    scopes,
    TEXT_ROLES,
    'text field',
    label,
    (element) => element.tagName !== 'SELECT',
  );
}

/** Something to choose from: by its label, or else by its role where there is one of it. */
export function findGroup(
  scopes: readonly ParentNode[],
  labelOrRole: string,
): Sighting<HTMLElement> {
  const byLabel = findOne(scopes, GROUP_ROLES, 'group', labelOrRole, isChoice);
  if ('found' in byLabel || !GROUP_ROLES.includes(labelOrRole)) return byLabel;
  for (const scope of scopes) {
    const [first, ...others] = findByRole(scope, [labelOrRole]).filter(isChoice);
    if (first === undefined) continue;
    if (others.length === 0) return { found: first };
    return { missing: `There are ${others.length + 1} elements of the role ${labelOrRole}.` };
  }
  return byLabel;
}

/** An item by its name, or by a text that stands on its own in it, such as the title of a card. */
export function findItem(
  group: ParentNode,
  groupName: string,
  label: string,
): Sighting<HTMLElement> {
  const wanted = collapse(label);
  const items = findByRole(group, ITEM_ROLES);
  const exact = items.filter((item) => isNamed(item, wanted));
  const matches = exact.length > 0 ? exact : items.filter((item) => hasPart(item, wanted));
  const [first, ...others] = matches;
  if (first !== undefined && others.length === 0) return { found: first };
  if (first === undefined) {
    return { missing: `"${groupName}" has no "${wanted}". It has: ${listNames(items)}.` };
  }
  return {
    missing: `"${groupName}" has "${wanted}" ${matches.length} times: ${listNames(matches)}.`,
  };
}

/** Whether choosing goes through a list that opens. */
export function isTrigger(element: Element): boolean {
  return element.tagName !== 'SELECT' && ['button', 'combobox'].includes(roleOf(element) ?? '');
}

/** The names of what there is, for messages. */
export function listNames(elements: readonly Element[]): string {
  const names = elements.map((element) => `"${accessibleName(element) || textOf(element)}"`);
  return names.length === 0 ? 'nothing' : names.join(', ');
}

/** What stands in the live regions that report faults. */
export function alertTexts(scope: ParentNode): readonly string[] {
  return findByRole(scope, ['alert', 'alertdialog'])
    .map(textOf)
    .filter((text) => text !== '');
}

/** The first scope that has a match decides: the root comes before the rest of the page. */
function findOne(
  scopes: readonly ParentNode[],
  roles: readonly string[],
  kind: string,
  name: string,
  isMeant: (element: HTMLElement) => boolean = () => true,
): Sighting<HTMLElement> {
  for (const scope of scopes) {
    const matches = findByRole(scope, roles).filter(
      (element) => isMeant(element) && isNamed(element, name),
    );
    const [first, ...others] = matches;
    if (first === undefined) continue;
    if (others.length === 0) return { found: first };
    return { missing: `There are ${matches.length} of the ${kind} "${name}"; one was expected.` };
  }
  const [root] = scopes;
  const there = root === undefined ? [] : findByRole(root, roles).filter(isMeant);
  return { missing: `There is no ${kind} "${name}". There is: ${listNames(there)}.` };
}

function isChoice(element: HTMLElement): boolean {
  return roleOf(element) !== 'button' || element.getAttribute('aria-haspopup') === 'listbox';
}

function hasPart(item: Element, text: string): boolean {
  return [...item.querySelectorAll('*')].some((part) => textOf(part) === text);
}
