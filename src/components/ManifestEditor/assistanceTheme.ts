import { EditorView } from '@codemirror/view';

const wavy = (colour: string) => ({
  // Not CodeMirror's pictures: they have fixed colours, and a strict policy refuses them.
  backgroundImage: 'none',
  textDecoration: `underline wavy ${colour}`,
  textDecorationSkipInk: 'none',
  textDecorationThickness: '1.25px',
  textUnderlineOffset: '3px',
});
const sign = (content: string, color: string) => ({
  content: 'normal',
  '&::before': { content: `"${content}"`, color },
});
const bar = (colour: string) => ({ borderInlineStart: `3px solid ${colour}` });

/** Looks of marks, tooltips and completion. */
export const assistanceTheme = EditorView.theme({
  '.cm-lintRange': { paddingBottom: '0' },
  '.cm-lintRange-error': wavy('var(--cpb-error)'),
  '.cm-lintRange-warning': wavy('var(--cpb-warning)'),
  '.cm-lintRange-info': wavy('var(--cpb-text-muted)'),
  '.cm-lintRange-active': { backgroundColor: 'var(--cpb-surface-hover)' },
  '.cm-lintPoint::after': { borderBottomColor: 'var(--cpb-error)' },
  '.cm-lintPoint-warning::after': { borderBottomColor: 'var(--cpb-warning)' },
  '.cm-lintPoint-info::after': { borderBottomColor: 'var(--cpb-text-muted)' },
  '.cm-gutter-lint': { inlineSize: '16px' },
  '.cm-gutter-lint .cm-gutterElement': {
    padding: '0',
    lineHeight: 'calc(var(--cpb-font-size-13) * 1.5)',
    textAlign: 'center',
    cursor: 'default',
  },
  '.cm-lint-marker': { inlineSize: '100%', blockSize: 'auto', fontSize: '10px' },
  // Of different shapes, for those who do not tell the colours apart.
  '.cm-lint-marker-error': sign('●', 'var(--cpb-error)'),
  '.cm-lint-marker-warning': sign('▲', 'var(--cpb-warning)'),
  '.cm-lint-marker-info': sign('■', 'var(--cpb-text-muted)'),

  '.cm-tooltip.cm-tooltip-lint, .cm-tooltip .cm-tooltip-lint': {
    maxInlineSize: 'min(420px, 90vw)',
    margin: '0',
    padding: '0',
    fontFamily: 'var(--cpb-font)',
    fontSize: 'var(--cpb-font-size-13)',
    lineHeight: '1.45',
    listStyle: 'none',
  },
  '.cm-diagnostic': { margin: '0', padding: '8px 12px', whiteSpace: 'normal' },
  '.cm-diagnostic + .cm-diagnostic': { borderBlockStart: '1px solid var(--cpb-border)' },
  '.cm-diagnostic-error': bar('var(--cpb-error)'),
  '.cm-diagnostic-warning': bar('var(--cpb-warning)'),
  '.cm-diagnostic-info': bar('var(--cpb-border-strong)'),
  '.cpb-Diagnostic-severity': { fontWeight: '600' },
  '.cm-diagnostic-error .cpb-Diagnostic-severity': { color: 'var(--cpb-error)' },
  '.cm-diagnostic-warning .cpb-Diagnostic-severity': { color: 'var(--cpb-warning)' },
  '.cpb-Diagnostic-text': { overflowWrap: 'anywhere' },
  '.cpb-Diagnostic-hint': {
    display: 'block',
    marginBlockStart: '4px',
    color: 'var(--cpb-text-muted)',
  },
  '.cpb-Diagnostic-actions': {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    marginBlockStart: '8px',
  },

  '.cpb-Hint': {
    maxInlineSize: 'min(420px, 90vw)',
    padding: '8px 12px',
    fontFamily: 'var(--cpb-font)',
    fontSize: 'var(--cpb-font-size-13)',
    lineHeight: '1.45',
    overflowWrap: 'anywhere',
  },
  '.cpb-Hint-title': {
    color: 'var(--cpb-text-muted)',
    fontFamily: 'var(--cpb-font-mono)',
    fontSize: 'var(--cpb-font-size-12)',
  },
  '.cpb-Hint-line + .cpb-Hint-title': { marginBlockStart: '8px' },
  '.cm-tooltip-section + .cm-tooltip-section': { borderBlockStart: '1px solid var(--cpb-border)' },

  '.cpb-VariableTooltip': { padding: '4px' },
  '.cpb-VariableTooltip kbd': {
    marginInlineStart: '4px',
    color: 'var(--cpb-text-muted)',
    fontFamily: 'inherit',
  },

  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    maxBlockSize: '240px',
    minInlineSize: '200px',
    maxInlineSize: 'min(420px, 90vw)',
    padding: '4px',
    fontFamily: 'var(--cpb-font-mono)',
    fontSize: 'var(--cpb-font-size-13)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    padding: '2px 8px',
    borderRadius: 'var(--cpb-radius-s)',
    lineHeight: '20px',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected], .cm-tooltip-autocomplete-disabled ul li[aria-selected]':
    { color: 'var(--cpb-text)', backgroundColor: 'var(--cpb-surface-hover)' },
  '.cm-completionMatchedText': {
    color: 'var(--cpb-accent)',
    fontWeight: '600',
    textDecoration: 'none',
  },
  '.cm-tooltip.cm-completionInfo': {
    maxInlineSize: '280px',
    padding: '8px 12px',
    fontFamily: 'var(--cpb-font)',
    fontSize: 'var(--cpb-font-size-13)',
    lineHeight: '1.45',
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
  },
  '.cm-tooltip.cpb-completionInfo-apart': { inlineSize: 'max-content', overflowY: 'auto' },
});
