import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { PackSchemaField } from '../../model/packs';
import type { ValuesPath } from '../../model/textDiagnostic';
import { manifestEditorMessages } from '../ManifestEditor/messages';
import { useBuilder, useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { LazyPart } from '../ui/LazyPart';
import { lazyWithRetry } from '../ui/lazyWithRetry';
import { DIFFERENT, maskPair } from '../ui/passwords';
import { Loading } from '../ui/RequestStates';
import { Root } from '../ui/Root';
import { useMaskedText } from '../ui/useMaskedText';
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
  /** The schema of the values: its passwords are masked. Keep the array stable. @default none */
  readonly schema?: readonly PackSchemaField[] | undefined;
  /** Further buttons above the texts. */
  readonly actions?: ReactNode;
  readonly className?: string | undefined;
}

const NO_SCHEMA: readonly PackSchemaField[] = [];

/** Two texts to be read side by side, lines that are the same left out. */
export function CompareTexts({
  left,
  right,
  isYaml = true,
  reveal,
  schema = NO_SCHEMA,
  actions,
  className,
}: CompareTextsProps) {
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

  const leftMasked = useMaskedText(left.text, schema);
  const rightMasked = useMaskedText(right.text, schema);
  const shown = useMemo(
    () => (leftMasked && rightMasked ? maskPair(leftMasked, rightMasked) : null),
    [leftMasked, rightMasked],
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
        {actions}
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
        {isUnified === null ? null : shown === null ? (
          <Loading what={messages.textsThing} />
        ) : (
          <LazyPart
            part={compareEditor}
            props={{
              left: { label: left.label, text: shown.left },
              right: { label: right.label, text: shown.right },
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
      {shown?.isMasked === true ? (
        <p className="cpb-CompareTexts-note">{messages.maskedNote(DIFFERENT)}</p>
      ) : null}
    </Root>
  );
}
