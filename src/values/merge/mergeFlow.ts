import { isMap } from 'yaml';
import type { ValuesPath } from '../../model/textDiagnostic';
import { restoreDefaultsSteps } from '../restoreDefault';
import { drain } from '../text/parseText';
import { findEntryChanges } from './changes';
import { shiftLines } from './indent';
import type { MergedText } from './MergedText';
import { entryHead, entryText, type Entry } from './valueTree';

/**
 * Writes a flow map that both sides changed at different keys as the flow map of the new version with the
 * user's values in it. False where something else is asked for; then nothing is written.
 */
export function mergeFlow(
  out: MergedText,
  path: ValuesPath,
  base: Entry | null,
  mine: Entry,
  theirs: Entry,
): boolean {
  if (base === null || typeof theirs.name !== 'string') return false;
  if (![base, mine, theirs].every(isFlowMap)) return false;
  if (entryHead(base).comment !== entryHead(mine).comment) return false;
  const own = findEntryChanges(base, mine, []).map((change) => change.path);
  const given = findEntryChanges(base, theirs, []).map((change) => change.path);
  const isApart = own.every((one) => given.every((other) => !isWithin(one, other)));
  if (!isApart || own.length === 0) return false;
  const [text, from] = [theirs, mine].map((entry) => shiftLines(entryText(entry), -entry.indent));
  const merged = drain(
    restoreDefaultsSteps({
      text: text ?? '',
      base: from ?? '',
      paths: own.map((inner) => [theirs.name, ...inner]),
    }),
  );
  if (merged === text) return false;
  for (const inner of own) out.carried.push([...path, ...inner]);
  out.startEntry(theirs.indent);
  out.writeText(`${shiftLines(merged, theirs.indent)}\n`);
  return true;
}

function isFlowMap({ value }: Entry): boolean {
  return value.kind === 'leaf' && isMap(value.node) && value.node.flow === true;
}

/** Whether one path leads through the other. */
function isWithin(one: ValuesPath, other: ValuesPath): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length).every((part, index) => part === other[index]);
}
