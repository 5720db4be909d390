import { useEffect, useState } from 'react';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { variablesPanelMessages } from './messages';

/** How long the button says that it has copied, in milliseconds. */
const COPIED_FOR_MS = 2_000;

export interface CopyButtonProps {
  readonly text: string;
  readonly onCopied: () => void;
  /** The browser has no clipboard for this page, or did not give it. */
  readonly onFailed: () => void;
}

/** Puts a reference into the clipboard. */
export function CopyButton({ text, onCopied, onFailed }: CopyButtonProps) {
  const messages = useMessages('VariablesPanel', variablesPanelMessages);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => {
      setCopied(false);
    }, COPIED_FOR_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [isCopied]);

  const copy = async () => {
    try {
      // Pages that are not secure have no clipboard: that fails like one that is refused.
      await navigator.clipboard.writeText(text);
    } catch {
      onFailed();
      return;
    }
    setCopied(true);
    onCopied();
  };
  return (
    <Button
      variant="quiet"
      className="cpb-CopyButton"
      icon={isCopied ? 'check' : 'file'}
      aria-label={messages.copyReference(text)}
      title={messages.copyReference(text)}
      onClick={() => void copy()}
    >
      {isCopied ? messages.copied : messages.copy}
    </Button>
  );
}
