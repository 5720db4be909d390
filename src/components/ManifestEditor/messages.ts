/** Words of the text editor. */
export const manifestEditorMessages = {
  /** What is loading until the editor is there, for screen readers. */
  editor: 'the editor',
  /** Under the editor while it has the focus, and read out with its name. */
  tabHint: 'Tab indents. To leave the editor, press Escape, then Tab.',
  /** Under a text that cannot be changed, and read out with its name. */
  readOnly: 'Read-only',
  /** Heading over the plain text field, when the editor could not be loaded or failed. */
  failed: 'The editor could not be loaded.',
  /** Under that heading. */
  failedAdvice: 'Go on in the plain text field below, or try again. Nothing you typed is lost.',
  /** Under that heading, where a plain text field would change the text. */
  failedReadOnly:
    'This text mixes several kinds of line ends, which a plain text field would change. It can be read here; try again to edit it.',
  /** Words inside the editor: its search panel, folding and what it reads out. `$` is a number. */
  phrases: {
    /** Search panel: placeholder and name of the search field. */
    Find: 'Find',
    /** Search panel: placeholder and name of the replacement field. */
    Replace: 'Replace',
    /** Search panel: buttons. */
    next: 'Next',
    previous: 'Previous',
    all: 'All',
    replace: 'Replace',
    'replace all': 'Replace all',
    /** Search panel: name of the button that closes it. */
    close: 'Close',
    /** Search panel: check boxes. */
    'match case': 'Match case',
    'by word': 'Whole words',
    regexp: 'Regular expression',
    /** Read out after searching and replacing. */
    'current match': 'current match',
    'on line': 'on line',
    'replaced match on line $': 'replaced match on line $',
    'replaced $ matches': 'replaced $ matches',
    /** Panel that jumps to a line. */
    'Go to line': 'Go to line',
    go: 'Go',
    /** Folding: tooltips of the markers, and what is read out. */
    'Fold line': 'Fold',
    'Unfold line': 'Unfold',
    'Folded lines': 'Folded lines',
    'Unfolded lines': 'Unfolded lines',
    to: 'to',
    /** Folding: name and tooltip of what stands for folded text. */
    'folded code': 'folded text',
    unfold: 'Unfold',
    /** Read out after a deletion. */
    'Selection deleted': 'Selection deleted',
    /** Name of the sign that stands for a character that cannot be seen. */
    'Control character': 'Control character',
  },
};

export type ManifestEditorMessages = typeof manifestEditorMessages;
