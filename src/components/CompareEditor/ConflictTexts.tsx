import { useMemo, useState } from 'react';
import { useTaskResult } from '../../hooks/useTaskResult';
import type { PackSchemaField } from '../../model/packs';
import type { ConflictSide } from '../../model/valuesCarry';
import type { MergeConflict } from '../../model/valuesMerge';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { Loading } from '../ui/RequestStates';
import { CompareTexts, type CompareTextsProps, type ComparedText } from './CompareTexts';
import { conflictViewMessages } from './messages';

export interface ConflictTextsProps {
  readonly conflicts: readonly MergeConflict[];
  readonly decisions: readonly (ConflictSide | null)[];
  readonly mine: ComparedText;
  readonly theirs: ComparedText;
  /** The values as they are; without them all differences are shown. */
  readonly text: string | undefined;
  readonly reveal: CompareTextsProps['reveal'];
  readonly schema: readonly PackSchemaField[] | undefined;
}

/** The two sides as texts that differ at the conflicts alone; all other differences on request. */
export function ConflictTexts(props: ConflictTextsProps) {
  const { mine, theirs, reveal, schema } = props;
  const messages = useMessages('ConflictView', conflictViewMessages);
  const [showsAll, setShowsAll] = useState(false);
  const sides = useSides(props);
  const isWhole = showsAll || sides === null;
  if (sides === 'working') return <Loading what={messages.textsThing} />;
  return (
    <CompareTexts
      left={isWhole ? mine : { label: mine.label, text: sides.mine }}
      right={isWhole ? theirs : { label: theirs.label, text: sides.theirs }}
      reveal={reveal}
      schema={schema}
      actions={
        sides === null ? null : (
          <Button
            variant="quiet"
            aria-pressed={showsAll}
            onClick={() => {
              setShowsAll(!showsAll);
            }}
          >
            {messages.allDifferences}
          </Button>
        )
      }
    />
  );
}

/** The values with one side and with the other, as of when they were first shown. Null where there are none. */
function useSides({ conflicts, decisions, mine, theirs, text }: ConflictTextsProps) {
  const [first] = useState({ text, decisions, conflicts });
  const asked = useMemo(() => {
    const paths = (side: ConflictSide) =>
      first.conflicts.flatMap(({ path }, index) =>
        // Until it is decided, the side of the user stands.
        (first.decisions[index] ?? 'mine') === side ? [] : [path],
      );
    const start = first.text;
    if (start === undefined) return null;
    return {
      mine: { text: start, base: mine.text, paths: paths('mine') },
      theirs: { text: start, base: theirs.text, paths: paths('theirs') },
    };
  }, [first, mine.text, theirs.text]);
  const withMine = useTaskResult('restoreDefaults', asked?.mine ?? null);
  const withTheirs = useTaskResult('restoreDefaults', asked?.theirs ?? null);
  if (asked === null || withMine.status === 'failed' || withTheirs.status === 'failed') return null;
  if (withMine.data === undefined || withTheirs.data === undefined) return 'working';
  return { mine: withMine.data, theirs: withTheirs.data };
}
