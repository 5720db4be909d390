export { readEnabledPresets } from './values/readEnabledPresets';
export type { EnabledPreset } from './values/readEnabledPresets';
