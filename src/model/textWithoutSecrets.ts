import type { ChosenPack, StackText } from './layerStack';
import { maskSecrets } from './maskSecrets';

const masked = new WeakMap<StackText, string>();

/** Values as they may leave the page. Found once for each text: a draft is made with every change of anything. */
export function textWithoutSecrets(values: StackText, pack: ChosenPack | null): string {
  const known = masked.get(values);
  if (known !== undefined) return known;
  const { text, base, secretPaths } = values;
  // A typed pack has no rules.
  const paths = secretPaths ?? (pack?.isTyped === true ? [] : 'unknown');
  const result = maskSecrets(text, paths, { base: base ?? undefined });
  masked.set(values, result);
  return result;
}
