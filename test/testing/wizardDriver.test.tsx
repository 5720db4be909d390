import { useState } from 'react';
import { render, screen } from '@testing-library/react';
import {
  Button,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  RadioButton,
  RadioField,
  RadioGroup,
  Select,
  SelectValue,
  Text,
  TextField,
} from 'react-aria-components';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createWizardDriver } from '../../src/testing';

/** Puts HTML on the page and answers a driver that does not wait long for what never comes. */
function driverOf(html: string, timeout = 200) {
  const root = document.createElement('div');
  root.innerHTML = html;
  document.body.append(root);
  return { root, driver: createWizardDriver(root, { timeout }) };
}

function element(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`There is no ${selector}.`);
  return found;
}

const field = (selector: string) => element(selector) as HTMLInputElement;

afterEach(() => {
  document.body.replaceChildren();
});

describe('fill', () => {
  it.each([
    ['a label for it', '<label for="a">Name</label><input id="a">'],
    ['a label around it', '<label>Name <input></label>'],
    ['aria-label', '<input aria-label="Name">'],
    ['aria-labelledby', '<b id="b">Name</b><input aria-labelledby="b" aria-label="Other">'],
    ['a text area', '<label>Name<textarea></textarea></label>'],
    ['a search field', '<input type="search" aria-label="Name">'],
  ])('finds a field by %s', async (_, html) => {
    const { driver } = driverOf(`<input aria-label="Version">${html}`);
    await driver.fill('Name', 'edge');
    expect(field('input:not([aria-label="Version"]), textarea').value).toBe('edge');
  });

  it('fires input and change, and replaces what was there', async () => {
    const { root, driver } = driverOf('<input aria-label="Name" value="old">');
    const events: string[] = [];
    for (const type of ['input', 'change']) root.addEventListener(type, () => events.push(type));
    await driver.fill('Name', 'new');
    expect(events).toEqual(['input', 'change']);
    expect(field('input').value).toBe('new');
  });

  it('is seen by React', async () => {
    function Form() {
      const [name, setName] = useState('');
      return (
        <>
          <label>
            Name
            <input value={name} onChange={(event) => setName(event.target.value)} />
          </label>
          <output>{name}</output>
        </>
      );
    }
    const { container } = render(<Form />);
    await createWizardDriver(container).fill('Name', 'edge');
    expect(screen.getByRole('status')).toHaveTextContent('edge');
  });

  it('selects all and pastes into an editor, which keeps its own text', async () => {
    const { driver } = driverOf(
      '<div role="textbox" contenteditable aria-label="Values">a: 1</div>',
    );
    const editor = element('[role=textbox]');
    const keys: string[] = [];
    editor.addEventListener('keydown', (event) =>
      keys.push(`${event.ctrlKey ? 'Control' : 'Meta'}+${event.key}`),
    );
    let pasted = '';
    editor.addEventListener('paste', (event) => {
      event.preventDefault();
      pasted = event.clipboardData?.getData('text/plain') ?? '';
    });
    await driver.fill('Values', 'b: 2\r\n');
    expect(keys).toEqual(['Control+a', 'Meta+a']);
    expect(pasted).toBe('b: 2\r\n');
    expect(editor).toHaveTextContent('a: 1');
  });

  it('replaces the content of an element that takes no paste', async () => {
    const { driver } = driverOf('<div role="textbox" contenteditable aria-label="Values">a</div>');
    await driver.fill('Values', 'b');
    expect(element('[role=textbox]').textContent).toBe('b');
  });

  it('waits until the field comes and is enabled', async () => {
    const { root, driver } = driverOf('', 5000);
    const filled = driver.fill('Name', 'edge');
    root.innerHTML = '<input aria-label="Name" disabled>';
    await Promise.resolve();
    field('input').disabled = false;
    await filled;
    expect(field('input').value).toBe('edge');
  });

  it('passes over what users cannot perceive', async () => {
    const { driver } = driverOf(
      '<div aria-hidden="true"><input aria-label="Name"></div><input hidden aria-label="Name">' +
        '<div style="display: none"><input aria-label="Name"></div><input id="seen" aria-label="Name">',
    );
    await driver.fill('Name', 'edge');
    expect(field('#seen').value).toBe('edge');
  });

  it('says what was there instead', async () => {
    const { driver } = driverOf(
      '<input aria-label="Title"><label>Version <input></label><p role="alert">Not loaded</p>',
    );
    await expect(driver.fill('Name', 'x')).rejects.toThrow(
      'There is no text field "Name". There is: "Title", "Version". The page says: Not loaded Waited 200 ms.',
    );
  });

  it('says when a name is there twice, or disabled', async () => {
    const { driver } = driverOf(
      '<input aria-label="Name"><input aria-label="Name"><input aria-label="Version" disabled>',
    );
    await expect(driver.fill('Name', 'x')).rejects.toThrow('There are 2 of the text field "Name"');
    await expect(driver.fill('Version', 'x')).rejects.toThrow('"Version" is disabled');
  });
});

describe('choose', () => {
  it('chooses radio buttons of a fieldset or a radiogroup, by label or role', async () => {
    const { driver } = driverOf(
      '<fieldset><legend>Type</legend><label><input type="radio" name="t" id="i">Infrastructure</label>' +
        '<label><input type="radio" name="t" id="f">Full</label></fieldset>' +
        '<div role="radiogroup" aria-label="Provider"><label><input type="radio" id="p">AWS EKS</label></div>',
    );
    await driver.choose('Type', 'Full');
    expect(field('#f').checked).toBe(true);
    expect(field('#i').checked).toBe(false);
    await driver.choose('radiogroup', 'AWS EKS');
    expect(field('#p').checked).toBe(true);
  });

  it('chooses an option by its name or by a text of its own', async () => {
    const { driver } = driverOf(
      '<ul role="listbox" aria-label="Packs">' +
        '<li role="option" id="a"><b>Ubuntu</b> <i>ubuntu-aws</i></li>' +
        '<li role="option" id="b"><b>Ubuntu Pro</b> <i>ubuntu-pro</i></li></ul>',
    );
    const clicked: string[] = [];
    document.addEventListener('click', (event) => clicked.push((event.target as HTMLElement).id));
    await driver.choose('Packs', 'Ubuntu');
    await driver.choose('Packs', 'ubuntu-pro');
    await driver.choose('Packs', 'Ubuntu ubuntu-aws');
    expect(clicked).toEqual(['a', 'b', 'a']);
    await expect(driver.choose('Packs', 'Debian')).rejects.toThrow(
      '"Packs" has no "Debian". It has: "Ubuntu ubuntu-aws", "Ubuntu Pro ubuntu-pro".',
    );
    await expect(driver.choose('Pack Version', '1')).rejects.toThrow('There is no group');
  });

  it('chooses from a native select', async () => {
    const { root, driver } = driverOf(
      '<label>Registry <select><option value="1">Public</option><option value="2">Private</option></select></label>',
    );
    const changed = vi.fn();
    root.addEventListener('change', changed);
    await driver.choose('Registry', 'Private');
    expect(field('select').value).toBe('2');
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('chooses a tab', async () => {
    const { driver } = driverOf(
      '<div role="tablist" aria-label="Text"><button role="tab">Values</button><button role="tab" id="r">README</button></div>',
    );
    const clicked = vi.fn();
    element('#r').addEventListener('click', clicked);
    await driver.choose('Text', 'README');
    expect(clicked).toHaveBeenCalledTimes(1);
  });

  it('works React Aria: radio buttons, a listbox, a select that opens elsewhere, a text field', async () => {
    const chosen: string[] = [];
    render(
      <main>
        <RadioGroup aria-label="Infrastructure provider" onChange={(value) => chosen.push(value)}>
          <RadioField value="aws">
            <RadioButton>AWS IaaS</RadioButton>
          </RadioField>
          <RadioField value="maas">
            <RadioButton>MAAS</RadioButton>
          </RadioField>
        </RadioGroup>
        <ListBox
          aria-label="Packs"
          selectionMode="single"
          onSelectionChange={(keys) => chosen.push(Array.from(keys).join(','))}
        >
          <ListBoxItem id="ubuntu" textValue="Ubuntu">
            <Text slot="label">Ubuntu</Text> <Text slot="description">ubuntu-maas</Text>
          </ListBoxItem>
        </ListBox>
        <Select onChange={(key) => chosen.push(String(key))}>
          <Label>Pack Version</Label>
          <Button>
            <SelectValue />
          </Button>
          <Popover>
            <ListBox>
              <ListBoxItem id="v1">1.33.9</ListBoxItem>
              <ListBoxItem id="v2">1.34.1</ListBoxItem>
            </ListBox>
          </Popover>
        </Select>
        <TextField onChange={(value) => chosen.push(value)}>
          <Label>Pack Name</Label>
          <Input />
        </TextField>
        <Button onPress={() => chosen.push('next')}>Next layer</Button>
      </main>,
    );
    const driver = createWizardDriver(screen.getByRole('main'));
    await driver.choose('Infrastructure provider', 'MAAS');
    await driver.choose('Packs', 'Ubuntu');
    await driver.choose('Pack Version', '1.34.1');
    await driver.choose('Pack Version', '1.33.9');
    await driver.fill('Pack Name', 'calico');
    await driver.press('Next layer');
    expect(chosen).toEqual(['maas', 'ubuntu', 'v2', 'v1', 'calico', 'next']);
  });
});

describe('press', () => {
  it('waits until the button is enabled, and leaves the field before it', async () => {
    const { root, driver } = driverOf(
      '<input aria-label="Name"><button aria-disabled="true">Next</button>',
      5000,
    );
    const blurred = vi.fn();
    const clicked = vi.fn();
    root.addEventListener('focusout', blurred);
    element('button').addEventListener('click', clicked);
    await driver.fill('Name', 'x');
    const pressed = driver.press('Next');
    await Promise.resolve();
    expect(clicked).not.toHaveBeenCalled();
    element('button').removeAttribute('aria-disabled');
    await pressed;
    expect(clicked).toHaveBeenCalledTimes(1);
    expect(blurred).toHaveBeenCalledTimes(1);
  });

  it('compares names whole, and says which buttons there are', async () => {
    const { driver } = driverOf('<button>Next layer</button><button aria-label="Back">‹</button>');
    await expect(driver.press('Next')).rejects.toThrow(
      'There is no button "Next". There is: "Next layer", "Back".',
    );
  });

  it('prefers the root, and finds a dialog outside of it', async () => {
    const { driver } = driverOf('<button id="in">Next</button>');
    const dialog = document.createElement('div');
    dialog.innerHTML = '<button id="out">Next</button><button id="leave">Leave</button>';
    document.body.append(dialog);
    const clicked: string[] = [];
    document.addEventListener('click', (event) => clicked.push((event.target as HTMLElement).id), {
      once: false,
    });
    await driver.press('Next');
    await driver.press('Leave');
    expect(clicked.slice(-2)).toEqual(['in', 'leave']);
  });
});

describe('heading', () => {
  it('is the focused one, else one that may be, else the first', async () => {
    const { root, driver } = driverOf('<h1>Profiles</h1>');
    expect(await driver.heading()).toBe('Profiles');
    root.insertAdjacentHTML('beforeend', '<h2 tabindex="-1">Cloud <b>type</b></h2>');
    expect(await driver.heading()).toBe('Cloud type');
    root.insertAdjacentHTML('beforeend', '<h3 tabindex="-1" id="f">Review</h3>');
    element('#f').focus();
    expect(await driver.heading()).toBe('Review');
  });

  it('waits for the expected one, and says which there is', async () => {
    const { driver } = driverOf('<h2>Cloud type</h2>');
    const waiting = driver.heading('Review');
    element('h2').textContent = 'Review';
    expect(await waiting).toBe('Review');
    await expect(driver.heading('Done')).rejects.toThrow('The heading is "Review", not "Done".');
  });
});

describe('finish', () => {
  const review =
    '<h2>Review</h2><button>Cancel</button><button id="go">Finish Configuration</button>';

  function finishing(after: (root: HTMLElement) => void, timeout = 200) {
    const { root, driver } = driverOf(review, timeout);
    element('#go').addEventListener('click', () => queueMicrotask(() => after(root)));
    return driver.finish();
  }

  it('waits until the wizard is done', async () => {
    await expect(
      finishing((root) => (root.innerHTML = '<button>Open profile</button>'), 5000),
    ).resolves.toBeUndefined();
  });

  it('rejects with what the wizard says', async () => {
    const failed = finishing((root) => {
      root.insertAdjacentHTML('beforeend', '<p role="alert">The server is busy.</p>');
    }, 5000);
    await expect(failed).rejects.toThrow('did not save the profile: The server is busy.');
  });

  it('rejects when the wizard goes back to a step', async () => {
    const failed = finishing((root) => {
      root.innerHTML = '<h2>Basic information</h2><button>Cancel</button><button>Next</button>';
    }, 5000);
    await expect(failed).rejects.toThrow('it went back to "Basic information"');
  });

  it('rejects when nothing happens', async () => {
    await expect(finishing(() => undefined)).rejects.toThrow('the profile is not saved yet');
  });
});

it('leaves React its test environment as it was', async () => {
  const environment = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };
  const before = environment.IS_REACT_ACT_ENVIRONMENT;
  environment.IS_REACT_ACT_ENVIRONMENT = true;
  const { driver } = driverOf('<button>Next</button>', 50);
  await driver.press('Next');
  await expect(driver.press('Other')).rejects.toThrow();
  expect(environment.IS_REACT_ACT_ENVIRONMENT).toBe(true);
  environment.IS_REACT_ACT_ENVIRONMENT = before ?? false;
});
