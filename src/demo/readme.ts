import { lines, text } from './text';

export interface ReadmeOptions {
  readonly title: string;
  readonly version: string;
  /** One or two sentences on what the pack does. */
  readonly summary: string;
  readonly requirements: readonly string[];
  /** Rows of the parameter table: path, meaning, default. */
  readonly parameters: readonly (readonly [path: string, meaning: string, preset: string])[];
  /** An example of values worth changing. */
  readonly example: string;
  /** A warning worth a GFM alert. */
  readonly alert?: string | undefined;
  /** Further sections, Markdown. */
  readonly more?: string | undefined;
  readonly links: readonly (readonly [label: string, href: string])[];
}

/** The Markdown a pack brings along. */
export function readme(options: ReadmeOptions): string {
  const { title, version, summary, requirements, parameters, example, alert, more, links } =
    options;
  return text`
    # ${title}

    ${summary}

    This text describes version **${version}**.

    ${alert !== undefined && `> [!WARNING]\n> ${alert}`}

    ## Before you start

    ${lines(...requirements.map((item) => `- ${item}`))}

    ## Parameters

    | Parameter | What it does | Default |
    | --- | --- | --- |
    ${lines(...parameters.map(([path, meaning, preset]) => `| \`${path}\` | ${meaning} | \`${preset}\` |`))}

    ## Example

    \`\`\`yaml
    ${example}
    \`\`\`

    ${more}

    ## Further reading

    ${lines(...links.map(([label, href]) => `- [${label}](${href})`))}
  `;
}
