import { useRef } from 'react';
import type { TextDiagnostic } from '../../model/textDiagnostic';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Icon } from '../ui/Icon';
import { KeyList } from './KeyList';
import { manifestEditorMessages } from './messages';
import { ProblemList, type ProblemListProps } from './ProblemList';
import { ProblemsButton } from './ProblemsButton';

/** What is open below the editor. */
export type FootPanel = 'problems' | 'keys' | null;

export interface EditorFootProps extends Omit<ProblemListProps, 'id' | 'onClose' | 'canRepair'> {
  /** In `plain` there are neither keys nor repairs. */
  readonly kind: 'code' | 'plain';
  /** For the hint, which describes the editor, and for what opens. */
  readonly id: string;
  readonly diagnostics: readonly TextDiagnostic[];
  readonly readOnly: boolean;
  readonly canMakeVariable: boolean;
  readonly panel: FootPanel;
  readonly onPanelChange: (panel: FootPanel) => void;
}

/** Below an editor: its problems, its keys, and how the keyboard leaves it. */
export function EditorFoot(props: EditorFootProps) {
  const { kind, id, diagnostics, text, cloudName, handle, readOnly, canMakeVariable } = props;
  const { panel, onPanelChange } = props;
  const messages = useMessages('ManifestEditor', manifestEditorMessages);
  const keysButton = useRef<HTMLButtonElement>(null);
  const hasProblems = diagnostics.length > 0;
  const toggle = (wanted: FootPanel) => {
    onPanelChange(panel === wanted ? null : wanted);
  };
  return (
    <>
      {panel === 'problems' && hasProblems ? (
        <ProblemList
          id={`${id}-problems`}
          {...{ diagnostics, text, cloudName, handle }}
          canRepair={kind === 'code' && !readOnly}
          onClose={() => {
            onPanelChange(null);
          }}
        />
      ) : null}
      {panel === 'keys' && kind === 'code' ? (
        <KeyList
          id={`${id}-keys`}
          {...{ readOnly, canMakeVariable }}
          onClose={() => {
            onPanelChange(null);
            keysButton.current?.focus();
          }}
        />
      ) : null}
      <div className="cpb-ManifestEditor-foot">
        {hasProblems ? (
          <ProblemsButton
            diagnostics={diagnostics}
            isExpanded={panel === 'problems'}
            listId={`${id}-problems`}
            onPress={() => {
              toggle('problems');
            }}
          />
        ) : null}
        {kind === 'code' ? (
          <button
            ref={keysButton}
            type="button"
            className="cpb-ManifestEditor-toggle"
            aria-expanded={panel === 'keys'}
            aria-controls={panel === 'keys' ? `${id}-keys` : undefined}
            onClick={() => {
              toggle('keys');
            }}
          >
            {messages.keys}
            <span className="cpb-ManifestEditor-chevron" />
          </button>
        ) : null}
        {readOnly ? (
          <p className="cpb-ManifestEditor-hint" id={id}>
            <Icon name="lock" />
            {messages.readOnly}
          </p>
        ) : kind === 'code' ? (
          <p className="cpb-ManifestEditor-hint" id={id} data-while-focused="">
            {messages.tabHint}
          </p>
        ) : null}
      </div>
    </>
  );
}
