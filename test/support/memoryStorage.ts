import type { DraftStorage } from '../../src/adapters/DraftStorage';

/** A storage that keeps JSON, as a browser's would. */
export function createMemoryStorage(): DraftStorage & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    load: async (key) => {
      const text = texts.get(key);
      return text === undefined ? null : (JSON.parse(text) as unknown);
    },
    save: async (key, value) => {
      texts.set(key, JSON.stringify(value));
    },
    clear: async (key) => {
      texts.delete(key);
    },
  };
}
