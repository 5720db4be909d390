import type { ReactNode } from 'react';
import { variableReference } from '../../model/variables';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { variablesPanelMessages } from './messages';

/** In place of an empty list: what a variable is and how it is used. */
export function EmptyVariables({
  renderCopy,
  children,
}: {
  /** The button that copies a text. */
  readonly renderCopy: (text: string) => ReactNode;
  /** The button that creates one. */
  readonly children: ReactNode;
}) {
  const messages = useMessages('VariablesPanel', variablesPanelMessages);
  const example = `'${variableReference(messages.exampleName)}'`;
  return (
    <div className="cpb-VariablesPanel-empty">
      <p className="cpb-VariablesPanel-emptyTitle">{messages.none}</p>
      <p>{messages.noneWhat}</p>
      <div className="cpb-VariablesPanel-emptyHow">
        <span>{messages.noneHow}</span>
        <span className="cpb-VariablesPanel-example">
          <code className="cpb-mono">{example}</code>
          {renderCopy(example)}
        </span>
      </div>
      {children}
    </div>
  );
}
