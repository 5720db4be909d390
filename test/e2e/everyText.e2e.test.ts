import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import type { EndToEndWindow } from '../../stories/EndToEnd.stories';
import { sharedPacksFolder } from '../support/packFolder';
import { e2e } from './support/page';

const folder = sharedPacksFolder();
const because = folder === null ? ' (skipped: ../shared/packs is absent)' : '';
const EVERY_TEXT_STORY = 'flow-end-to-end--every-text';
const PACK_COUNT = 165;
const LAYER_COUNT = 4;

interface NamedText {
  readonly name: string;
  readonly text: string;
}

function realTexts(): readonly NamedText[] {
  if (folder === null) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      name,
      text: readFileSync(join(folder, name, 'values.yaml')).toString('utf8'),
    }));
}

const crlf = (text: string) => text.replace(/\r?\n/g, '\r\n');
const variants: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'with CRLF line ends': crlf,
  'without its last line end': (text) => text.replace(/[\r\n]+$/, ''),
  'with a byte order mark': (text) => `\ufeff${text}`,
};

/** The names of the texts whose created profile differs by a byte. */
async function changedTexts(
  page: Page,
  texts: readonly NamedText[],
  insert: string,
): Promise<readonly string[]> {
  const changed: string[] = [];
  for (let start = 0; start < texts.length; start += LAYER_COUNT) {
    const batch = texts.slice(start, start + LAYER_COUNT);
    const created = await page.evaluate(
      ([given, inserted]) => (window as EndToEndWindow).cpbRoundTrip!(given, inserted),
      [batch.map(({ text }) => text), insert] as const,
    );
    expect(created).toHaveLength(LAYER_COUNT);
    for (const [index, { name, text }] of batch.entries()) {
      // Compared as they are, not by a diff of megabytes.
      if (created[index] !== insert + text) changed.push(name);
    }
  }
  return changed;
}

describe.skipIf(folder === null)(`the values of all ${PACK_COUNT} real packs${because}`, () => {
  const texts = realTexts();

  for (const [variant, change] of Object.entries(variants)) {
    const given = texts.map(({ name, text }) => ({ name, text: change(text) }));

    e2e(`are created byte for byte ${variant}`, async ({ story }) => {
      expect(texts).toHaveLength(PACK_COUNT);
      const page = await story.openStory(EVERY_TEXT_STORY);
      expect(await changedTexts(page, given, '')).toEqual([]);
    });

    e2e(`come out of the editor byte for byte ${variant}`, async ({ story }) => {
      const page = await story.openStory(EVERY_TEXT_STORY);
      expect(await changedTexts(page, given, '# 1')).toEqual([]);
    });
  }
});
