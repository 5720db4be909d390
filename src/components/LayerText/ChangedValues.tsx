import type { ValuesPath } from '../../model/textDiagnostic';
import type { TaskOutput } from '../../values/tasks';
import { formatPath } from '../Diagnostics/diagnosticText';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { pathKey } from './fieldValues';
import { layerTextMessages } from './messages';

export interface ChangedValuesProps {
  readonly changes: TaskOutput<'diffValues'>['changes'];
  readonly onGoTo: (path: ValuesPath) => void;
  readonly onRestore: (path: ValuesPath) => void;
}

const TONES = { added: 'success', changed: 'accent', removed: 'warning' } as const;

/** The values that differ from their defaults, each with the way back. */
export function ChangedValues({ changes, onGoTo, onRestore }: ChangedValuesProps) {
  const messages = useMessages('LayerText', layerTextMessages);
  return (
    <ul className="cpb-ChangedValues">
      {changes.map(({ path, kind }) => {
        const text = formatPath(path);
        return (
          <li key={pathKey(path)} className="cpb-ChangedValues-row">
            {kind === 'removed' ? (
              <span className="cpb-mono cpb-ChangedValues-path">{text}</span>
            ) : (
              <span className="cpb-ChangedValues-path">
                <Button
                  variant="quiet"
                  className="cpb-mono cpb-ChangedValues-link"
                  title={messages.showPathInText(text)}
                  onClick={() => {
                    onGoTo(path);
                  }}
                >
                  {text}
                </Button>
              </span>
            )}
            <Badge tone={TONES[kind]}>{messages.kinds[kind]}</Badge>
            <Button
              variant="quiet"
              aria-label={messages.restorePath(text)}
              onClick={() => {
                onRestore(path);
              }}
            >
              {messages.restore}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
