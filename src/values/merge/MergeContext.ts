import type { ValuesPath } from '../../model/textDiagnostic';
import type { MergedText } from './MergedText';
import type { Markers } from './mergeRuns';
import type { Entry } from './valueTree';

/** What a merge needs everywhere. */
export interface MergeContext {
  readonly out: MergedText;
  readonly markers: Markers;
  /** The line of the enabled presets; null once it is written, and where there is none. */
  marker: string | null;
  /** Writes an entry that both sides have. */
  readonly mergeEntry: (path: ValuesPath, base: Entry | null, mine: Entry, theirs: Entry) => void;
}
