import { Fragment, useRef } from 'react';
import { useIsoLayoutEffect } from '../../internal/useIsoLayoutEffect';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { editorKeys, isMacKeyboard, type EditorKey } from './editorKeys';
import { manifestEditorMessages } from './messages';

export interface KeyListProps {
  readonly id: string;
  readonly readOnly: boolean;
  readonly canMakeVariable: boolean;
  readonly onClose: () => void;
}

/** The keys of the editor, below it. */
export function KeyList({ id, readOnly, canMakeVariable, onClose }: KeyListProps) {
  const messages = useMessages('ManifestEditor', manifestEditorMessages);
  const keys = editorKeys(isMacKeyboard()).filter(
    ({ action, edits }) => !(readOnly && edits) && (action !== 'makeVariable' || canMakeVariable),
  );
  const list = useRef<HTMLDivElement>(null);
  useIsoLayoutEffect(() => {
    list.current?.focus();
  }, []);
  return (
    // eslint-disable-next-line jsx-a11y-x/no-noninteractive-element-interactions -- it scrolls by keys, and Escape closes it
    <div
      ref={list}
      id={id}
      className="cpb-ManifestEditor-keys"
      role="region"
      aria-label={messages.keyList}
      // eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex -- so that keys scroll it
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <dl>
        {keys.map((each) => (
          <div key={each.action}>
            <dt>{messages.keyActions[each.action]}</dt>
            <dd>
              <Combinations of={each} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Combinations({ of: { action, combinations } }: { readonly of: EditorKey }) {
  const messages = useMessages('ManifestEditor', manifestEditorMessages);
  const names: Readonly<Record<string, string>> = messages.keyNames;
  const between = action === 'leave' ? messages.keysThen : messages.keysOr;
  return combinations.map((keys, index) => (
    <Fragment key={keys.join(' ')}>
      {index === 0 ? null : ` ${between} `}
      <span className="cpb-ManifestEditor-combination">
        {keys.map((name) => (
          <Fragment key={name}>
            <kbd>{names[name] ?? name}</kbd>{' '}
          </Fragment>
        ))}
      </span>
    </Fragment>
  ));
}
