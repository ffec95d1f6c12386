import { type RailsVersion, railsAtLeast } from '../../../model/engine.ts';
import type { Column, Schema, Table } from '../../../model/schema.ts';
import { columnOptions, railsTypeOf, serialName } from './column.ts';
import type { SchemaForm } from './form.ts';
import { rubyString, rubyStrings, rubySymbol } from './inspect.ts';
import { formatOptions, type Option } from './options.ts';

/**
 * What `create_table` says of the primary key: nothing for the default one, `id: false` for none,
 * `primary_key: [...]` for several columns, else `primary_key:` for its name and `id:` for its type.
 */
export function primaryKeyOptions(
  table: Table,
  schema: Schema,
  form: SchemaForm,
): readonly Option[] {
  if (table.primaryKey === null) return [{ key: 'id', value: 'false' }];
  const [name = 'id', ...others] = table.primaryKey.columns;
  if (others.length > 0) return [{ key: 'primary_key', value: rubyStrings([name, ...others]) }];
  const named = name === 'id' ? [] : [{ key: 'primary_key', value: rubyString(name) }];
  const column = table.columns.find((candidate) => candidate.name === name);
  return column ? [...named, ...idOptions(column, schema, form)] : named;
}

/**
 * Up to Rails 6.0 the options of the column follow `id:` side by side, and the default key has
 * none. Since 6.1 all but a lone type and default go into a hash: `id: { type: :string, limit: 36 }`.
 */
function idOptions(column: Column, schema: Schema, form: SchemaForm): readonly Option[] {
  const type = railsTypeOf(column, schema, form);
  const name = serialName(column, type.name);
  const isDefault = isDefaultKey(column, name, type.unsigned, form);
  const hashed = railsAtLeast(form.rails, 6, 1);
  if (isDefault && !hashed) return [];
  const id = isDefault ? [] : [{ key: 'id', value: rubyTypeName(name) }];
  const rest = withExplicitDefault(
    columnOptions(column, type, form).filter(({ key }) => isKeyOption(key, form.rails)),
    needsExplicitDefault(column, type.name, form),
  );
  if (!hashed || rest.every(({ key }) => key === 'default')) return [...id, ...rest];
  const typed = id.map(({ value }) => ({ key: 'type', value }));
  return [{ key: 'id', value: `{ ${formatOptions([...typed, ...rest])} }` }];
}

/** NOT NULL goes without saying, and so does AUTO_INCREMENT; 6.0 left the comment out. */
function isKeyOption(key: string, rails: RailsVersion): boolean {
  if (key === 'null' || key === 'auto_increment') return false;
  const isSixZero = railsAtLeast(rails, 6, 0) && !railsAtLeast(rails, 6, 1);
  return !(key === 'comment' && isSixZero);
}

function withExplicitDefault(list: readonly Option[], needed: boolean): readonly Option[] {
  if (!needed || list.some(({ key }) => key === 'default')) return list;
  return [...list, { key: 'default', value: 'nil' }];
}

/** The key that `create_table` makes when nothing is said: bigint since Rails 5.1, integer before. */
function isDefaultKey(
  column: Column,
  name: string,
  unsigned: boolean,
  { dialect, rails }: SchemaForm,
): boolean {
  const big = railsAtLeast(rails, 5, 1);
  if (dialect.engine === 'postgresql') return name === (big ? 'bigserial' : 'serial');
  if (dialect.engine === 'sqlite') {
    return name === 'integer' && (!railsAtLeast(rails, 8, 0) || column.autoIncrement !== null);
  }
  if (column.autoIncrement === null) return false;
  return big ? name === 'bigint' && !unsigned : name === 'integer';
}

/** Types that would get a default by themselves, so that having none must be said. */
function needsExplicitDefault(column: Column, name: string, form: SchemaForm): boolean {
  const { dialect, rails } = form;
  const isInteger = name === 'integer' || name === 'bigint';
  if (dialect.engine === 'postgresql') {
    if (name === 'uuid') return true;
    return railsAtLeast(rails, 5, 1) && isInteger && column.autoIncrement !== 'sequence';
  }
  if (dialect.engine === 'mysql') {
    return (
      (name === 'bigint' || railsAtLeast(rails, 5, 1)) && isInteger && column.autoIncrement === null
    );
  }
  const withoutCounter = name === 'integer' && column.autoIncrement === null;
  return (
    (name === 'bigint' && railsAtLeast(rails, 5, 1)) ||
    (withoutCounter && railsAtLeast(rails, 8, 0))
  );
}

/** `:uuid`, or a string for a type that is no Ruby word. */
function rubyTypeName(name: string): string {
  return /^\w+$/.test(name) ? rubySymbol(name) : rubyString(name);
}
