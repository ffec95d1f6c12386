import type {
  AutoIncrement,
  Column,
  ColumnDefault,
  ColumnSequence,
  GeneratedColumn,
  JsonValue,
} from '../../model/schema.ts';

/** How rows are numbered, as one word or two. */
export const AUTO_INCREMENT_WORDS: { readonly [A in AutoIncrement]: string } = {
  sequence: 'numbered by a sequence',
  identityByDefault: 'identity by default',
  identityAlways: 'identity always',
  autoIncrement: 'auto-increment',
};

/** `character varying(20), not null, default 'new'`: all that the column is, but its name. */
export function describeColumn(column: Column): string {
  return [
    column.type,
    ...(column.nullable ? [] : ['not null']),
    ...(column.default === null ? [] : [`default ${describeDefault(column.default)}`]),
    ...(column.autoIncrement === null ? [] : [AUTO_INCREMENT_WORDS[column.autoIncrement]]),
    ...(column.generated === null ? [] : [describeGenerated(column.generated)]),
    ...(column.collation === null ? [] : [`collation ${column.collation}`]),
    ...describeProperties(column),
    ...column.extraOptions.map(({ name, text }) => `${name}: ${text}`),
    ...(column.comment === null ? [] : [`comment ${quoted(column.comment)}`]),
  ].join(', ');
}

/** What SQL alone says of a column; empty for nearly all. */
export function describeProperties(column: Column): readonly string[] {
  const { sequence, storage, compression, statistics, onUpdate, attributes } = column;
  return [
    sequence === undefined ? '' : describeColumnSequence(sequence),
    storage === undefined ? '' : `storage ${storage}`,
    compression === undefined ? '' : `compression ${compression}`,
    statistics === undefined ? '' : `statistics target ${statistics}`,
    onUpdate === undefined ? '' : `on update ${onUpdate}`,
    attributes ?? '',
  ].filter((words) => words !== '');
}

/** `sequence old_ids CACHE 5` */
function describeColumnSequence({ name, options }: ColumnSequence): string {
  return `sequence ${[name, options].filter((words) => words !== '').join(' ')}`;
}

/** `'new'`, `0`, `true`, `{}`, or the SQL of an expression; `none` without one. */
export function describeDefault(value: ColumnDefault | null): string {
  if (value === null) return 'none';
  return value.kind === 'expression' ? value.sql : describeLiteral(value.value);
}

/** `generated as (price * quantity), stored`. */
export function describeGenerated({ expression, stored }: GeneratedColumn): string {
  return `generated as (${expression}) ${stored ? 'stored' : 'virtual'}`;
}

function describeLiteral(value: JsonValue): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : JSON.stringify(value);
}

/** The text in typographic quotes. */
export function quoted(text: string): string {
  return `“${text}”`;
}
