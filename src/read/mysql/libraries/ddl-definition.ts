import { own } from '../../../model/own.ts';
import type {
  StatedColumn,
  StatedDefinition,
  StatedForeignKey,
  StatedKey,
} from '../stated/stated.ts';
import { count, items, member, members, text } from './json.ts';
import { plainColumn } from './plain-column.ts';

/**
 * The one definition of a CREATE TABLE as sql-ddl-to-json-schema reads it; null when the tree holds
 * none or several, or has it in a form that is not known here.
 *
 * Its tree tells no string from a bare word, nor what a backslash in one means; who takes a
 * definition has to hold it against the text.
 */
export function ddlDefinition(tree: unknown): StatedDefinition | null {
  const [statement, ...moreStatements] = items(member(tree, 'def'));
  const create = member(statement, 'def');
  if (moreStatements.length > 0 || member(create, 'id') !== 'P_CREATE_TABLE') return null;
  const [definition, ...more] = items(member(create, 'def', 'def', 'columnsDef', 'def'));
  return more.length === 0 ? partOf(member(definition, 'def')) : null;
}

function partOf(definition: unknown): StatedDefinition | null {
  const [entry, ...more] = members(definition);
  if (!entry || more.length > 0) return null;
  const [kind, value] = entry;
  if (kind === 'column') return columnPart(value);
  if (kind === 'foreignKey') return foreignKeyPart(value);
  const key = KINDS.get(kind);
  return key === undefined ? null : keyPart(key, value);
}

const KINDS: ReadonlyMap<string, StatedKey['kind']> = new Map([
  ['primaryKey', 'primary'],
  ['index', 'index'],
  ['uniqueKey', 'unique'],
  ['fulltextIndex', 'fulltext'],
  ['spatialIndex', 'spatial'],
] as const);

function columnPart(value: unknown): StatedDefinition | null {
  const name = text(member(value, 'name'));
  const type = typeOf(member(value, 'def', 'datatype', 'def', 'def'));
  if (name === null || type === null) return null;
  let column = plainColumn(name, type);
  for (const clause of items(member(value, 'def', 'columnDefinition'))) {
    for (const [property, given] of members(member(clause, 'def'))) {
      const changes = CLAUSES.get(property)?.(given, column) ?? null;
      if (changes === null) return null;
      column = { ...column, ...changes };
    }
  }
  const reference = member(value, 'def', 'reference');
  if (reference === undefined || reference === null) return { kind: 'column', column };
  const references = referencesOf(reference, [name], null);
  return references && { kind: 'column', column: { ...column, references } };
}

type Clause = (given: unknown, column: StatedColumn) => Partial<StatedColumn> | null;

const CLAUSES: ReadonlyMap<string, Clause> = new Map<string, Clause>([
  ['unsigned', (_, { type }) => ({ type: `${type} unsigned` })],
  ['zerofill', (_, { type }) => ({ type: `${type} zerofill` })],
  ['nullable', (given) => (typeof given === 'boolean' ? { nullable: given } : null)],
  ['autoincrement', (given) => (given === true ? { autoIncrement: true } : null)],
  ['comment', (given) => withText(given, (comment) => ({ comment }))],
  ['charset', (given) => withText(given, (charset) => ({ charset }))],
  ['collation', (given) => withText(given, (collation) => ({ collation }))],
  ['onUpdate', (given) => withText(given, (onUpdate) => ({ onUpdate }))],
  ['primary', (given) => (given === true ? { key: 'primary' } : null)],
  ['unique', (given) => (given === true ? { key: 'unique' } : null)],
  ['default', (given) => ({ default: defaultOf(given) })],
]);

function withText(
  given: unknown,
  change: (value: string) => Partial<StatedColumn>,
): Partial<StatedColumn> | null {
  const value = text(given);
  return value === null ? null : change(value);
}

function defaultOf(given: unknown): StatedColumn['default'] {
  const value = String(given);
  if (given === null || /^null$/i.test(value)) return null;
  return /^current_timestamp(?:\(\d?\))?$/i.test(value)
    ? { kind: 'expression', sql: value }
    : { kind: 'literal', text: value };
}

/** What the library fills in where a type has no length of its own. */
const LENGTHS: { readonly [type: string]: number } = {
  tinytext: 255,
  text: 65_535,
  mediumtext: 16_777_215,
  longtext: 4_294_967_295,
  tinyblob: 255,
  blob: 65_535,
  mediumblob: 16_777_215,
  longblob: 4_294_967_295,
};

/** `int(11)`, `enum('a','b')`: the type and what stands in its parentheses. */
function typeOf(type: unknown): string | null {
  const name = text(member(type, 'datatype'));
  if (name === null) return null;
  const values = member(type, 'values');
  if (Array.isArray(values)) {
    const quoted = values.map((value) => `'${String(value).replaceAll("'", "''")}'`);
    return `${name}(${quoted.join(',')})`;
  }
  const numbers = ['displayWidth', 'length', 'digits', 'decimals', 'fractional']
    .map((property) => count(member(type, property)))
    .filter((number) => number !== null);
  const filledIn = own(LENGTHS, name);
  const isFilledIn =
    member(type, 'fractional') === 0 ||
    (filledIn !== undefined && member(type, 'length') === filledIn);
  return isFilledIn || numbers.length === 0 ? name : `${name}(${numbers.join(',')})`;
}

function keyPart(kind: StatedKey['kind'], value: unknown): StatedDefinition | null {
  const parts = items(member(value, 'columns')).map((column) => keyColumn(member(column, 'def')));
  const known = parts.filter((part) => part !== null);
  if (known.length === 0 || known.length < parts.length) return null;
  const using = text(member(value, 'index', 'def'))?.toLowerCase() ?? null;
  const name = text(member(value, 'name'));
  const plain = { kind, name, parts: known, using, comment: null, visible: true, options: [] };
  const key = withOptions(plain, items(member(value, 'options')));
  return key && { kind: 'key', key };
}

function keyColumn(value: unknown): StatedKey['parts'][number] | null {
  const column = text(member(value, 'column'));
  if (column === null) return null;
  const order = /^desc$/i.test(text(member(value, 'sort')) ?? '') ? 'desc' : 'asc';
  return { column, expression: null, length: count(member(value, 'length')), order };
}

function withOptions(plain: StatedKey, options: readonly unknown[]): StatedKey | null {
  let key = plain;
  for (const [property, given] of options.flatMap((option) => members(member(option, 'def')))) {
    const type = text(member(given, 'def'))?.toLowerCase();
    const value = text(given) ?? count(given);
    if (property === 'indexType' && type !== undefined) key = { ...key, using: type };
    else if (property === 'comment' && typeof value === 'string') key = { ...key, comment: value };
    else if (property === 'keyBlockSize') key = withOption(key, `KEY_BLOCK_SIZE=${value}`);
    else if (property === 'parser') key = withOption(key, `WITH PARSER ${value}`);
    else return null;
  }
  return key;
}

function withOption(key: StatedKey, option: string): StatedKey {
  return { ...key, options: [...key.options, option] };
}

function foreignKeyPart(value: unknown): StatedDefinition | null {
  const columns = columnNames(member(value, 'columns'));
  const name = text(member(value, 'name'));
  const foreignKey = columns && referencesOf(member(value, 'reference'), columns, name);
  return foreignKey && { kind: 'foreignKey', foreignKey };
}

function columnNames(value: unknown): readonly string[] | null {
  const names = items(value).map((column) => text(member(column, 'def', 'column')));
  const known = names.filter((column) => column !== null);
  return known.length === names.length ? known : null;
}

function referencesOf(
  reference: unknown,
  columns: readonly string[],
  name: string | null,
): StatedForeignKey | null {
  const found = member(reference, 'def') ?? reference;
  const toTable = text(member(found, 'table'));
  const toColumns = columnNames(member(found, 'columns'));
  if (toTable === null || toColumns === null) return null;
  const action = (trigger: string): string | null => {
    const on = items(member(found, 'on')).find(
      (each) => text(member(each, 'trigger'))?.toLowerCase() === trigger,
    );
    return text(member(on, 'action'))?.toUpperCase() ?? null;
  };
  const [onDelete, onUpdate] = [action('delete'), action('update')];
  return { name, indexName: null, columns, toTable, toColumns, onDelete, onUpdate };
}
