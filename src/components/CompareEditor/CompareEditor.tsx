import { useEffect, useRef } from 'react';
import { useIsoLayoutEffect } from '../../internal/useIsoLayoutEffect';
import { useStableCallback } from '../../internal/useStableCallback';
import type { ValuesPath } from '../../model/textDiagnostic';
import { lineBreakOf, withoutCrlf } from '../ManifestEditor/lineEnds';
import { createCompareExtensions } from './compareExtensions';
import { createComparison, type Comparison } from './comparison';

export interface CompareEditorProps {
  readonly left: { readonly label: string; readonly text: string };
  readonly right: { readonly label: string; readonly text: string };
  readonly isYaml: boolean;
  readonly isUnified: boolean;
  readonly showsAll: boolean;
  readonly phrases: Readonly<Record<string, string>>;
  readonly nonce: string | undefined;
  /** A value to be scrolled to, once for each `token`. */
  readonly reveal: { readonly path: ValuesPath; readonly token: number } | undefined;
  /** Told of the comparison when it is there; the keys lead through it. Null when it goes. */
  readonly onComparison: (comparison: Comparison | null) => void;
}

/** The editors of a comparison. Their code is loaded when there is something to compare. */
export function CompareEditor(props: CompareEditorProps) {
  const { left, right, isYaml, isUnified, showsAll, phrases, nonce, reveal } = props;
  const container = useRef<HTMLDivElement>(null);
  const comparison = useRef<Comparison | null>(null);
  const tell = useStableCallback(props.onComparison);
  const { label: leftLabel, text: leftText } = left;
  const { label: rightLabel, text: rightText } = right;

  useIsoLayoutEffect(() => {
    if (container.current === null) return undefined;
    const common = { isYaml, phrases, nonce };
    const created = createComparison({
      parent: container.current,
      left: withoutCrlf(leftText, lineBreakOf(leftText)),
      right: withoutCrlf(rightText, lineBreakOf(rightText)),
      leftExtensions: createCompareExtensions({ label: leftLabel, ...common }),
      rightExtensions: createCompareExtensions({ label: rightLabel, ...common }),
      isUnified,
      showsAll,
    });
    comparison.current = created;
    tell(created);
    return () => {
      created.destroy();
      comparison.current = null;
      tell(null);
    };
  }, [
    leftLabel,
    leftText,
    rightLabel,
    rightText,
    isYaml,
    isUnified,
    showsAll,
    phrases,
    nonce,
    tell,
  ]);

  useEffect(() => {
    if (reveal !== undefined) comparison.current?.reveal(reveal.path);
  }, [reveal]);

  return <div className="cpb-CompareTexts-editor" dir="ltr" ref={container} />;
}
