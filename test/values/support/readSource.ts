import { drain } from '../../../src/values/text/parseText';
import { readSourceSteps, type ValuesSource } from '../../../src/values/text/valuesSource';

/** A text of values as the engine edits it; null where it cannot. */
export function readSource(text: string): ValuesSource | null {
  return drain(readSourceSteps(text));
}
