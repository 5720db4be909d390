import { composeStories } from '@storybook/react-vite';
import { waitFor, within } from '@testing-library/react';
import { fn } from 'storybook/test';
import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { ProfileInfoValues } from '../../src/model/profileInfo';
import * as stories from '../../stories/components/ProfileInfoForm.stories';
import { mount, workAsInTheBrowser } from './support/mount';

workAsInTheBrowser();

const { Empty, Filled, Taken } = composeStories(stories);

const onSubmit = fn<() => void>();
const onValuesChange = fn<(values: ProfileInfoValues) => void>();

beforeEach(() => {
  onSubmit.mockClear();
  onValuesChange.mockClear();
});

/** A text somewhere in another. */
const some = (text: string) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));

function openForm(Story: typeof Empty = Empty) {
  const { canvas } = mount(<Story onSubmit={onSubmit} onValuesChange={onValuesChange} />);
  const field = (name: string) => canvas.getByRole('textbox', { name });
  return {
    canvas,
    name: field('Name'),
    version: field('Version'),
    tags: field('Tags'),
    // By keyboard: a fault that appears as a field is left moves what stands below it.
    submit: async () => {
      canvas.getByRole('button', { name: 'Submit' }).focus();
      await userEvent.keyboard('{Enter}');
    },
    lastValues: () => onValuesChange.mock.lastCall?.[0],
  };
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

async function paste(field: HTMLElement, text: string) {
  await userEvent.click(field);
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  // The browser inserts what nobody handled.
  if (field.dispatchEvent(event)) await userEvent.fill(field, text);
}

describe('the form of basic information', () => {
  it('is submitted once nothing is at fault', async () => {
    const { submit } = openForm(Filled);
    await submit();
    await waitFor(() => {
      expect(onSubmit).toHaveBeenCalledTimes(1);
    });
  });

  it.each([
    ['', 'Enter a name.'],
    ['   ', 'Enter a name.'],
  ])('says what is wrong with the name %j', async (typed, message) => {
    const { name, submit } = openForm();
    if (typed !== '') await userEvent.fill(name, typed);
    await submit();
    await waitFor(() => {
      expect(name).toHaveAccessibleDescription(some(message));
    });
    expect(name).toHaveFocus();
    expect(name).toBeInvalid();
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it.each([
    ['1.0', '“1.0” is not in the form major.minor.patch. Use 1.0.0.'],
    ['v2.1.0', 'Use 2.1.0.'],
    ['latest', '“latest” is not a version.'],
  ])('says what is wrong with the version %j', async (typed, message) => {
    const { name, version, submit } = openForm();
    await userEvent.fill(name, 'a-name');
    await userEvent.fill(version, typed);
    await submit();
    await waitFor(() => {
      expect(version).toHaveAccessibleDescription(some(message));
    });
    expect(version).toHaveFocus();
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('takes an empty version for the default one', async () => {
    const { name, version, submit } = openForm();
    await userEvent.fill(name, 'a-name');
    await userEvent.clear(version);
    await submit();
    await waitFor(() => {
      expect(onSubmit).toHaveBeenCalledTimes(1);
    });
  });

  it('tells a field that is left of its fault, but not when only the window is left', async () => {
    const { name } = openForm();
    name.focus();
    // As browsers tell it: the field stays the active element.
    name.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    await userEvent.keyboard('a{Backspace}');
    await nextFrame();
    expect(name).not.toHaveAttribute('aria-invalid');
    await userEvent.keyboard('{Tab}');
    await waitFor(() => {
      expect(name).toHaveAttribute('aria-invalid', 'true');
    });
  });

  it('takes a fault away while it is mended', async () => {
    const { canvas, name, submit } = openForm();
    await submit();
    await canvas.findByText('Enter a name.');
    await userEvent.fill(name, 'x');
    await waitFor(() => {
      expect(canvas.queryByText('Enter a name.')).toBeNull();
    });
  });

  it('puts the next version in, the focus with it', async () => {
    const { canvas, version, lastValues } = openForm(Taken);
    await userEvent.click(await canvas.findByRole('button', { name: 'Use version 1.2.1' }));
    expect(version).toHaveValue('1.2.1');
    await waitFor(() => {
      expect(version).toHaveFocus();
    });
    expect(lastValues()?.version).toBe('1.2.1');
    expect(await canvas.findByText(/will be its new version 1\.2\.1/)).toBeVisible();
  });
});

describe('tags', () => {
  it.each([
    ['Enter', '{Enter}'],
    ['a comma', ','],
    ['leaving the field', '{Tab}'],
  ])('are added by %s', async (_how, keys) => {
    const { canvas, tags, lastValues } = openForm();
    await userEvent.click(tags);
    await userEvent.keyboard(`owner:platform${keys}`);
    await waitFor(() => {
      expect(lastValues()?.tags).toEqual(['owner:platform']);
    });
    expect(tags).toHaveValue('');
    expect(canvas.getByRole('list', { name: 'Added so far' })).toHaveTextContent('owner:platform');
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('are pasted as a list; what is no tag stays in the field', async () => {
    const { tags, lastValues } = openForm();
    await paste(tags, 'owner:platform, region:\npci');
    await waitFor(() => {
      expect(lastValues()?.tags).toEqual(['owner:platform', 'pci']);
    });
    expect(tags).toHaveValue('region:');
    expect(tags).toHaveAccessibleDescription(some('“region:” has no value'));
    expect(tags).toBeInvalid();
    await userEvent.click(tags);
    await userEvent.keyboard('{End}eu{Enter}');
    await waitFor(() => {
      expect(lastValues()?.tags).toEqual(['owner:platform', 'pci', 'region:eu']);
    });
    expect(tags).not.toBeInvalid();
  });

  it.each([
    [':x', 'has no key'],
    ['x:', 'has no value'],
    ['x:spectro__tag', 'is reserved'],
  ])('say what is wrong with %j', async (typed, message) => {
    const { tags, lastValues } = openForm();
    await userEvent.click(tags);
    await userEvent.keyboard(`${typed}{Enter}`);
    await waitFor(() => {
      expect(tags).toHaveAccessibleDescription(some(message));
    });
    expect(tags).toHaveValue(typed);
    expect(lastValues()?.tags ?? []).toEqual([]);
  });

  it('are added once, warn of one key twice, and can be removed', async () => {
    const { canvas, tags, lastValues } = openForm();
    await userEvent.click(tags);
    await userEvent.keyboard('owner:a{Enter}owner:a{Enter}owner:b{Enter}');
    await waitFor(() => {
      expect(lastValues()?.tags).toEqual(['owner:a', 'owner:b']);
    });
    expect(await canvas.findByText(/Several tags have the key owner/)).toBeVisible();
    const list = canvas.getByRole('list', { name: 'Added so far' });
    await userEvent.click(within(list).getByRole('button', { name: 'Remove tag owner:a' }));
    await waitFor(() => {
      expect(lastValues()?.tags).toEqual(['owner:b']);
    });
    expect(tags).toHaveFocus();
    expect(canvas.queryByText(/Several tags have the key/)).toBeNull();
  });

  it('submit with Enter only where the field is empty', async () => {
    const { name, tags } = openForm();
    await userEvent.fill(name, 'a-name');
    await userEvent.click(tags);
    await userEvent.keyboard('pci{Enter}');
    expect(onSubmit).not.toHaveBeenCalled();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => {
      expect(onSubmit).toHaveBeenCalledTimes(1);
    });
  });
});
