import type { PackContent } from '../../../src/model/packs';
import { loadPackFolder, sharedPacksFolder } from '../../support/packFolder';

/** A version of a real pack. */
export interface RealPack {
  /** Name of its folder. */
  readonly name: string;
  readonly content: PackContent;
}

/** The real packs beside the project, or null where they are absent. */
export function readRealPacks(): readonly RealPack[] | null {
  const folder = sharedPacksFolder();
  if (folder === null) return null;
  return loadPackFolder(folder)
    .packs.flatMap((pack) => pack.versions)
    .map(({ packUid, content }) => ({
      name: packUid,
      content: typeof content === 'function' ? content() : content,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A title that says when a suite is skipped for want of the real packs. */
export function realPacksTitle(title: string): string {
  return sharedPacksFolder() === null
    ? `${title} (skipped: the folder ../shared/packs with real packs is absent)`
    : title;
}
