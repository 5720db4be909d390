import type { ValuesPath } from '../../model/textDiagnostic';
import { shiftLine } from './indent';
import type { MergeContext } from './MergeContext';
import type { MergePlan } from './mergePlan';
import { mergeRuns, type Piece } from './mergeRuns';
import type { Entry } from './valueTree';
import { valueSource, writeComments, writeKept, writeWhole } from './writeEntry';

/** Writes the entries of a merged map or list, in the order of the new version. */
export function mergeBlock(context: MergeContext, path: ValuesPath, plan: MergePlan): void {
  const { base, mine, theirs, shared } = plan;
  const { out } = context;
  const runs = mergeRuns(plan, context.markers);
  const isList = theirs.kind === 'list';
  let count = 0;
  const pathOf = (entry: Entry): ValuesPath => [...path, isList ? count : entry.name];

  const writePiece = (piece: Piece): void => {
    if (piece.kind === 'line') writeLine(context, piece, theirs.indent - mine.indent);
    else if (piece.kind === 'comment') writeComments(out, [piece.comment], theirs.indent);
    else writeFate(piece);
  };
  const writeFate = ({ fate }: Piece & { kind: 'entry' }): void => {
    const { kind, entry } = fate;
    if (kind === 'dropped') {
      out.carried.push(pathOf(entry));
      return;
    }
    if (kind === 'removed') {
      const [before, after] = [valueSource(fate.base), valueSource(entry)];
      out.addConflict({
        kind: 'removed-by-user',
        path: pathOf(entry),
        base: before,
        mine: null,
        theirs: after,
      });
      return;
    }
    if (kind === 'added') out.carried.push(pathOf(entry));
    if (kind === 'kept') writeKept(out, pathOf(entry), fate.base, entry, theirs.indent);
    else writeWhole(out, entry, theirs.indent);
    count += 1;
  };

  const old = new Map(base?.entries.map((entry) => [entry.id, entry]));
  const own = new Map(mine.entries.map((entry) => [entry.id, entry]));
  for (const entry of theirs.entries) {
    if (!shared.has(entry.id)) continue;
    runs.before.get(entry.id)?.forEach(writePiece);
    context.mergeEntry(pathOf(entry), old.get(entry.id) ?? null, own.get(entry.id) ?? entry, entry);
    count += 1;
  }
  runs.last.forEach(writePiece);
}

function writeLine(context: MergeContext, piece: Piece & { kind: 'line' }, shift: number): void {
  const { out } = context;
  const { source, from, to, isMine, isMarker } = piece;
  out.startLine();
  if (isMarker) {
    if (context.marker !== null) out.writeText(`${context.marker}\n`);
    context.marker = null;
    return;
  }
  const line = source.text.slice(from, to);
  if (line.trim() === '' && out.isKeepingBlankLines()) return;
  if (isMine) out.writeText(`${shiftLine(line, shift)}\n`);
  else out.write(source, from, Math.min(to + 1, source.text.length));
}
