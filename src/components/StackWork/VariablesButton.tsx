import { countSeverities } from '../../model/diagnostics';
import type { LayerStack } from '../../model/layerStack';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { ProblemCounts } from '../ui/ProblemCounts';
import { useFindings } from './StackFindings';

export interface VariablesButtonProps {
  readonly stack: LayerStack;
  readonly label: string;
  /** Said where a variable was begun and is neither created nor given up. */
  readonly begunLabel: string;
  readonly isExpanded: boolean;
  readonly onPress: () => void;
}

/** Opens the variables of the profile; says how many there are, and how many problems they have. */
export function VariablesButton({
  stack,
  label,
  begunLabel,
  isExpanded,
  onPress,
}: VariablesButtonProps) {
  const { variables } = useFindings(stack);
  const { length } = stack.variables;
  return (
    <Button icon="variable" aria-expanded={isExpanded} onClick={onPress}>
      {label}
      {length === 0 ? null : (
        <>
          {' '}
          <Badge>{length}</Badge> <ProblemCounts {...countSeverities(variables)} />
        </>
      )}
      {stack.variableInProgress === null ? null : (
        <>
          {' '}
          <Badge tone="accent">{begunLabel}</Badge>
        </>
      )}
    </Button>
  );
}
