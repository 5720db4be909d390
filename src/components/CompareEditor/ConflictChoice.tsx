import { useId } from 'react';
import type { PackSchemaField } from '../../model/packs';
import type { ConflictSide } from '../../model/valuesCarry';
import type { MergeConflict } from '../../model/valuesMerge';
import { formatPath } from '../Diagnostics/diagnosticText';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { maskValue } from '../ui/passwords';
import { conflictViewMessages } from './messages';

const SIDES: readonly ConflictSide[] = ['mine', 'theirs'];

/** One conflict: the old default, and a choice between the user's value and the new one. */
export function ConflictChoice({
  conflict,
  schema,
  isCurrent,
  decision,
  onTake,
  onFocus,
}: {
  readonly conflict: MergeConflict;
  /** Passwords are masked by it. */
  readonly schema: readonly PackSchemaField[];
  /** The one that is being decided. */
  readonly isCurrent: boolean;
  readonly decision: ConflictSide | null;
  readonly onTake: (side: ConflictSide) => void;
  readonly onFocus: () => void;
}) {
  const messages = useMessages('ConflictView', conflictViewMessages);
  const name = useId();
  const { path, line, base } = conflict;
  const shown = (text: string | null) => (text === null ? null : maskValue(text, path, schema));
  return (
    <fieldset
      className="cpb-ConflictView-conflict"
      data-open={decision === null ? '' : undefined}
      data-current={isCurrent ? '' : undefined}
    >
      <legend className="cpb-ConflictView-legend">
        <span className="cpb-mono">
          {path.length === 0 ? messages.wholeText : formatPath(path)}
        </span>{' '}
        <span className="cpb-ConflictView-line">{messages.line(line)}</span>
      </legend>
      <div className="cpb-ConflictView-base">
        <span>{messages.base}</span>
        <Value text={shown(base)} absent={messages.absent} />
      </div>
      {SIDES.map((side) => (
        <label
          key={side}
          className="cpb-ConflictView-option"
          data-selected={decision === side ? '' : undefined}
        >
          <input
            type="radio"
            name={name}
            checked={decision === side}
            onFocus={onFocus}
            onChange={() => {
              onTake(side);
            }}
          />
          <span className="cpb-ConflictView-optionText">
            <span>{messages[side]}</span>
            <Value text={shown(conflict[side])} absent={messages.removed} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Value({ text, absent }: { readonly text: string | null; readonly absent: string }) {
  return text === null ? (
    <em className="cpb-ConflictView-absent">{absent}</em>
  ) : (
    <code className="cpb-ConflictView-value" dir="ltr">
      {text.replace(/\r?\n$/, '')}
    </code>
  );
}
