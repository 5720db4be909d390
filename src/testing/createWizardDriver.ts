import { findByRole, isDisabled, textOf } from './dom/accessible';
import { enterText, selectOption } from './dom/enterText';
import {
  alertTexts,
  findButton,
  findGroup,
  findItem,
  findTextControl,
  isTrigger,
  listNames,
} from './dom/findControl';
import { asUser, waitFor, type Sighting } from './dom/waitFor';

export interface WizardDriverOptions {
  /** How long to wait for what is asked for, in milliseconds. @default 5000 */
  readonly timeout?: number | undefined;
}

/**
 * Works a wizard as a user does: by the labels on it. Each call waits until what it needs is there and
 * enabled, and rejects with what was there instead. Names are compared whole, case included.
 */
export interface WizardDriver {
  /**
   * The text of the step's heading: the one that has the focus, else the first that may take it, else
   * the first. With `expected`, waits until it reads so.
   */
  heading(expected?: string): Promise<string>;
  /** Replaces the text of a field or editor, such as `Name`, `Pack Name` or `Values`. */
  fill(label: string, text: string): Promise<void>;
  /**
   * Chooses an item by its name or its title: of radio buttons, a listbox, tabs or a select. `group` is
   * the label, such as `Registry` or `Packs`, or a role of which there is only one, such as `radiogroup`.
   */
  choose(group: string, option: string): Promise<void>;
  /** Presses a button, such as `Next`. */
  press(button: string): Promise<void>;
  /** Presses `Finish Configuration` and waits until the profile is saved. Rejects when it is not. */
  finish(): Promise<void>;
}

const FINISH = 'Finish Configuration';

/**
 * Drives a wizard in a browser or jsdom, with whatever renders it. What opens outside `root`, such as
 * the list of a select, is found too.
 *
 * @param root what the wizard is rendered in
 */
export function createWizardDriver(
  root: HTMLElement | Document,
  options: WizardDriverOptions = {},
): WizardDriver {
  const { timeout = 5000 } = options;
  const document = root.ownerDocument ?? root;
  const scopes: readonly ParentNode[] = root === document ? [root] : [root, document];

  function wait<Found>(look: () => Sighting<Found>): Promise<Found> {
    return waitFor(document, timeout, () => {
      const sighting = look();
      if ('found' in sighting) return sighting;
      const alerts = alertTexts(root);
      if (alerts.length === 0) return sighting;
      return { missing: `${sighting.missing} The page says: ${alerts.join(' / ')}` };
    });
  }

  function waitForEnabled(
    kind: string,
    name: string,
    look: () => Sighting<HTMLElement>,
  ): Promise<HTMLElement> {
    return wait(() => {
      const sighting = look();
      if ('found' in sighting && isDisabled(sighting.found)) {
        return { missing: `The ${kind} "${name}" is disabled.` };
      }
      return sighting;
    });
  }

  async function press(name: string): Promise<void> {
    click(await waitForEnabled('button', name, () => findButton(scopes, name)));
  }

  async function chooseIn(group: string, option: string): Promise<void> {
    const found = await waitForEnabled('group', group, () => findGroup(scopes, group));
    if (isTrigger(found)) {
      if (found.getAttribute('aria-expanded') !== 'true') click(found);
      const item = await waitForEnabled('option', option, () =>
        findOpenItem(document, found, group, option),
      );
      click(item);
      await wait(() =>
        found.isConnected && found.getAttribute('aria-expanded') === 'true'
          ? { missing: `The list of "${group}" stays open after "${option}" was chosen.` }
          : { found: true },
      );
      return;
    }
    // The group is looked for again each time: a list may be drawn anew while it loads.
    const item = await waitForEnabled('item', option, () => {
      const current = findGroup(scopes, group);
      return 'found' in current ? findItem(current.found, group, option) : current;
    });
    const select = item.closest('select');
    if (select === null) click(item);
    else selectOption(select, item as HTMLOptionElement);
  }

  return {
    heading: (expected) =>
      wait(() => {
        const found = findHeading(root, document);
        if (found === null) return { missing: 'There is no heading.' };
        const text = textOf(found);
        if (expected === undefined || text === expected) return { found: text };
        return { missing: `The heading is "${text}", not "${expected}".` };
      }),

    fill: (label, text) =>
      asUser(async () => {
        const look = () => findTextControl(scopes, label);
        enterText(await waitForEnabled('text field', label, look), text);
      }),

    choose: (group, option) => asUser(() => chooseIn(group, option)),

    press: (button) => asUser(() => press(button)),

    finish: () =>
      asUser(async () => {
        const look = () => findButton(scopes, FINISH);
        const button = await waitForEnabled('button', FINISH, look);
        const alertsBefore = alertTexts(root);
        click(button);
        await wait(() => {
          const said = alertTexts(root).filter((text) => !alertsBefore.includes(text));
          if (said.length > 0) throw notFinished(said.join(' / '));
          if ('found' in findButton([root], FINISH)) {
            return { missing: `"${FINISH}" was pressed, but the profile is not saved yet.` };
          }
          // A conflict leads back to a step, which has a way forward.
          const isStep = 'found' in findButton([root], 'Next') && isThere(root, 'Cancel');
          if (!isStep) return { found: true };
          const heading = findHeading(root, document);
          throw notFinished(`it went back to "${heading === null ? '' : textOf(heading)}"`);
        });
      }),
  };
}

function isThere(root: ParentNode, button: string): boolean {
  return 'found' in findButton([root], button);
}

function notFinished(reason: string): Error {
  return new Error(`cluster-profile-builder: the wizard did not save the profile: ${reason}`);
}

/** Focus first, as a click does, so that the field before it is left. */
function click(element: HTMLElement): void {
  element.focus({ preventScroll: true });
  element.click();
}

function findHeading(root: ParentNode, document: Document): HTMLElement | null {
  const headings = findByRole(root, ['heading']);
  return (
    headings.find((heading) => heading === document.activeElement) ??
    headings.find((heading) => heading.hasAttribute('tabindex')) ??
    headings[0] ??
    null
  );
}

/** The list that a trigger opened may stand anywhere in the page. */
function findOpenItem(
  document: Document,
  trigger: Element,
  group: string,
  option: string,
): Sighting<HTMLElement> {
  const controlled = document.getElementById(trigger.getAttribute('aria-controls') ?? '');
  if (controlled !== null) return findItem(controlled, group, option);
  const lists = findByRole(document, ['listbox']);
  const sightings = lists.map((list) => findItem(list, group, option));
  return (
    sightings.find((sighting) => 'found' in sighting) ??
    sightings[0] ?? { missing: `"${group}" opened no list. There is: ${listNames(lists)}.` }
  );
}
