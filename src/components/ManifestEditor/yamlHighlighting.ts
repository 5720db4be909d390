import { syntaxTree } from '@codemirror/language';
import { RangeSetBuilder } from '@codemirror/state';
import {
  Decoration,
  ViewPlugin,
  type DecorationSet,
  type EditorView,
  type ViewUpdate,
} from '@codemirror/view';

type Colour = 'key' | 'string' | 'number' | 'comment' | 'meta' | 'punctuation';

const colours: Readonly<Record<string, Colour>> = {
  Comment: 'comment',
  QuotedLiteral: 'string',
  BlockLiteralContent: 'string',
  BlockLiteralHeader: 'meta',
  Anchor: 'meta',
  Alias: 'meta',
  Tag: 'meta',
  DirectiveName: 'meta',
  DirectiveContent: 'meta',
  DirectiveEnd: 'meta',
  DocEnd: 'meta',
  ':': 'punctuation',
  ',': 'punctuation',
  '-': 'punctuation',
  '?': 'punctuation',
  '[': 'punctuation',
  ']': 'punctuation',
  '{': 'punctuation',
  '}': 'punctuation',
};

/** Plain scalars that YAML parsers read as something else than text. */
const notText =
  /^(?:~|null|true|false|yes|no|on|off|[-+]?(?:0x[\da-f]+|0o?[0-7]+|\.inf|\d[\d_]*(?:\.\d*)?(?:e[-+]?\d+)?|\.\d+))$/i;
const LONGEST_NOT_TEXT = 40;

const marks = new Map<Colour, Decoration>();
function markOf(colour: Colour): Decoration {
  const known = marks.get(colour) ?? Decoration.mark({ class: `cpb-yaml-${colour}` });
  marks.set(colour, known);
  return known;
}

/**
 * Colours the lines in view by the syntax tree. CodeMirror's own highlighting goes by the grammar's
 * tags, which do not tell numbers, booleans and null from text.
 */
export const yamlHighlighting = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = colour(view);
    }

    update({ view, docChanged, viewportChanged, startState, state }: ViewUpdate) {
      if (docChanged || viewportChanged || syntaxTree(startState) !== syntaxTree(state)) {
        this.decorations = colour(view);
      }
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function colour(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const { doc } = view.state;
  const tree = syntaxTree(view.state);
  for (const { from, to } of view.visibleRanges) {
    tree.iterate({
      from,
      to,
      enter: (node) => {
        let found = colours[node.name];
        const isLiteral = node.name === 'Literal';
        if ((isLiteral || found === 'string') && node.node.parent?.name === 'Key') found = 'key';
        else if (isLiteral && node.to - node.from <= LONGEST_NOT_TEXT) {
          if (notText.test(doc.sliceString(node.from, node.to))) found = 'number';
        }
        const start = Math.max(from, node.from);
        const end = Math.min(to, node.to);
        if (found !== undefined && start < end) builder.add(start, end, markOf(found));
      },
    });
  }
  return builder.finish();
}
