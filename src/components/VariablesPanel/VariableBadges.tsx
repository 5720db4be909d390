import type { ProfileVariable } from '../../model/variables';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Badge } from '../ui/Badge';
import { variablesPanelMessages } from './messages';

/** What is special about a variable, a word each. */
export function VariableBadges({ variable }: { readonly variable: ProfileVariable }) {
  const messages = useMessages('VariablesPanel', variablesPanelMessages);
  return (
    <>
      {variable.isRequired ? <Badge tone="accent">{messages.required}</Badge> : null}
      {variable.isHidden ? <Badge>{messages.hidden}</Badge> : null}
      {variable.isReadOnly ? <Badge>{messages.readOnly}</Badge> : null}
      {variable.isSensitive ? <Badge icon="lock">{messages.masked}</Badge> : null}
    </>
  );
}
