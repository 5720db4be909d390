import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderReadme } from '../../src/components/Readme/renderReadme';
import { findHostile, hostileMarkdown } from './hostileMarkdown';

const folder = resolve(import.meta.dirname, '../../../shared/packs');
const readmes = existsSync(folder)
  ? readdirSync(folder)
      .map((pack) => join(folder, pack, 'README.md'))
      .filter((file) => existsSync(file))
  : [];
const words = { image: 'Image', opensInNewTab: '(opens in a new tab)' };

/** Words of at least four letters. */
const wordsOf = (text: string) => text.match(/\p{L}{4,}/gu) ?? [];

describe('renderReadme', () => {
  it.skipIf(readmes.length === 0)(
    'renders the READMEs of real packs harmlessly (skipped where there is no folder of packs)',
    () => {
      for (const file of readmes) {
        const content = renderReadme(readFileSync(file, 'utf8'), words);
        expect(findHostile(content), file).toEqual([]);
        expect(wordsOf(content.textContent).length, file).toBeGreaterThan(0);
        expect(content.querySelector('h1, h2, h3'), file).toBeNull();
      }
    },
  );

  it.each(Object.entries(hostileMarkdown))(
    'is harmless with %s, in jsdom too',
    (_name, markdown) => {
      expect(findHostile(renderReadme(markdown, words))).toEqual([]);
    },
  );

  it.each([
    ['is too long', '# a\n'.repeat(200_000)],
    ['would stop the page in one paragraph', '*a_'.repeat(10_000)],
    ['would stop the page in many', `${'*a_'.repeat(1_000)}\n\n`.repeat(100)],
  ])('shows a README as it is that %s', (_name, markdown) => {
    const content = renderReadme(markdown, words);
    expect(content.querySelector('pre')?.textContent).toBe(markdown);
    expect(content.querySelector('h4, em')).toBeNull();
  });

  it('formats much emphasis', () => {
    const content = renderReadme('*a* '.repeat(1_000), words);
    expect(content.querySelectorAll('em')).toHaveLength(1_000);
  });
});
