import type { PackMisfit } from '../../model/packFit';
import type { LayerPickerMessages } from './messages';

/** Why something does not fit, as a sentence. */
export function misfitText(
  messages: LayerPickerMessages,
  { code, ruleOf, params }: PackMisfit,
  cloudName: string,
): string {
  const { misfit } = messages;
  const { pack = '', needs = '', needsName = '', range = '', found = '' } = params;
  const isOwn = ruleOf === 'candidate';
  switch (code) {
    case 'cloud-type-mismatch':
      return misfit.cloud(cloudName);
    case 'dependency-missing':
      return isOwn ? misfit.missing(needs, range) : misfit.missingFor(pack, needs, range);
    case 'dependency-version':
      return isOwn
        ? misfit.version(needsName, range, found)
        : misfit.versionFor(pack, range, found);
    case 'dependency-not-supported':
      return isOwn ? misfit.notSupported(needsName, range) : misfit.notSupportedFor(pack, range);
    default:
      return code satisfies never;
  }
}

/** What it does not fit, by name. */
export function misfitName({ code, ruleOf, params }: PackMisfit, cloudName: string): string {
  if (code === 'cloud-type-mismatch') return cloudName;
  return (ruleOf === 'chosen' ? params.pack : params.needsName) ?? '';
}
