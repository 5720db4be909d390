import { isolateHistory } from '@codemirror/commands';
import { EditorView } from '@codemirror/view';
import type { TextFix } from '../../model/textDiagnostic';
import type { EditorCommands, EditorTarget } from './EditorHandle';
import type { ServiceHolder } from './EditorServices';
import { countBelow, createTextPlaces, type TextPlaces } from './textPlaces';
import type { TextSession } from './textSession';
import { findPath } from './yamlPath';

export interface EditorCommandOptions {
  readonly view: EditorView;
  readonly session: TextSession;
  readonly services: ServiceHolder;
  /** The text that diagnostics are about. */
  readonly checkedText: () => string;
}

export function createEditorCommands(options: EditorCommandOptions): EditorCommands {
  const { view } = options;
  return {
    focus: () => {
      view.focus();
    },
    goTo: (place) => {
      showPlace(view, placesNow(options).find(place)?.from ?? null);
    },
    applyFix: (fix) => applyFix(fix, options),
  };
}

/** Where the places of the checked text are in the document as it stands. */
export function placesNow({
  view,
  session,
  checkedText,
}: Pick<EditorCommandOptions, 'view' | 'session' | 'checkedText'>): TextPlaces {
  const { doc } = view.state;
  const text = checkedText();
  const isUnchanged = session.isCommitted() && text === session.committed();
  return createTextPlaces(text, {
    read: (lineBreak) => (isUnchanged ? null : doc.sliceString(0, doc.length, lineBreak)),
    // Each line before it has one.
    withoutReturns: (offset) =>
      offset - countBelow(doc.lines - 1, (index) => doc.line(index + 1).to + index < offset),
  });
}

/** Focuses the editor at a range or a path. */
export function showTarget(target: EditorTarget, options: EditorCommandOptions): void {
  const { view } = options;
  const place =
    'from' in target ? placesNow(options).find(target) : findPath(view.state, target.path);
  showPlace(view, place?.from ?? null);
}

function showPlace(view: EditorView, offset: number | null): void {
  if (offset !== null) {
    view.dispatch({
      selection: { anchor: offset },
      effects: EditorView.scrollIntoView(offset, { y: 'center' }),
    });
  }
  view.focus();
}

function applyFix(fix: TextFix, options: EditorCommandOptions): boolean {
  const { view, session, services } = options;
  const places = placesNow(options);
  const [first] = fix.changes;
  const last = fix.changes.at(-1);
  // What lies between its changes belongs to a repair as well.
  const whole = places.findUntouched({ from: first?.from ?? 0, to: last?.to ?? 0 });
  if (first === undefined || whole === null) {
    view.dispatch({ effects: EditorView.announce.of(services.current().words.fixOutdated) });
    return false;
  }
  const changes = fix.changes.map((change) => ({
    ...(places.findUntouched(change) ?? whole),
    insert: change.insert.replace(/\r\n?/g, '\n'),
  }));
  view.dispatch({
    changes,
    annotations: isolateHistory.of('full'),
    userEvent: 'input.fix',
    scrollIntoView: true,
  });
  // Checked again at once.
  session.flush();
  return true;
}
