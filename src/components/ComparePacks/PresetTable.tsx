import type { PackPreset } from '../../model/packs';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { comparePresets, isSameInBoth, type ComparedPreset } from './comparePresets';
import { comparePacksMessages, type ComparePacksMessages } from './messages';

export interface PresetTableProps {
  readonly left: { readonly label: string; readonly presets: readonly PackPreset[] };
  readonly right: { readonly label: string; readonly presets: readonly PackPreset[] };
}

/** Which presets each of two versions has. */
export function PresetTable({ left, right }: PresetTableProps) {
  const messages = useMessages('ComparePacks', comparePacksMessages);
  const rows = comparePresets(left.presets, right.presets);
  return (
    <table className="cpb-PresetTable" aria-label={messages.presetTable}>
      <thead>
        <tr>
          <th scope="col">{messages.preset}</th>
          <th scope="col">{left.label}</th>
          <th scope="col">{right.label}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={JSON.stringify([row.group, row.name])}
            data-differs={isSameInBoth(row) ? undefined : ''}
          >
            <th scope="row">{messages.presetOf(row.group, row.displayName)}</th>
            <td>{cellText(messages, row, row.isLeft)}</td>
            <td>{cellText(messages, row, row.isRight)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cellText(messages: ComparePacksMessages, row: ComparedPreset, isHere: boolean): string {
  if (!isHere) return messages.presetMissing;
  if (row.isChanged) return messages.presetChanged;
  return isSameInBoth(row) ? messages.presetSame : messages.presetHere;
}
