import type { ColumnDefault, JsonValue } from '../../../model/schema.ts';

/** An argument `key: value`, the value as Ruby text. */
export type RubyOption = readonly [key: string, text: string];

/** `:users`, or `:"billing.invoices"` for a name that is no plain identifier. */
export function rubySymbol(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? `:${name}` : `:${rubyString(name)}`;
}

/** `:email`, or `[:last_name, :first_name]` for several. */
export function rubySymbols(names: readonly string[]): string {
  const [only, ...others] = names;
  if (only !== undefined && others.length === 0) return rubySymbol(only);
  return `[${names.map(rubySymbol).join(', ')}]`;
}

const ESCAPES: { readonly [character: string]: string } = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
};

/** A double-quoted literal, with what would interpolate escaped. */
export function rubyString(text: string): string {
  const escaped = text
    .replace(/["\\\n\t\r]/g, (character) => ESCAPES[character] ?? character)
    .replace(/#(?=[{$@])/g, '\\#');
  return `"${escaped}"`;
}

function rubyValue(value: JsonValue): string {
  if (value === null) return 'nil';
  if (typeof value === 'string') return rubyString(value);
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map(rubyValue).join(', ')}]`;
  const pairs = Object.entries(value).map(
    ([key, item]) => `${rubyString(key)} => ${rubyValue(item)}`,
  );
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

/** `Array.isArray` does not tell a readonly array from an object. */
function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** A default as a migration gives it; `nil` for none. */
export function rubyDefault(value: ColumnDefault | null): string {
  if (value === null) return 'nil';
  return value.kind === 'literal' ? rubyValue(value.value) : `-> { ${rubyString(value.sql)} }`;
}

/** `{ email: :desc }`; keys that are no identifiers are quoted. */
export function rubyHash(entries: readonly RubyOption[]): string {
  return `{ ${entries.map(optionText).join(', ')} }`;
}

function optionText([key, text]: RubyOption): string {
  return /^[A-Za-z_]\w*$/.test(key) ? `${key}: ${text}` : `${rubyString(key)}: ${text}`;
}

/** A command with its arguments and options on one line: `add_column :users, :age, :integer, null: false`. */
export function rubyCall(
  command: string,
  positional: readonly string[],
  options: readonly RubyOption[] = [],
): string {
  const given = [...positional, ...options.map(optionText)].join(', ');
  return given === '' ? command : `${command} ${given}`;
}

/** `execute` of one statement: on one line where it fits and reads well, else as a heredoc. */
export function rubyExecute(sql: string): string {
  const text = sql.trim().replace(/;$/, '');
  const short = !text.includes('\n') && text.length <= 100;
  if (short && !text.includes('"')) return `execute ${rubyString(text)}`;
  if (short && !/['\\]/.test(text)) return `execute '${text}'`;
  // A heredoc interpolates and reads backslashes unless its mark is quoted.
  const mark = text.split('\n').some((line) => line.trim() === 'SQL') ? 'STATEMENT' : 'SQL';
  const quoted = /\\|#[{$@]/.test(text) ? `'${mark}'` : mark;
  const body = text.split('\n').map((line) => (line.trim() === '' ? '' : `  ${line}`));
  return [`execute <<~${quoted}`, ...body, mark].join('\n');
}
