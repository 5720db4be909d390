import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { sharedMessages } from '../ui/messages';
import { Notice } from '../ui/Notice';
import { stackReviewMessages } from './messages';

/** Says that texts and variables could not be checked, so that nobody takes them for right. */
export function ChecksFailed({ onRetry }: { readonly onRetry: () => void }) {
  const messages = useMessages('StackReview', stackReviewMessages);
  const shared = useMessages('Shared', sharedMessages);
  return (
    <Notice
      tone="warning"
      title={messages.checksFailed}
      actions={<Button onClick={onRetry}>{shared.retry}</Button>}
    >
      <p>{messages.checksFailedHint}</p>
    </Notice>
  );
}
