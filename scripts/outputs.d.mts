export const projectRoot: string;
export const cacheFolder: string;
export function ensureDist(options?: { force?: boolean }): void;
export function ensureStorybook(options?: { force?: boolean }): void;
