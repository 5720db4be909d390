import {
  forEachDiagnostic,
  linter,
  lintGutter,
  nextDiagnostic,
  previousDiagnostic,
  setDiagnostics,
  type Diagnostic,
} from '@codemirror/lint';
import type { EditorState, Extension } from '@codemirror/state';
import { EditorView, keymap, type Command } from '@codemirror/view';
import { countSeverities } from '../../model/diagnostics';
import type { Severity, TextDiagnostic } from '../../model/textDiagnostic';
import { diagnosticText, fixText } from '../Diagnostics/diagnosticText';
import type { EditorCommands } from './EditorHandle';
import type { ServiceHolder } from './EditorServices';
import type { TextPlaces } from './textPlaces';

/** More marks than that help nobody, and each costs. Errors go first. */
const MOST_MARKS = 500;

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

interface Mark extends Diagnostic {
  readonly finding: TextDiagnostic;
}

/** Marks, tooltips and keys. What is marked comes from outside. */
export function diagnosticsExtension(
  services: ServiceHolder,
  commands: Pick<EditorCommands, 'applyFix'>,
): Extension {
  const fixHere: Command = (view) => {
    if (view.state.readOnly) return false;
    for (const { finding } of marksAt(view.state, view.state.selection.main)) {
      const [fix] = finding.fixes ?? [];
      if (fix !== undefined) return commands.applyFix(fix);
    }
    return false;
  };
  return [
    // Without a source it checks nothing, but keeps its state when the editor is configured anew.
    linter(null),
    lintGutter(),
    keymap.of([
      { key: 'F8', run: announced(nextDiagnostic), shift: announced(previousDiagnostic) },
      { key: 'Mod-.', run: fixHere, preventDefault: true },
      {
        key: 'Mod-Shift-m',
        run: () => {
          services.current().toggleProblems();
          return true;
        },
        preventDefault: true,
      },
    ]),
  ];
}

/** Marks what was found, in place of what was marked before. */
export function showDiagnostics(
  view: EditorView,
  diagnostics: readonly TextDiagnostic[],
  options: {
    readonly places: TextPlaces;
    readonly services: ServiceHolder;
    readonly commands: Pick<EditorCommands, 'applyFix'>;
  },
): void {
  const { places, services, commands } = options;
  const marks: Mark[] = [];
  for (const finding of worstFirst(diagnostics)) {
    const place = places.find(finding);
    if (place === null) continue;
    const { sentences, cloudName } = services.current();
    marks.push({
      ...place,
      severity: finding.severity,
      message: diagnosticText(sentences, finding, cloudName),
      finding,
      renderMessage: () => renderFinding(finding, view, services, commands),
    });
    if (marks.length === MOST_MARKS) break;
  }
  const before = countMarks(view);
  if (marks.length === 0 && before.length === 0) return;
  view.dispatch(setDiagnostics(view.state, marks));
  const { words } = services.current();
  const said = (found: readonly { readonly severity: Severity }[]) => {
    const { errors, warnings } = countSeverities(found);
    return words.problemsFound(errors, warnings);
  };
  const now = said(marks.map(({ finding }) => finding));
  if (view.hasFocus && now !== said(before)) {
    view.dispatch({ effects: EditorView.announce.of(now) });
  }
}

function worstFirst(diagnostics: readonly TextDiagnostic[]): readonly TextDiagnostic[] {
  if (diagnostics.length <= MOST_MARKS) return diagnostics;
  return [...diagnostics].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
}

function countMarks(view: EditorView): readonly TextDiagnostic[] {
  const found: TextDiagnostic[] = [];
  forEachDiagnostic(view.state, (mark) => found.push((mark as Mark).finding));
  return found;
}

/** The pack's hints that are told with the marks at a place. */
export function hintsOfMarks(state: EditorState, pos: number): ReadonlySet<string> {
  const marks = marksAt(state, { from: pos, to: pos });
  return new Set(marks.flatMap(({ finding }) => finding.params.hints?.split(' · ') ?? []));
}

/** The marks that a selection touches. */
function marksAt(
  state: EditorState,
  selection: { readonly from: number; readonly to: number },
): readonly Mark[] {
  const found: Mark[] = [];
  forEachDiagnostic(state, (mark, from, to) => {
    if (from <= selection.to && to >= selection.from) found.push(mark as Mark);
  });
  return found;
}

/** A move to a mark, with what is found there read out. */
function announced(move: Command): Command {
  return (view) => {
    if (!move(view)) return false;
    const { from } = view.state.selection.main;
    const text = marksAt(view.state, { from, to: from })
      .map(({ message, finding }) => withHints(message, finding))
      .join(' ');
    view.dispatch({ effects: EditorView.announce.of(text) });
    return true;
  };
}

/** What is wrong, and what the pack says about the value. */
function withHints(message: string, { params: { hints = '' } }: TextDiagnostic): string {
  return hints === '' ? message : `${message} ${hints}`;
}

function renderFinding(
  finding: TextDiagnostic,
  view: EditorView,
  services: ServiceHolder,
  commands: Pick<EditorCommands, 'applyFix'>,
): Node {
  const { sentences, cloudName } = services.current();
  const node = element('span', 'cpb-Diagnostic');
  const severity = element('strong', 'cpb-Diagnostic-severity');
  severity.textContent = sentences.severities[finding.severity];
  const text = element('span', 'cpb-Diagnostic-text');
  text.textContent = diagnosticText(sentences, finding, cloudName);
  node.append(severity, ' ', text);
  const { hints = '' } = finding.params;
  if (hints !== '') {
    const hint = element('span', 'cpb-Diagnostic-hint');
    hint.textContent = hints;
    node.append(hint);
  }
  const fixes = view.state.readOnly ? [] : (finding.fixes ?? []);
  if (fixes.length === 0) return node;
  const actions = element('span', 'cpb-Diagnostic-actions');
  for (const fix of fixes) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'cm-button';
    button.textContent = fixText(sentences, fix);
    button.addEventListener('click', () => {
      commands.applyFix(fix);
      view.focus();
    });
    actions.append(button);
  }
  node.append(actions);
  return node;
}

function element(name: string, className: string): HTMLElement {
  const node = document.createElement(name);
  node.className = className;
  return node;
}
