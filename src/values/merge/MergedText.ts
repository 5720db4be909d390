import type { MergeConflict } from '../../model/valuesMerge';
import type { ValuesPath } from '../../model/textDiagnostic';
import type { TreeText } from './valueTree';

/** The new defaults as given, and as the merge reads them: without byte order mark, lines ended by `\n`. */
export class GivenText implements TreeText {
  readonly text: string;
  readonly lineEnd: '\n' | '\r\n';
  readonly #given: string;
  readonly #mark: string;
  /** Where a `\r` was taken out, counted in `text`. */
  readonly #cuts: number[] = [];

  constructor(given: string) {
    this.#given = given;
    this.#mark = given.startsWith('\uFEFF') ? '\uFEFF' : '';
    this.text = given.slice(this.#mark.length).replaceAll('\r\n', '\n');
    if (given.includes('\r\n')) {
      for (let at = given.indexOf('\r\n'); at !== -1; at = given.indexOf('\r\n', at + 2)) {
        this.#cuts.push(at - this.#mark.length - this.#cuts.length);
      }
    }
    const lines = this.text.split('\n').length - 1;
    this.lineEnd = this.#cuts.length * 2 > lines ? '\r\n' : '\n';
  }

  get mark(): string {
    return this.#mark;
  }

  /** A part of `text` as it was given. */
  given(from: number, to: number): string {
    return this.#given.slice(this.#offset(from), this.#offset(to));
  }

  #offset(at: number): number {
    let low = 0;
    let high = this.#cuts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#cuts[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return at + low + this.#mark.length;
  }
}

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
  finish(): string {
    const { mark, text, lineEnd } = this.#theirs;
    const result = this.#parts.join('');
    if (text === '' || result === '') return mark + result;
    const body = result.replace(/\r?\n$/, '');
    if (!text.endsWith('\n')) return mark + body;
    return mark + (body === result ? result + lineEnd : result);
  }

  #push(text: string): void {
    if (text === '') return;
    this.#parts.push(text);
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#line += 1;
  }
}
