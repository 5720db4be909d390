interface Chunk {
  readonly file: string;
  readonly path: string;
  readonly code: string;
  /** Source files, relative to the project. */
  readonly sources: readonly string[];
  readonly imports: readonly string[];
  /** Of an ES module, what it loads at once. */
  readonly staticImports: readonly string[];
}

export function closureOf(
  dist: string,
  entry: string,
  by?: 'imports' | 'staticImports',
): { chunks: Chunk[]; packages: Set<string> };
export function finishDist(options: {
  dist: string;
  entries: readonly string[];
  styles: string;
}): Promise<void>;
