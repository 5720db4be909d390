import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTextSession } from '../../src/components/ManifestEditor/textSession';

describe('createTextSession', () => {
  const onCommit = vi.fn<(text: string) => void>();
  beforeEach(() => {
    vi.useFakeTimers();
    onCommit.mockClear();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const createSession = () => createTextSession('a', onCommit, () => 300);

  it('commits once, after the pause, and reads the text only then', () => {
    const session = createSession();
    const read = vi.fn(() => 'abc');
    session.changed(() => 'ab');
    vi.advanceTimersByTime(299);
    session.changed(read);
    vi.advanceTimersByTime(299);
    expect(read).not.toHaveBeenCalled();
    expect(onCommit).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(onCommit.mock.calls).toEqual([['abc']]);
  });

  it('commits at once on a flush, and not again after the pause', () => {
    const session = createSession();
    session.changed(() => 'ab');
    session.flush();
    expect(onCommit.mock.calls).toEqual([['ab']]);
    session.flush();
    vi.runAllTimers();
    expect(onCommit).toHaveBeenCalledOnce();
  });

  it('commits nothing when the text is as it was', () => {
    const session = createSession();
    session.flush();
    session.changed(() => 'ab');
    session.changed(() => 'a');
    vi.runAllTimers();
    expect(onCommit).not.toHaveBeenCalled();
  });

  it('knows the text before it is committed', () => {
    const session = createSession();
    expect(session.current()).toBe('a');
    session.changed(() => 'ab');
    expect(session.current()).toBe('ab');
    session.flush();
    expect(session.current()).toBe('ab');
  });

  it('drops what was typed when the text is replaced, and commits what is typed on it', () => {
    const session = createSession();
    session.changed(() => 'ab');
    session.replaced('c');
    vi.runAllTimers();
    expect(onCommit).not.toHaveBeenCalled();
    expect(session.current()).toBe('c');
    session.changed(() => 'a');
    vi.runAllTimers();
    expect(onCommit.mock.calls).toEqual([['a']]);
  });
});
