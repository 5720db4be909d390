import { variableLabel, type VariableInProgress } from '../../model/variables';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { variablesPanelMessages } from './messages';

export interface BegunNoticeProps {
  readonly begun: VariableInProgress;
  readonly onContinue: () => void;
  readonly onDiscard: () => void;
}

/** Offers what was typed for a variable before the page was left. */
export function BegunNotice({ begun, onContinue, onDiscard }: BegunNoticeProps) {
  const messages = useMessages('VariablesPanel', variablesPanelMessages);
  const { name, variable } = begun;
  return (
    <Notice
      tone="info"
      actions={
        <>
          <Button onClick={onContinue}>{messages.begunContinue}</Button>
          <Button onClick={onDiscard}>{messages.begunDiscard}</Button>
        </>
      }
    >
      {name === null
        ? messages.begun(variableLabel(variable) || messages.unnamed)
        : messages.begunChange(name)}
    </Notice>
  );
}
