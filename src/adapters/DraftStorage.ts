/**
 * Where unfinished work is kept. Values are JSON; a failed call never stops the flow.
 * The memory adapter also keeps created profiles in one.
 */
export interface DraftStorage {
  load(key: string): Promise<unknown>;
  save(key: string, value: unknown): Promise<void>;
  clear(key: string): Promise<void>;
}
