import type { TextFix, TextRange } from '../../model/textDiagnostic';

const MAX_FIXES = 8;

/** The options of a list in place of a value; first the one that differs in case alone. */
export function optionFixes(
  options: readonly string[],
  value: string,
  { from, to }: TextRange,
): readonly TextFix[] {
  const isLike = (option: string) => option.toLowerCase() === value.toLowerCase();
  return [...options.filter(isLike), ...options.filter((option) => !isLike(option))]
    .slice(0, MAX_FIXES)
    .map((option) => ({
      code: 'choose-option',
      params: { option },
      changes: [{ from, to, insert: toScalar(option) }],
    }));
}

/** Plain where YAML cannot take it for anything but a text. */
function toScalar(option: string): string {
  const isPlain =
    /^[A-Za-z][\w./-]*$/.test(option) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(option);
  return isPlain ? option : `'${option.replaceAll("'", "''")}'`;
}
