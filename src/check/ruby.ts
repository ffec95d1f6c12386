import { own } from '../model/own.ts';
import type { Column, ColumnDefault, JsonValue } from '../model/schema.ts';

/** A Ruby symbol: `:users`, `:"billing.invoices"`. */
export function symbol(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? `:${name}` : `:${text(name)}`;
}

/** One symbol, or an array of several. */
export function symbols(names: readonly string[]): string {
  const list = names.map(symbol);
  return list.length === 1 ? (list[0] ?? '[]') : `[${list.join(', ')}]`;
}

/** A Ruby string in double quotes. */
export function text(value: string): string {
  const escaped = value.replace(/[\\"]|#(?=[{$@])/g, (sign) => `\\${sign}`);
  return `"${escaped.replaceAll('\n', '\\n')}"`;
}

/** Types whose Rails name is not the engine's spelling. */
const RAILS_TYPES: { readonly [type: string]: string } = {
  'character varying': ':string',
  varchar: ':string',
  'varchar(255)': ':string',
  int: ':integer',
  'tinyint(1)': ':boolean',
};

/** A column type as `add_column` takes it: a Rails name, else SQL in quotes, which Rails passes on. */
export function columnType(type: string): string {
  return own(RAILS_TYPES, type) ?? (/^[a-z]\w*$/.test(type) ? `:${type}` : text(type));
}

/** A default as the value of `default:`; `nil` for none. */
export function defaultValue(value: ColumnDefault | null): string {
  if (value === null) return 'nil';
  return value.kind === 'expression' ? `-> { ${text(value.sql)} }` : literal(value.value);
}

function literal(value: JsonValue): string {
  if (value === null) return 'nil';
  if (typeof value === 'string') return text(value);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, each]) => `${text(key)} => ${literal(each)}`);
  return `{ ${pairs.join(', ')} }`;
}

/** `remove_column` with what Rails needs to add the column again. */
export function removeColumn(table: string, column: Column): string {
  const options = [
    ...(column.default === null ? [] : [`default: ${defaultValue(column.default)}`]),
    ...(column.nullable ? [] : ['null: false']),
  ];
  const target = `remove_column ${symbol(table)}, ${symbol(column.name)}, ${columnType(column.type)}`;
  return [target, ...options].join(', ');
}

/** Code lines, indented by two spaces a level where they are arrays. */
export type CodeLine = string | readonly CodeLine[];

/** Joins lines of code; nested lists are indented. */
export function code(...lines: readonly CodeLine[]): string {
  const render = (line: CodeLine, depth: number): string[] =>
    typeof line === 'string'
      ? [line === '' ? '' : `${'  '.repeat(depth)}${line}`]
      : line.flatMap((each) => render(each, depth + 1));
  return lines.flatMap((line) => render(line, 0)).join('\n');
}

/** Body of a migration that runs outside of a transaction. */
export function outsideTransaction(...lines: readonly string[]): readonly CodeLine[] {
  return ['disable_ddl_transaction!', '', 'def change', lines, 'end'];
}
