/** What a tool's configuration says of the migrations. */
export interface ToolSettings {
  /** Values of placeholders and variables. */
  readonly variables: { readonly [name: string]: string };
  readonly replacesPlaceholders: boolean;
}

export const NO_SETTINGS: ToolSettings = { variables: {}, replacesPlaceholders: true };

/**
 * The values of a file with lines `key = value` and sections in brackets, as `flyway.conf`,
 * `flyway.toml`, `sqitch.conf` and `diesel.toml` are: by `section.key`, the last one counts.
 * Quotes around a value are taken off; a list is kept as it is written.
 */
export function valuesOf(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  let section = '';
  for (const line of text.split(/\r?\n/)) {
    const head = /^\s*\[\[?([^\]]+)\]/.exec(line);
    if (head) section = sectionOf(head[1] ?? '');
    const pair = head ? null : /^\s*([\w.:-]+)\s*[=:]\s*(.*?)\s*$/.exec(line);
    const [, key = '', value = ''] = pair ?? [];
    if (!pair || /^\s*[#;!]/.test(line)) continue;
    values.set(section === '' ? key : `${section}.${key}`, unquoted(value));
  }
  return values;
}

/** `deploy "variables"` of git's form is `deploy.variables`. */
function sectionOf(head: string): string {
  return head.trim().replace(/\s+"([^"]*)"$/, '.$1');
}

function unquoted(value: string): string {
  return /^(["'])([\s\S]*)\1$/.exec(value.replace(/\s+#[^"']*$/, ''))?.[2] ?? value;
}

/** The values below a section, by the rest of their keys. */
export function valuesBelow(
  values: ReadonlyMap<string, string>,
  section: string,
): { readonly [key: string]: string } {
  const prefix = `${section}.`;
  return Object.fromEntries(
    [...values].flatMap(([key, value]) =>
      key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [],
    ),
  );
}
