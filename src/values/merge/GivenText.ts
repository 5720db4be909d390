import type { TreeText } from './valueTree';

/** A text as given, and as it is read: without byte order mark, lines ended by `\n`. */
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
    const hasCuts = this.#cuts.length > 0;
    const isMostly = hasCuts && this.#cuts.length * 2 >= this.text.split('\n').length;
    this.lineEnd = isMostly ? '\r\n' : '\n';
  }

  /** The byte order mark that it began with, or nothing. */
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
