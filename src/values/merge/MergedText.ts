import type { MergeConflict, MergeResult } from '../../model/valuesMerge';
import type { ValuesPath } from '../../model/textDiagnostic';
import type { GivenText } from './GivenText';
import type { TreeText } from './valueTree';

const KEPT_HEADER = /[ \t][|>][0-9]*\+[ \t]*(?:#.*)?$/m;

/** Where a merged text stood, to go back to. */
export interface MergedTextState {
  readonly parts: number;
  readonly conflicts: number;
  readonly carried: number;
  readonly line: number;
  readonly prefix: string | null;
}

/** A merged text while it is put together, with what is found on the way. */
export class MergedText {
  readonly #theirs: GivenText;
  #parts: string[] = [];
  #line = 1;
  /** What stands before the next entry instead of its indentation: the dash of the item it begins. */
  #prefix: string | null = null;
  readonly conflicts: MergeConflict[] = [];
  readonly carried: ValuesPath[] = [];

  constructor(theirs: GivenText) {
    this.#theirs = theirs;
  }

  /** A part of a text, as it stands there. */
  write(source: TreeText, from: number, to: number): void {
    const isTheirs = source === this.#theirs;
    if (isTheirs) this.#push(this.#theirs.given(from, to));
    else this.writeText(source.text.slice(from, to));
  }

  /** Text with `\n`, given the line ends of the new defaults. */
  writeText(text: string): void {
    const { lineEnd } = this.#theirs;
    this.#push(lineEnd === '\n' ? text : text.replaceAll('\n', lineEnd));
  }

  /** Ends the line where it is not: the last one of a text may not be. */
  startLine(): void {
    const last = this.#parts.at(-1);
    if (last !== undefined && !last.endsWith('\n')) this.writeText('\n');
  }

  /** Begins the line of an entry; what has been taken as prefix stands there once. */
  startEntry(indent: number): void {
    this.startLine();
    this.writeText(this.takePrefix() ?? ' '.repeat(indent));
  }

  setPrefix(prefix: string): void {
    this.#prefix = prefix;
  }

  takePrefix(): string | null {
    const prefix = this.#prefix;
    this.#prefix = null;
    return prefix;
  }

  /** Whether a blank line would be part of a block of text that keeps those below it (`|+`). */
  isKeepingBlankLines(): boolean {
    if (!this.#parts.some((part) => KEPT_HEADER.test(part))) return false;
    const lines = this.#parts.join('').trimEnd().split('\n');
    let indent = Infinity;
    // From the last line out to the keys that it is in.
    for (let index = lines.length - 1; index >= 0 && indent > 0; index -= 1) {
      const line = lines[index]?.trimEnd() ?? '';
      const column = line.length - line.trimStart().length;
      if (line === '' || column >= indent) continue;
      if (KEPT_HEADER.test(line)) return true;
      indent = column;
    }
    return false;
  }

  addConflict(conflict: Omit<MergeConflict, 'line'>): void {
    this.startLine();
    this.conflicts.push({ ...conflict, line: this.#line });
  }

  get state(): MergedTextState {
    return {
      parts: this.#parts.length,
      conflicts: this.conflicts.length,
      carried: this.carried.length,
      line: this.#line,
      prefix: this.#prefix,
    };
  }

  goBack({ parts, conflicts, carried, line, prefix }: MergedTextState): void {
    this.#parts.length = parts;
    this.conflicts.length = conflicts;
    this.carried.length = carried;
    this.#line = line;
    this.#prefix = prefix;
  }

  /** Puts a line before everything. */
  prepend(line: string): void {
    this.#parts.unshift(line + this.#theirs.lineEnd);
    this.conflicts.forEach((conflict, index) => {
      this.conflicts[index] = { ...conflict, line: conflict.line + 1 };
    });
  }

  /** The whole, its last line ended or not like that of the new defaults. */
  finish(): MergeResult {
    const { mark, text: given, lineEnd } = this.#theirs;
    let text = this.#parts.join('');
    if (given !== '' && text !== '') {
      if (!given.endsWith('\n')) text = text.replace(/[\r\n]+$/, '');
      else if (!text.endsWith('\n')) text += lineEnd;
    }
    const lines = text.split('\n').length;
    const conflicts = this.conflicts.map((conflict) => ({
      ...conflict,
      line: Math.min(conflict.line, lines),
    }));
    return { text: mark + text, conflicts, carried: this.carried };
  }

  #push(text: string): void {
    if (text === '') return;
    this.#parts.push(text);
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#line += 1;
  }
}
