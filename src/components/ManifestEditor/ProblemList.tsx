import { useMemo, useRef } from 'react';
import { useIsoLayoutEffect } from '../../internal/useIsoLayoutEffect';
import { positionAt, type TextDiagnostic } from '../../model/textDiagnostic';
import { diagnosticText, fixText } from '../Diagnostics/diagnosticText';
import { diagnosticsMessages } from '../Diagnostics/messages';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import type { EditorHandle } from './EditorHandle';
import { manifestEditorMessages } from './messages';

/** Who has more first repairs some of these. */
const MOST_SHOWN = 100;

const ICONS = { error: 'error', warning: 'warning', info: 'info' } as const;

export interface ProblemListProps {
  readonly id: string;
  readonly diagnostics: readonly TextDiagnostic[];
  /** The text they are about. */
  readonly text: string;
  readonly cloudName: string | undefined;
  /** Buttons that repair are offered. */
  readonly canRepair: boolean;
  readonly handle: EditorHandle;
  readonly onClose: () => void;
}

/** The problems of a text below its editor, each leading to its place. */
export function ProblemList({
  id,
  diagnostics,
  text,
  cloudName,
  canRepair,
  handle,
  onClose,
}: ProblemListProps) {
  const messages = useMessages('ManifestEditor', manifestEditorMessages);
  const sentences = useMessages('Diagnostics', diagnosticsMessages);
  const problems = useMemo(() => inOrder(diagnostics, text), [diagnostics, text]);
  const more = diagnostics.length - problems.length;

  const list = useRef<HTMLDivElement>(null);
  useIsoLayoutEffect(() => {
    list.current?.querySelector('button')?.focus();
  }, []);

  return (
    // eslint-disable-next-line jsx-a11y-x/no-static-element-interactions -- Escape in the list, wherever the focus is
    <div
      ref={list}
      id={id}
      className="cpb-ManifestEditor-problems"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
        handle.current()?.focus();
      }}
    >
      <ul aria-label={messages.problems}>
        {problems.map(({ diagnostic, line }, index) => (
          <li key={index} data-tone={diagnostic.severity}>
            <button
              type="button"
              className="cpb-ManifestEditor-problem"
              onClick={() => handle.current()?.goTo(diagnostic)}
            >
              <Icon name={ICONS[diagnostic.severity]} />
              <span className="cpb-visually-hidden">
                {sentences.severities[diagnostic.severity]}
              </span>
              <span className="cpb-ManifestEditor-line">{messages.problemLine(line)}</span>
              <span>
                {diagnosticText(sentences, diagnostic, cloudName)}
                {diagnostic.params.hints === undefined ? null : (
                  <>
                    {' '}
                    <span className="cpb-ManifestEditor-problemHint">
                      {diagnostic.params.hints}
                    </span>
                  </>
                )}
              </span>
            </button>
            {!canRepair
              ? null
              : diagnostic.fixes?.map((fix, place) => (
                  <Button
                    key={place}
                    variant="quiet"
                    onClick={() => {
                      handle.current()?.applyFix(fix);
                      // The problem and this button will be gone.
                      handle.current()?.focus();
                    }}
                  >
                    {fixText(sentences, fix)}
                  </Button>
                ))}
          </li>
        ))}
      </ul>
      {more > 0 ? <p>{messages.moreProblems(more)}</p> : null}
    </div>
  );
}

/** The first of them in the order of the text, with their lines. */
function inOrder(diagnostics: readonly TextDiagnostic[], text: string) {
  let offset = 0;
  let line = 1;
  return [...diagnostics]
    .sort((a, b) => a.from - b.from)
    .slice(0, MOST_SHOWN)
    .map((diagnostic) => {
      // From the last one on, so that a long text is read once.
      line += positionAt(text.slice(offset, diagnostic.from), Infinity).line - 1;
      offset = Math.max(offset, diagnostic.from);
      return { diagnostic, line };
    });
}
