import type {
  Severity,
  TextDiagnostic,
  TextDiagnosticCode,
  TextRange,
} from '../../model/textDiagnostic';

/** Findings of one text that are told; more help nobody. */
export const MAX_DIAGNOSTICS = 500;

/** A finding; about the whole text and without parameters, unless more is said. */
export function finding(
  code: TextDiagnosticCode,
  severity: Severity,
  { from, to }: TextRange,
  more: Partial<Pick<TextDiagnostic, 'path' | 'params' | 'fixes'>> = {},
): TextDiagnostic {
  return { code, severity, from, to, path: [], params: {}, ...more };
}

/** In the order of the text, and not without end. Errors are kept rather than others. */
export function orderFindings(found: readonly TextDiagnostic[]): TextDiagnostic[] {
  const kept =
    found.length <= MAX_DIAGNOSTICS
      ? [...found]
      : [...found].sort((a, b) => weight(a) - weight(b)).slice(0, MAX_DIAGNOSTICS);
  return kept.sort((a, b) => a.from - b.from || a.to - b.to);
}

function weight({ severity }: TextDiagnostic): number {
  return severity === 'error' ? 0 : severity === 'warning' ? 1 : 2;
}

/** Of a longer line, the part around the offset is taken for all: it is looked at again and again. */
const MAX_LINE = 2000;

/** The line that an offset is on, without its end. */
export function lineAt(text: string, offset: number): TextRange {
  const start = Math.max(0, offset - MAX_LINE);
  const before = text.slice(start, offset).lastIndexOf('\n');
  const from = before === -1 ? start : start + before + 1;
  const after = text.slice(offset, offset + MAX_LINE).indexOf('\n');
  const to = after === -1 ? Math.min(offset + MAX_LINE, text.length) : offset + after;
  return { from, to: to > from && text[to - 1] === '\r' ? to - 1 : to };
}
