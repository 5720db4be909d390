import type { PackSchemaField } from '../../model/packs';
import type { TaskOutput } from '../../values/tasks';
import { formatPath } from '../Diagnostics/diagnosticText';
import { maskValue } from '../ui/passwords';

/** Longer values are shown as far as they tell which they are. */
const SHOWN_LINES = 4;

export interface OverwrittenValuesProps {
  readonly values: TaskOutput<'applyPreset'>['overwritten'];
  /** Passwords are masked by it. */
  readonly schema: readonly PackSchemaField[];
}

/** The edited values that a choice would take away, each with its lines as they are written. */
export function OverwrittenValues({ values, schema }: OverwrittenValuesProps) {
  return (
    <dl className="cpb-PresetPicker-overwritten">
      {values.map(({ path, value }) => (
        <div key={JSON.stringify(path)}>
          <dt className="cpb-mono">{formatPath(path)}</dt>
          {value.trim() === '' ? null : (
            <dd>
              <code dir="ltr">{shorten(maskValue(value, path, schema))}</code>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

function shorten(value: string): string {
  const lines = value.trimEnd().split(/\r?\n/);
  return [...lines.slice(0, SHOWN_LINES), ...(lines.length > SHOWN_LINES ? ['…'] : [])].join('\n');
}
