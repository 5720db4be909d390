import { render, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CompareTexts } from '../../src/components/CompareEditor/CompareTexts';
import { ConflictView } from '../../src/components/CompareEditor/ConflictView';
import type { ConflictSide } from '../../src/model/valuesCarry';
import {
  conflicts,
  editedValues,
  newDefaults,
  oldDefaults,
} from '../../stories/support/mergeTexts';
import { workAsInTheBrowser } from './support/mount';
import '../../src/styles.css';

workAsInTheBrowser();

const onTake = vi.fn<(indexes: readonly number[], side: ConflictSide) => void>();

function Host() {
  const [isOpen, setOpen] = useState(false);
  const [decisions, setDecisions] = useState<readonly (ConflictSide | null)[]>([null, null, null]);
  return (
    <div style={{ inlineSize: 1200 }}>
      <button
        onClick={() => {
          setOpen(true);
        }}
      >
        decide
      </button>
      {isOpen ? (
        <ConflictView
          conflicts={conflicts}
          mine={editedValues}
          theirs={newDefaults}
          mineLabel="Mine"
          theirsLabel="New"
          decisions={decisions}
          onTake={(indexes, side) => {
            onTake(indexes, side);
            setDecisions((before) =>
              before.map((taken, index) => (indexes.includes(index) ? side : taken)),
            );
          }}
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </div>
  );
}

describe('ConflictView', () => {
  it('is worked by keyboard alone, from opening to closing', async () => {
    render(<Host />);
    const opener = screen.getByRole('button', { name: 'decide' });
    await userEvent.click(opener);
    const first = screen.getByRole('group', { name: /podCIDR/ });
    expect(within(first).getByRole('radio', { name: /Keep mine/ })).toHaveFocus();
    expect(screen.getByText('3 of 3 undecided')).toBeVisible();

    const quota = screen.getByRole('group', { name: /kubeadmconfig\.etcd\.quota line 52/ });
    expect(quota).toHaveTextContent('Old default2GiKeep mine8GiTake the new defaultremoved');
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(within(quota).getByRole('radio', { name: /Keep mine/ })).toHaveFocus();
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(within(first).getByRole('radio', { name: /Keep mine/ })).toHaveFocus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await userEvent.keyboard(' ');
    expect(onTake).toHaveBeenLastCalledWith([2], 'mine');
    await userEvent.keyboard('{ArrowDown}');
    expect(onTake).toHaveBeenLastCalledWith([2], 'theirs');
    expect(screen.getByText('2 of 3 undecided')).toBeVisible();
    expect(within(quota).getByRole('radio', { name: /Take the new default/ })).toHaveFocus();

    await userEvent.click(screen.getByRole('button', { name: 'Keep all mine' }));
    expect(onTake).toHaveBeenLastCalledWith([0, 1, 2], 'mine');
    expect(screen.getByText('All 3 decided')).toBeVisible();

    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('region')).toBeNull();
    expect(opener).toHaveFocus();
  });

  it('scrolls the texts to the conflict that has the focus', async () => {
    render(<Host />);
    await userEvent.click(screen.getByRole('button', { name: 'decide' }));
    await screen.findByRole('textbox', { name: 'New' }, { timeout: 20_000 });
    await userEvent.click(screen.getByRole('button', { name: 'Show unchanged lines' }));
    const texts = document.querySelector<HTMLElement>('.cpb-CompareTexts-editor');
    if (texts === null) throw new Error('There are no texts.');
    expect(texts.scrollTop).toBe(0);
    const maxage = screen.getByRole('group', { name: /audit-log-maxage/ });
    within(maxage)
      .getByRole('radio', { name: /Keep mine/ })
      .focus();
    await waitFor(() => {
      const line = [...texts.querySelectorAll('.cm-merge-b .cm-line')].find((element) =>
        element.textContent.includes('audit-log-maxage'),
      );
      expect(line).toBeDefined();
      const { top, bottom } = line?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
      const frame = texts.getBoundingClientRect();
      expect(top).toBeGreaterThanOrEqual(frame.top);
      expect(bottom).toBeLessThanOrEqual(frame.bottom);
    });
  });
});

describe('passwords', () => {
  const schema = [{ path: 'auth.password', schema: '{{ format "${password}" }}' }];
  const mine = 'auth:\n  password: geheim-1\n  user: a\n';
  const theirs = 'auth:\n  password: geheim-2\n  user: a\n';

  it('are masked in a conflict and in the texts, which tell that they differ', async () => {
    const { container } = render(
      <div style={{ inlineSize: 1000 }}>
        <ConflictView
          conflicts={[
            {
              kind: 'both-changed',
              path: ['auth', 'password'],
              base: 'geheim-0',
              mine: 'geheim-1',
              theirs: 'geheim-2',
              line: 2,
            },
          ]}
          text={mine}
          mine={mine}
          theirs={theirs}
          mineLabel="Mine"
          theirsLabel="New"
          decisions={[null]}
          onTake={onTake}
          onClose={() => undefined}
          schema={schema}
        />
      </div>,
    );
    const right = await screen.findByRole('textbox', { name: 'New' }, { timeout: 20_000 });
    expect(right).toHaveTextContent('password: •••••••• ≠');
    expect(screen.getByText('1 difference')).toBeVisible();
    expect(container.textContent).not.toContain('geheim');
  });
});

describe('CompareTexts', () => {
  const sized = (width: number, right = newDefaults) => (
    <div style={{ inlineSize: width }}>
      <CompareTexts
        left={{ label: 'old', text: oldDefaults }}
        right={{ label: 'new', text: right }}
      />
    </div>
  );

  it('shows both side by side, or in one column where there is no room', async () => {
    const { rerender } = render(sized(1000));
    await screen.findByRole('textbox', { name: 'old' }, { timeout: 20_000 });
    expect(screen.getByRole('textbox', { name: 'new' })).toHaveAttribute('aria-readonly', 'true');
    expect(screen.getByText('2 differences')).toBeVisible();
    rerender(sized(400));
    await waitFor(() => {
      expect(screen.queryByRole('textbox', { name: 'old' })).toBeNull();
    });
    expect(document.querySelector('.cm-deletedChunk')).toHaveTextContent('192.168.0.0/16');
    expect(screen.getByText('2 differences')).toBeVisible();
  });

  it('leaves out what is the same, until it is asked for', async () => {
    render(sized(1000));
    await screen.findByRole('textbox', { name: 'new' }, { timeout: 20_000 });
    expect(screen.queryAllByText(/feature-gate-20/)).toHaveLength(0);
    expect(document.querySelector('.cm-collapsedLines')).toHaveTextContent('39 unchanged lines');
    await userEvent.click(screen.getByRole('button', { name: 'Show unchanged lines' }));
    expect(document.querySelectorAll('.cm-collapsedLines')).toHaveLength(0);
  });

  it('cannot be written in', async () => {
    render(sized(1000));
    const box = await screen.findByRole('textbox', { name: 'new' }, { timeout: 20_000 });
    const before = box.textContent;
    box.focus();
    await userEvent.keyboard('xyz{Enter}');
    expect(box.textContent).toBe(before);
  });

  it('takes over other texts', async () => {
    const { rerender } = render(sized(1000));
    await screen.findByText('2 differences', undefined, { timeout: 20_000 });
    rerender(sized(1000, oldDefaults.replaceAll('\n', '\r\n')));
    await screen.findByText('No differences');
  });
});
