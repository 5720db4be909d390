import { useEffect, useMemo, useRef, useState } from 'react';
import type { ValuesPath } from '../../model/textDiagnostic';
import { manifestEditorMessages } from '../ManifestEditor/messages';
import { useBuilder, useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { LazyPart } from '../ui/LazyPart';
import { lazyWithRetry } from '../ui/lazyWithRetry';
import { Root } from '../ui/Root';
import type { Comparison } from './comparison';
import { compareTextsMessages } from './messages';

const compareEditor = lazyWithRetry(() =>
  import('./CompareEditor').then((module) => module.CompareEditor),
);

/** Narrower than that, both texts share one column. In pixels. */
const SIDE_BY_SIDE = 640;

export interface ComparedText {
  /** What it is, such as a version. */
  readonly label: string;
  readonly text: string;
}

export interface CompareTextsProps {
  readonly left: ComparedText;
  readonly right: ComparedText;
  /** Whether they are YAML, and coloured so. @default true */
  readonly isYaml?: boolean | undefined;
  /** A value to be scrolled to; another `token` shows it again. */
  readonly reveal?: { readonly path: ValuesPath; readonly token: number } | undefined;
  readonly className?: string | undefined;
}

/** Two texts to be read side by side, lines that are the same left out. */
export function CompareTexts({ left, right, isYaml = true, reveal, className }: CompareTextsProps) {
  const messages = useMessages('CompareTexts', compareTextsMessages);
  const { phrases: editorPhrases } = useMessages('ManifestEditor', manifestEditorMessages);
  const { nonce } = useBuilder();
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const [isUnified, setUnified] = useState<boolean | null>(null);
  const phrases = useMemo(
    () => ({ ...editorPhrases, '$ unchanged lines': messages.unchangedLines }),
    [editorPhrases, messages.unchangedLines],
  );

  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (body.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setUnified(entry.contentRect.width < SIDE_BY_SIDE);
    });
    observer.observe(body.current);
    return () => {
      observer.disconnect();
    };
  }, []);

  return (
    <Root
      className={['cpb-CompareTexts', className].filter(Boolean).join(' ')}
      role="group"
      aria-label={messages.label(left.label, right.label)}
    >
      <div className="cpb-CompareTexts-bar">
        <span role="status" className="cpb-CompareTexts-count">
          {comparison === null ? '' : messages.differences(comparison.count)}
        </span>
        <Button
          variant="quiet"
          aria-pressed={showsAll}
          onClick={() => {
            setShowsAll(!showsAll);
          }}
        >
          {messages.showAll}
        </Button>
        <Button
          variant="quiet"
          icon="up"
          aria-label={messages.previous}
          title={messages.previous}
          disabled={comparison === null || comparison.count === 0}
          onClick={() => {
            comparison?.goToPrevious();
          }}
        />
        <Button
          variant="quiet"
          icon="down"
          aria-label={messages.next}
          title={messages.next}
          disabled={comparison === null || comparison.count === 0}
          onClick={() => {
            comparison?.goToNext();
          }}
        />
      </div>
      <div ref={body} className="cpb-CompareTexts-body">
        <div className="cpb-CompareTexts-labels" data-unified={isUnified === true ? '' : undefined}>
          {[left, right].map(({ label }, index) => (
            <span key={index} data-side={index === 0 ? 'left' : 'right'}>
              {label}
            </span>
          ))}
        </div>
        {isUnified === null ? null : (
          <LazyPart
            part={compareEditor}
            props={{
              left,
              right,
              isYaml,
              isUnified,
              showsAll,
              phrases,
              nonce,
              reveal,
              onComparison: setComparison,
            }}
          />
        )}
      </div>
    </Root>
  );
}
