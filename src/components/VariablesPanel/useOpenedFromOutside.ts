import { useState } from 'react';
import { continued, startOf, type Editing } from './editing';
import type { VariablesPanelProps } from './VariablesPanel';

type Outside = Pick<VariablesPanelProps, 'variables' | 'openName' | 'openToken' | 'begun'>;

/** The form that is open: what the user opened last, or what was asked for from outside since then. */
export function useOpenedFromOutside(
  initial: Editing | null,
  { variables, openName, openToken = 0, begun }: Outside,
) {
  const [editing, setEditing] = useState(initial);
  const [opened, setOpened] = useState<{ name?: string | undefined; token?: number | undefined }>(
    {},
  );
  if (opened.name !== openName || opened.token !== openToken) {
    setOpened({ name: openName, token: openToken });
    const found =
      openName === undefined ? null : startOf({ type: 'edit', name: openName }, variables);
    // What was typed for another one is in the way, and stays.
    const isFree = begun == null || begun.name === openName;
    if (found !== null && editing === null && isFree) {
      const next = begun == null ? found : continued(begun, variables);
      setEditing({ ...next, startsAtFault: true });
    }
  }
  return [editing, setEditing] as const;
}
