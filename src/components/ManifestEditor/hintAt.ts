import type { EditorState } from '@codemirror/state';
import type { PackSchemaField } from '../../model/packs';
import type { TextRange } from '../../model/textDiagnostic';
import { findAllReferences, type Reference } from '../../values/references/findReferences';
import { findSchemaRule } from '../../values/schema/findSchemaRule';
import { formatPath } from '../Diagnostics/diagnosticText';
import type { CompletionData } from './CompletionData';
import type { ManifestEditorMessages } from './messages';
import { packValueWords, variableWords } from './referenceWords';
import { schemaWords } from './schemaWords';
import { tokenAt } from './yamlPath';

/** What is known about one thing that stands at a place. */
export interface HintPart {
  /** What it is about, as it is written. */
  readonly title: string;
  readonly lines: readonly string[];
}

export interface Hint extends TextRange {
  readonly parts: readonly HintPart[];
}

export interface HintSources {
  readonly completions: CompletionData | undefined;
  readonly schema: readonly PackSchemaField[] | undefined;
  readonly words: ManifestEditorMessages;
}

/** What is known about the reference and the value at a place; null where that is nothing. */
export async function hintAt(
  state: EditorState,
  pos: number,
  sources: HintSources,
  signal: AbortSignal,
): Promise<Hint | null> {
  const reference = findReference(state, pos);
  const value = valueHint(state, pos, sources);
  const meaning =
    reference === null ? null : await referenceMeaning(reference.reference, sources, signal);
  const parts: HintPart[] = [];
  if (reference !== null && meaning !== null) {
    parts.push({ title: reference.title, lines: meaning.split('\n') });
  }
  if (value !== null) parts.push(value.part);
  const range = meaning === null ? value : reference;
  return range === null ? null : { from: range.from, to: range.to, parts };
}

/** References are no longer; lines can be. */
const REACH = 500;

function findReference(
  state: EditorState,
  pos: number,
): (TextRange & { readonly reference: Reference; readonly title: string }) | null {
  const line = state.doc.lineAt(pos);
  const start = Math.max(0, pos - line.from - REACH);
  const text = line.text.slice(start, pos - line.from + REACH);
  const at = pos - line.from - start;
  const reference = findAllReferences(text).find(({ from, to }) => from <= at && at <= to);
  if (reference === undefined) return null;
  const from = line.from + start + reference.from;
  const title = text.slice(reference.from, reference.to);
  return { from, to: from + title.length, reference, title };
}

/** What a reference stands for; null where nobody knows, which the checks tell. */
function referenceMeaning(
  { kind, name, path }: Reference,
  { completions, words }: HintSources,
  signal: AbortSignal,
): string | null | Promise<string | null> {
  switch (kind) {
    case 'system':
      return Object.hasOwn(words.systemMacros, name) ? (words.systemMacros[name] ?? null) : null;
    case 'var': {
      const variable = completions?.variables.find((each) => each.name === name);
      return variable === undefined ? null : variableWords(variable, words);
    }
    case 'macro': {
      const macros = completions?.macros ?? null;
      return macros === null || macros.includes(name) ? words.macro : null;
    }
    case 'pack':
      return completions === undefined
        ? null
        : packMeaning(`${name}.${path}`, completions, words, signal);
    case 'app':
    case 'unknown':
      return null;
    default:
      return kind satisfies never;
  }
}

async function packMeaning(
  dotted: string,
  { packs, packValues }: CompletionData,
  words: ManifestEditorMessages,
  signal: AbortSignal,
): Promise<string | null> {
  // Names of packs may hold dots: the longest that there is counts.
  const [pack] = Object.keys(packs)
    .filter((name) => dotted.startsWith(`${name}.`))
    .sort((a, b) => b.length - a.length);
  if (pack === undefined) return null;
  const path = dotted.slice(pack.length + 1);
  // Without the engine it is still known what the reference means.
  const found = await packValues?.read({ pack, path }, signal).catch(() => null);
  return packValueWords(pack, path, found ?? null, words);
}

function valueHint(
  state: EditorState,
  pos: number,
  { schema, words }: HintSources,
): (TextRange & { readonly part: HintPart }) | null {
  if (schema === undefined || schema.length === 0) return null;
  const token = tokenAt(state, pos);
  const rule = token === null ? null : findSchemaRule(schema, token.path);
  const lines = rule === null ? [] : schemaWords(rule, words);
  if (token === null || lines.length === 0) return null;
  return { from: token.from, to: token.to, part: { title: formatPath(token.path), lines } };
}
