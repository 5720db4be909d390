import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { variablesPanelMessages } from './messages';

export interface PanelHeadProps {
  readonly titleId: string;
  readonly headingLevel: 2 | 3 | 4;
  readonly hasVariables: boolean;
  readonly onClose: (() => void) | undefined;
}

/** What the panel is, and the way out of it. */
export function PanelHead({ titleId, headingLevel, hasVariables, onClose }: PanelHeadProps) {
  const messages = useMessages('VariablesPanel', variablesPanelMessages);
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="cpb-VariablesPanel-head">
      <Heading className="cpb-VariablesPanel-title" id={titleId}>
        {messages.title}
      </Heading>
      {hasVariables ? <p className="cpb-VariablesPanel-intro">{messages.intro}</p> : null}
      {onClose === undefined ? null : (
        <Button
          variant="quiet"
          icon="close"
          className="cpb-VariablesPanel-close"
          aria-label={messages.close}
          title={messages.close}
          onClick={onClose}
        />
      )}
    </div>
  );
}
