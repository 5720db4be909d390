import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ManifestList } from '../../src/components/ManifestList/ManifestList';
import { createLayerStack, type StackManifest } from '../../src/model/layerStack';
import { reduceLayerStack, type LayerStackEvent } from '../../src/model/reduceLayerStack';
import '../../src/components/ManifestList/ManifestList.css';
import '../../src/components/ui/base.css';
import '../../src/components/ui/tokens.css';

const layerId = 'csi';
const opened = vi.fn<(id: string) => void>();
const sent = vi.fn<(event: LayerStackEvent) => void>();

interface HostProps {
  readonly names?: readonly string[];
  readonly withUndo?: boolean;
  readonly faultOf?: (manifest: StackManifest) => string | undefined;
  readonly activeId?: string;
}

/** A host that keeps the stack as the flow does. */
function Host({ names = [], withUndo = true, faultOf, activeId: firstActive }: HostProps) {
  const [current, setCurrent] = useState(() =>
    names.reduce(
      (before, name) =>
        reduceLayerStack(before, { type: 'manifestAdded', layerId, name, content: '' }),
      createLayerStack({ cloudType: 'aws', layers: ['csi'] }),
    ),
  );
  const [activeId, setActiveId] = useState<string | null>(firstActive ?? null);
  const [before, setBefore] = useState(current);
  const send = (event: LayerStackEvent) => {
    sent(event);
    setBefore(current);
    setCurrent((latest) => reduceLayerStack(latest, event));
  };
  const { manifests } = current.layers[0]!;
  const faults = new Map(
    manifests.flatMap((manifest) => {
      const fault = faultOf?.(manifest);
      return fault === undefined ? [] : [[manifest.id, fault] as const];
    }),
  );
  return (
    <ManifestList
      layerName="Storage"
      manifests={manifests}
      activeId={activeId}
      onActiveChange={(id) => {
        opened(id);
        setActiveId(id);
      }}
      faults={faults}
      onAdd={(name, content) => {
        send({ type: 'manifestAdded', layerId, name, content });
      }}
      onRename={(manifestId, name) => {
        send({ type: 'manifestRenamed', layerId, manifestId, name });
      }}
      onMove={(manifestId, toIndex) => {
        send({ type: 'manifestMoved', layerId, manifestId, toIndex });
      }}
      onRemove={(manifestId) => {
        send({ type: 'manifestRemoved', layerId, manifestId });
      }}
      onUndo={
        withUndo
          ? () => {
              setCurrent(before);
            }
          : undefined
      }
    />
  );
}

beforeEach(() => {
  opened.mockClear();
  sent.mockClear();
});

const list = () => screen.getByRole('list', { name: 'Manifests of Storage' });
const namesShown = () =>
  within(list())
    .getAllByRole('listitem')
    .map((row) => row.querySelector('button')?.textContent);
const button = (name: string) => screen.getByRole('button', { name });
const announced = () => screen.getByRole('status').textContent;
const fileOf = (content: BlobPart, name: string) => new File([content], name);

function dataTransferOf(files: readonly File[]): DataTransfer {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  return data;
}

function chooseFiles(files: readonly File[]) {
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
  input.files = dataTransferOf(files).files;
  fireEvent.change(input);
}

describe('adding', () => {
  it('teaches while there is none', () => {
    render(<Host />);
    expect(screen.getByText('Storage has no manifests of its own')).toBeVisible();
    expect(screen.queryByRole('list')).toBeNull();
  });

  it('adds an empty one, opens it and asks for its name', async () => {
    render(<Host names={['one']} />);
    await userEvent.click(button('New manifest'));
    const field = screen.getByRole('textbox', { name: 'Name of manifest' });
    expect(field).toHaveFocus();
    expect(opened.mock.calls).toEqual([['manifest-2']]);
    await userEvent.keyboard('ingress{Enter}');
    expect(namesShown()).toEqual(['one', 'ingress']);
    expect(button('ingress')).toHaveFocus();
    expect(button('ingress')).toHaveAttribute('aria-current', 'true');
    expect(announced()).toBe('Renamed to “ingress”.');
  });

  it('shows the name the host gave it', async () => {
    render(<Host names={['manifest']} />);
    await userEvent.click(button('New manifest'));
    expect(screen.getByRole('textbox')).toHaveValue('manifest-2');
    await userEvent.keyboard('{Escape}');
    expect(namesShown()).toEqual(['manifest', 'manifest-2']);
  });

  it('adds files in their order, byte for byte, and opens the first', async () => {
    render(<Host />);
    const text = '\ufeffkind: Secret\r\na: 1\n';
    chooseFiles([fileOf(text, 'secret.yaml'), fileOf('b: 2', 'b.c.yml')]);
    await waitFor(() => {
      expect(namesShown()).toEqual(['secret', 'b.c']);
    });
    expect(sent.mock.calls[0]?.[0]).toMatchObject({ name: 'secret', content: text });
    expect(opened.mock.calls).toEqual([['manifest-1']]);
    expect(announced()).toBe('2 manifests were added: secret, b.c.');
  });

  it('refuses files that are no text or too large, says which and why, and takes the others', async () => {
    render(<Host />);
    chooseFiles([
      fileOf(new Uint8Array([0xff, 0xfe, 0x00]), 'image.png'),
      fileOf('a: 1', 'good.yaml'),
      fileOf('a'.repeat(10_000_001), 'big.yaml'),
    ]);
    await waitFor(() => {
      expect(namesShown()).toEqual(['good']);
    });
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('2 files were not added.');
    expect(alert).toHaveTextContent('“image.png” is not UTF-8 text');
    expect(alert).toHaveTextContent('“big.yaml” is larger than 10 MB');
    await userEvent.click(button('Dismiss'));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(button('New manifest')).toHaveFocus();
  });

  it('takes dropped files, and shows that it would', async () => {
    render(<Host names={['one']} />);
    const data = dataTransferOf([fileOf('a: 1', 'two.yaml'), fileOf('b: 1', 'three.yaml')]);
    const drag = (type: string) => {
      const event = new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true });
      act(() => void list().dispatchEvent(event));
      return event;
    };
    expect(drag('dragenter').defaultPrevented).toBe(true);
    expect(drag('dragover').defaultPrevented).toBe(true);
    expect(screen.getByText('Drop files to add them as manifests')).toBeVisible();
    expect(drag('drop').defaultPrevented).toBe(true);
    expect(screen.queryByText('Drop files to add them as manifests')).toBeNull();
    await waitFor(() => {
      expect(namesShown()).toEqual(['one', 'two', 'three']);
    });
  });

  it('leaves alone what is dragged over it and is no file', () => {
    render(<Host names={['one']} />);
    const data = new DataTransfer();
    data.setData('text/plain', 'a: 1');
    const event = new DragEvent('dragover', {
      dataTransfer: data,
      bubbles: true,
      cancelable: true,
    });
    act(() => void list().dispatchEvent(event));
    expect(event.defaultPrevented).toBe(false);
  });

  it('stops showing that it takes files when they are dragged away', () => {
    render(<Host names={['one']} />);
    const dataTransfer = dataTransferOf([fileOf('a', 'a.yaml')]);
    const drag = (type: string, relatedTarget: Element | null) => {
      const init = { dataTransfer, relatedTarget, bubbles: true, cancelable: true };
      act(() => void list().dispatchEvent(new DragEvent(type, init)));
    };
    drag('dragenter', null);
    drag('dragleave', button('one'));
    expect(screen.getByText('Drop files to add them as manifests')).toBeVisible();
    drag('dragleave', document.body);
    expect(screen.queryByText('Drop files to add them as manifests')).toBeNull();
  });
});

describe('renaming', () => {
  it('begins at the button, with the name selected', async () => {
    render(<Host names={['one', 'two']} />);
    await userEvent.click(button('Rename one'));
    await userEvent.keyboard('first{Enter}');
    expect(namesShown()).toEqual(['first', 'two']);
  });

  it('leaves the name as it was on Escape', async () => {
    render(<Host names={['one']} />);
    await userEvent.click(button('Rename one'));
    await userEvent.keyboard('other{Escape}');
    expect(namesShown()).toEqual(['one']);
    expect(button('one')).toHaveFocus();
    expect(sent).not.toHaveBeenCalled();
  });

  it('takes the name over when the field is left', async () => {
    render(<Host names={['one']} />);
    await userEvent.click(button('Rename one'));
    await userEvent.keyboard('other');
    await userEvent.click(button('From file'));
    expect(namesShown()).toEqual(['other']);
    expect(sent).toHaveBeenCalledOnce();
  });

  it('keeps a bad name and shows what is wrong with it', async () => {
    const faultOf = ({ name }: StackManifest) =>
      name === '' ? 'Enter a name.' : name === 'two' ? 'This name is taken.' : undefined;
    render(<Host names={['one', 'three']} faultOf={faultOf} />);
    await userEvent.click(button('Rename one'));
    await userEvent.keyboard('two{Enter}');
    expect(button('two')).toHaveAccessibleDescription('This name is taken.');
    await userEvent.click(button('Rename two'));
    const field = screen.getByRole('textbox');
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription('This name is taken.');
    await userEvent.keyboard('{Backspace}{Enter}');
    expect(namesShown()).toEqual(['(no name)', 'three']);
    expect(button('(no name)')).toHaveAccessibleDescription('Enter a name.');
  });

  it('keeps Enter and Escape from a form or dialog around it', async () => {
    const outer = vi.fn();
    render(
      // eslint-disable-next-line jsx-a11y-x/no-static-element-interactions -- stands for a dialog
      <div onKeyDown={outer}>
        <Host names={['one']} />
      </div>,
    );
    await userEvent.click(button('Rename one'));
    outer.mockClear();
    await userEvent.keyboard('{Escape}');
    expect(outer).not.toHaveBeenCalled();
  });
});

describe('ordering', () => {
  it('moves by buttons and says where to, and keeps the focus', async () => {
    render(<Host names={['one', 'two', 'three']} />);
    await userEvent.click(button('Move down one'));
    expect(namesShown()).toEqual(['two', 'one', 'three']);
    expect(announced()).toBe('“one” moved to position 2 of 3.');
    await userEvent.keyboard('{Enter}');
    expect(namesShown()).toEqual(['two', 'three', 'one']);
    expect(button('Move down one')).toHaveFocus();
    expect(button('Move down one')).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{Enter}');
    expect(namesShown()).toEqual(['two', 'three', 'one']);
    expect(sent).toHaveBeenCalledTimes(2);
  });

  it('moves by Alt and an arrow key', async () => {
    render(<Host names={['one', 'two', 'three']} />);
    act(() => {
      button('three').focus();
    });
    await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowUp}{ArrowUp}{/Alt}');
    expect(namesShown()).toEqual(['three', 'one', 'two']);
    expect(button('three')).toHaveFocus();
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(namesShown()).toEqual(['one', 'three', 'two']);
  });

  it('moves by dragging with the mouse', async () => {
    render(<Host names={['one', 'two', 'three']} />);
    const rows = () => within(list()).getAllByRole('listitem');
    await waitFor(() => {
      expect(rows()[0]).toHaveAttribute('draggable', 'true');
    });
    const { height } = rows()[2]!.getBoundingClientRect();
    await userEvent.dragAndDrop(rows()[0]!, rows()[2]!, {
      sourcePosition: { x: 10, y: 10 },
      targetPosition: { x: 10, y: height - 4 },
    });
    await waitFor(() => {
      expect(namesShown()).toEqual(['two', 'three', 'one']);
    });
    await userEvent.dragAndDrop(rows()[1]!, rows()[0]!, {
      sourcePosition: { x: 10, y: 10 },
      targetPosition: { x: 10, y: 3 },
    });
    await waitFor(() => {
      expect(namesShown()).toEqual(['three', 'two', 'one']);
    });
    expect(announced()).toBe('“three” moved to position 1 of 3.');
  });
});

describe('removing', () => {
  it('removes at once, goes on with the next row, and offers Undo', async () => {
    render(<Host names={['one', 'two', 'three']} />);
    await userEvent.click(button('Remove two'));
    expect(namesShown()).toEqual(['one', 'three']);
    expect(button('three')).toHaveFocus();
    expect(announced()).toBe('“two” was removed.');
    await userEvent.click(button('Undo'));
    expect(namesShown()).toEqual(['one', 'two', 'three']);
    expect(button('two')).toHaveFocus();
    expect(announced()).toBe('“two” is back.');
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('goes on with the row before when the last was removed', async () => {
    render(<Host names={['one', 'two']} />);
    await userEvent.click(button('Remove two'));
    expect(button('one')).toHaveFocus();
  });

  it('goes on with New manifest when none is left', async () => {
    render(<Host names={['one']} />);
    await userEvent.click(button('Remove one'));
    expect(button('New manifest')).toHaveFocus();
    expect(screen.getByText('Storage has no manifests of its own')).toBeVisible();
    await userEvent.click(button('Undo'));
    expect(button('one')).toHaveFocus();
  });

  it('offers no Undo without the host', async () => {
    render(<Host names={['one', 'two']} withUndo={false} />);
    await userEvent.click(button('Remove one'));
    expect(screen.getAllByText('“one” was removed.')[0]).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('drops the offer with the next change', async () => {
    render(<Host names={['one', 'two', 'three']} />);
    await userEvent.click(button('Remove one'));
    await userEvent.click(button('Move down two'));
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });
});

describe('choosing', () => {
  it('opens a manifest and marks the open one', async () => {
    render(<Host names={['one', 'two']} activeId="manifest-1" />);
    expect(button('one')).toHaveAttribute('aria-current', 'true');
    await userEvent.click(button('two'));
    expect(opened.mock.calls).toEqual([['manifest-2']]);
    expect(button('two')).toHaveAttribute('aria-current', 'true');
    expect(button('one')).not.toHaveAttribute('aria-current');
  });

  it('fits 400 pixels without scrolling sideways', () => {
    const { container } = render(
      <div style={{ inlineSize: 360 }}>
        <Host names={['a', 'name-'.repeat(40)]} activeId="manifest-2" />
      </div>,
    );
    const box = container.firstElementChild!;
    expect(box.scrollWidth).toBeLessThanOrEqual(box.clientWidth);
  });
});
