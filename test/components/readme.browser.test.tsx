import { render, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Readme } from '../../src/components/Readme/Readme';
import { ReadmeFrame } from '../../src/components/Readme/ReadmeFrame';
import type { ReadmeContentProps } from '../../src/components/Readme/ReadmeContent';
import { lazyWithRetry } from '../../src/components/ui/lazyWithRetry';
import { Root } from '../../src/components/ui/Root';
import '../../src/components/ui/base.css';
import '../../src/components/ui/tokens.css';
import { findHostile, hostileMarkdown } from './hostileMarkdown';

async function show(markdown: string) {
  render(
    <Root>
      <Readme markdown={`${markdown}\n\nlast words`} title="README of Kubernetes" />
    </Root>,
  );
  const article = await screen.findByRole('article', { name: 'README of Kubernetes' });
  await within(article).findByText(/last words/, undefined, { timeout: 20_000 });
  return article;
}

const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=';

describe('hostile READMEs', () => {
  beforeEach(() => {
    Reflect.deleteProperty(window, 'hostile');
  });

  it.each(Object.entries(hostileMarkdown))(
    'cannot do anything with %s',
    async (_name, markdown) => {
      render(<Readme markdown={`${markdown}\n\nlast`} title="README" />);
      const article = await screen.findByRole('article');
      await vi.waitUntil(() => article.querySelector('.cpb-Readme-content'));
      expect(findHostile(article.querySelector('.cpb-Readme-content')!)).toEqual([]);
      // Had anything loaded, it would have failed or run by the next frame.
      await new Promise(requestAnimationFrame);
      expect(window).not.toHaveProperty('hostile');
    },
  );

  it('would be found by the check if they were let through', () => {
    const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html').body;
    expect(findHostile(parse('<img src=x onerror=a>'))).toEqual(['src=x', 'onerror=a']);
    expect(findHostile(parse('<a href="javascript:a">x</a>'))).not.toEqual([]);
    expect(findHostile(parse('<form></form>'))).toEqual(['<form>']);
  });
});

describe('formatting', () => {
  it('shows GitHub Flavored Markdown', async () => {
    const article = await show(
      '# Title\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- [x] done\n- [ ] open\n\n~~gone~~ **bold** `code`\n\n```yaml\na: 1\n```\n\n> [!NOTE]\n> quoted\n',
    );
    expect(within(article).getByRole('table')).toHaveTextContent('a b');
    expect(within(article).getByText(/☑ done/)).toBeVisible();
    expect(within(article).getByText(/☐ open/)).toBeVisible();
    expect(article.querySelector('del')).toHaveTextContent('gone');
    expect(article.querySelector('pre')).toHaveTextContent('a: 1');
    expect(article.querySelector('blockquote')).toHaveTextContent('quoted');
  });

  it('begins headings at the fourth level and skips none', async () => {
    const article = await show('# A\n\n### B\n\n## C\n\n###### D\n\n# E\n');
    const headings = within(article).getAllByRole('heading');
    expect(headings.map(({ localName, textContent }) => `${localName} ${textContent}`)).toEqual([
      'h4 A',
      'h5 B',
      'h5 C',
      'h6 D',
      'h4 E',
    ]);
  });

  it('opens links in a new tab, without saying where from', async () => {
    const article = await show('[docs](https://docs.example/a?b=c#d) and <me@example.com>\n');
    const link = within(article).getByRole('link', { name: 'docs (opens in a new tab)' });
    expect(link).toHaveAttribute('href', 'https://docs.example/a?b=c#d');
    expect(link).toHaveAttribute('target', '_blank');
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    expect(within(article).getByRole('link', { name: /me@example\.com/ })).toHaveAttribute(
      'href',
      'mailto:me@example.com',
    );
  });

  it('shows links that lead nowhere from here as words', async () => {
    const article = await show(
      'see [values](./values.yaml), [below](#below), [up](../README.md)\n',
    );
    expect(within(article).queryAllByRole('link')).toEqual([]);
    expect(article).toHaveTextContent('see values, below, up');
  });

  it('turns images from elsewhere into links, and shows those that are in the text', async () => {
    const article = await show(
      `![diagram](https://a.example/d.png) ![](https://a.example/e.png) ![local](img/x.png) ![dot](${PIXEL})\n`,
    );
    expect(within(article).getByRole('link', { name: /^diagram/ })).toHaveAttribute(
      'href',
      'https://a.example/d.png',
    );
    expect(within(article).getByRole('link', { name: /^Image/ })).toBeInTheDocument();
    expect(article).toHaveTextContent('local');
    expect(within(article).getAllByRole('img')).toHaveLength(1);
    expect(within(article).getByRole('img', { name: 'dot' })).toHaveAttribute('src', PIXEL);
  });

  it('keeps the link around an image', async () => {
    const article = await show(
      `[![badge](https://a.example/b.svg)](https://a.example/ci) [![dot](${PIXEL})](https://a.example/dot)\n`,
    );
    const [badge, dot] = within(article).getAllByRole('link');
    expect(badge).toHaveAccessibleName('badge (opens in a new tab)');
    expect(badge).toHaveAttribute('href', 'https://a.example/ci');
    expect(dot).toHaveAttribute('href', 'https://a.example/dot');
  });

  it('takes the place of the README before', async () => {
    const { rerender } = render(<Readme markdown="first" title="README" />);
    await screen.findByText('first');
    rerender(<Readme markdown="second" title="README" />);
    await screen.findByText('second');
    expect(screen.queryByText('first')).toBeNull();
  });
});

describe('without a README', () => {
  it.each([null, '', ' \n'])('says so for %j', (markdown) => {
    render(<Readme markdown={markdown} title="README of Kubernetes" />);
    expect(screen.getByText('This pack has no README')).toBeVisible();
  });
});

describe('without its chunk', () => {
  it('shows the text as it is, and formats it on "Try again"', async () => {
    vi.mocked(console.error).mockImplementation(() => undefined);
    let isFirst = true;
    const content = lazyWithRetry<ReadmeContentProps>(() => {
      if (!isFirst)
        return import('../../src/components/Readme/ReadmeContent').then((m) => m.ReadmeContent);
      isFirst = false;
      return Promise.reject(new Error('The chunk is gone.'));
    });
    render(<ReadmeFrame markdown={'# Title\n\n*text*'} title="README" content={content} />);
    expect(await screen.findByText('The README could not be formatted.')).toBeVisible();
    expect(document.querySelector('pre')?.textContent).toBe('# Title\n\n*text*');
    screen.getByRole('button', { name: 'Try again' }).click();
    await waitFor(() => {
      expect(screen.getByRole('heading', { name: 'Title' })).toBeVisible();
    });
    expect(document.querySelector('em')).toHaveTextContent('text');
  });
});
