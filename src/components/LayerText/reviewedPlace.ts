import type { ReviewTarget } from '../StackReview/ReviewTarget';
import type { TextTarget } from './editorProps';

/**
 * The place in a text that a problem led to; undefined where it is about none.
 * @param token another one shows the same place again
 */
export function reviewedPlace(target: ReviewTarget | null, token = 1): TextTarget | undefined {
  if (target?.stepId !== 'layers') return undefined;
  const { place, at } = target;
  if (place !== undefined) {
    return { textId: place.textId, from: place.from, to: place.to, token };
  }
  return at === undefined ? undefined : { ...at, token };
}
