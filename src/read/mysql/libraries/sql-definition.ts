import type {
  StatedCheck,
  StatedColumn,
  StatedDefault,
  StatedDefinition,
  StatedForeignKey,
  StatedKey,
} from '../stated/stated.ts';
import { count, items, member, members, text } from './json.ts';
import { plainColumn } from './plain-column.ts';

/** Writes an expression of the tree as SQL; null when it cannot. */
export type ExpressionSql = (expression: unknown) => string | null;

/**
 * The one definition of a CREATE TABLE as node-sql-parser reads it; null when the tree holds none or
 * several, or has it in a form that is not known here.
 *
 * Its grammar takes some clauses and drops them, and keeps strings as they are written; who takes a
 * definition has to hold it against the text.
 */
export function sqlDefinition(tree: unknown, sqlOf: ExpressionSql): StatedDefinition | null {
  const create = Array.isArray(tree) && tree.length === 1 ? tree[0] : tree;
  const [definition, ...more] = items(member(create, 'create_definitions'));
  if (more.length > 0) return null;
  const resource = member(definition, 'resource');
  if (resource === 'column') return columnPart(definition, sqlOf);
  if (resource === 'index') return keyPart(definition, sqlOf);
  return resource === 'constraint' ? constraintPart(definition, sqlOf) : null;
}

function columnPart(value: unknown, sqlOf: ExpressionSql): StatedDefinition | null {
  const name = text(member(value, 'column', 'column'));
  const type = typeOf(member(value, 'definition'));
  if (name === null || type === null) return null;
  let column = plainColumn(name, type);
  for (const [property, given] of members(value)) {
    if (HEAD.has(property) || given === null) continue;
    const changes = CLAUSES.get(property)?.(given, column, sqlOf) ?? null;
    if (changes === null) return null;
    column = { ...column, ...changes };
  }
  return { kind: 'column', column };
}

const HEAD = new Set(['column', 'definition', 'resource']);

type Clause = (
  given: unknown,
  column: StatedColumn,
  sqlOf: ExpressionSql,
) => Partial<StatedColumn> | null;

const CLAUSES: ReadonlyMap<string, Clause> = new Map<string, Clause>([
  ['nullable', (given) => ({ nullable: member(given, 'type') === 'null' })],
  ['auto_increment', () => ({ autoIncrement: true })],
  ['primary_key', () => ({ key: 'primary' })],
  ['unique', () => ({ key: 'unique' })],
  ['comment', (given) => withText(member(given, 'value', 'value'), (comment) => ({ comment }))],
  [
    'collate',
    (given) => withText(member(given, 'collate', 'name'), (collation) => ({ collation })),
  ],
  [
    'character_set',
    (given) => withText(member(given, 'value', 'value'), (charset) => ({ charset })),
  ],
  ['default_val', (given, _, sqlOf) => defaultOf(member(given, 'value'), sqlOf)],
  ['generated', (given, _, sqlOf) => generatedOf(given, sqlOf)],
  [
    'check',
    (given, { checks }, sqlOf) => {
      const check = checkOf(given, sqlOf);
      return check && { checks: [...checks, check] };
    },
  ],
  [
    'reference_definition',
    (given, { name }) => {
      const references = referencesOf(given, [name], null, null);
      return references && { references };
    },
  ],
]);

function withText(
  given: unknown,
  change: (value: string) => Partial<StatedColumn>,
): Partial<StatedColumn> | null {
  const value = text(given);
  return value === null ? null : change(value);
}

/** A call brings the ON UPDATE along that stands behind it. */
function defaultOf(value: unknown, sqlOf: ExpressionSql): Partial<StatedColumn> | null {
  const type = member(value, 'type');
  if (type === 'null') return { default: null };
  // TRUE and FALSE are the numbers 1 and 0.
  if (type === 'bool') return null;
  const literal = literalOf(value);
  if (literal !== null) return { default: literal };
  const update = member(value, 'over');
  const sql = sqlOf({ ...Object.fromEntries(members(value)), over: null });
  if (sql === null) return null;
  if (update === null || update === undefined) return { default: { kind: 'expression', sql } };
  const word = text(member(update, 'keyword'));
  const digits = items(member(update, 'expr', 'value')).map((each) => count(member(each, 'value')));
  const call = member(update, 'parentheses') === true ? `(${digits.join(',')})` : '';
  if (member(update, 'type') !== 'on update' || word === null) return null;
  return { default: { kind: 'expression', sql }, onUpdate: `${word}${call}` };
}

function literalOf(value: unknown): StatedDefault | null {
  const type = member(value, 'type');
  const content = member(value, 'value');
  if (type === 'number') return { kind: 'literal', text: String(content) };
  if (type === 'bit_string') return { kind: 'literal', text: `b'${content}'` };
  return type === 'single_quote_string' ? { kind: 'literal', text: String(content) } : null;
}

function generatedOf(given: unknown, sqlOf: ExpressionSql): Partial<StatedColumn> | null {
  const expression = sqlOf(member(given, 'expr'));
  const storage = text(member(given, 'storage_type'));
  return expression === null ? null : { generated: { expression, stored: storage === 'stored' } };
}

/** `INT(11) UNSIGNED`, `ENUM('a','b')`: the type with what stands in its parentheses and behind. */
function typeOf(type: unknown): string | null {
  const name = text(member(type, 'dataType'));
  if (name === null) return null;
  const values = items(member(type, 'expr', 'value')).map((each) => text(member(each, 'value')));
  const numbers = [count(member(type, 'length')), count(member(type, 'scale'))];
  const inner =
    values.length > 0
      ? values.map((value) => `'${value}'`)
      : numbers.filter((number) => number !== null);
  const suffix = items(member(type, 'suffix')).flatMap((word) => text(word)?.toLowerCase() ?? []);
  const modifier = inner.length === 0 ? '' : `(${inner.join(',')})`;
  return [`${name.toLowerCase()}${modifier}`, ...suffix].join(' ');
}

const KEYS: ReadonlyMap<string, StatedKey['kind']> = new Map([
  ['primary key', 'primary'],
  ['unique', 'unique'],
  ['unique key', 'unique'],
  ['unique index', 'unique'],
  ['key', 'index'],
  ['index', 'index'],
  ['fulltext', 'fulltext'],
  ['fulltext key', 'fulltext'],
  ['fulltext index', 'fulltext'],
  ['spatial', 'spatial'],
  ['spatial key', 'spatial'],
  ['spatial index', 'spatial'],
] as const);

function keyPart(value: unknown, sqlOf: ExpressionSql): StatedDefinition | null {
  const word = text(member(value, 'constraint_type')) ?? text(member(value, 'keyword')) ?? '';
  const kind = KEYS.get(word.toLowerCase());
  const parts = items(member(value, 'definition')).map((part) => keyColumn(part, sqlOf));
  const known = parts.filter((part) => part !== null);
  if (kind === undefined || known.length === 0 || known.length < parts.length) return null;
  const name = text(member(value, 'index')) ?? text(member(value, 'constraint'));
  const using = text(member(value, 'index_type', 'type'))?.toLowerCase() ?? null;
  const plain = { kind, name, parts: known, using, comment: null, visible: true, options: [] };
  const key = withOptions(plain, items(member(value, 'index_options')));
  return key && { kind: 'key', key };
}

function keyColumn(part: unknown, sqlOf: ExpressionSql): StatedKey['parts'][number] | null {
  const order = member(part, 'order_by') === 'DESC' ? 'desc' : 'asc';
  if (member(part, 'type') !== 'column_ref') {
    const expression = sqlOf(part);
    return expression === null ? null : { column: null, expression, length: null, order };
  }
  const column = text(member(part, 'column'));
  const digits = /^\((\d+)\)$/.exec(text(member(part, 'suffix')) ?? '')?.[1];
  const length = digits === undefined ? null : Number(digits);
  return column === null ? null : { column, expression: null, length, order };
}

function withOptions(plain: StatedKey, options: readonly unknown[]): StatedKey | null {
  let key = plain;
  for (const option of options) {
    const type = text(member(option, 'type'));
    const parser = text(member(option, 'expr'));
    const comment = text(member(option, 'value', 'value'));
    if (member(option, 'keyword') === 'using' && type !== null) key = { ...key, using: type };
    else if (type === 'comment' && comment !== null) key = { ...key, comment };
    else if (type === 'with parser')
      key = { ...key, options: [...key.options, `WITH PARSER ${parser}`] };
    else if (type === 'invisible') key = { ...key, visible: false };
    else return null;
  }
  return key;
}

function constraintPart(value: unknown, sqlOf: ExpressionSql): StatedDefinition | null {
  const type = text(member(value, 'constraint_type'))?.toLowerCase();
  if (type === 'check') {
    const check = checkOf(value, sqlOf);
    return check && { kind: 'check', check };
  }
  if (type !== 'foreign key') return keyPart(value, sqlOf);
  const columns = columnNames(member(value, 'definition'));
  const name = text(member(value, 'constraint'));
  const index = text(member(value, 'index'));
  const reference = member(value, 'reference_definition');
  const foreignKey = columns && referencesOf(reference, columns, name, index);
  return foreignKey && { kind: 'foreignKey', foreignKey };
}

function checkOf(value: unknown, sqlOf: ExpressionSql): StatedCheck | null {
  const [expression] = items(member(value, 'definition'));
  const sql = sqlOf(expression);
  const enforced = !/^not enforced$/i.test(text(member(value, 'enforced')) ?? '');
  return sql === null
    ? null
    : { name: text(member(value, 'constraint')), expression: sql, enforced };
}

function columnNames(value: unknown): readonly string[] | null {
  const names = items(value).map((column) => text(member(column, 'column')));
  const known = names.filter((column) => column !== null);
  return known.length === names.length ? known : null;
}

function referencesOf(
  reference: unknown,
  columns: readonly string[],
  name: string | null,
  indexName: string | null,
): StatedForeignKey | null {
  const [table] = items(member(reference, 'table'));
  const database = text(member(table, 'db'));
  const own = text(member(table, 'table'));
  const toColumns = columnNames(member(reference, 'definition'));
  if (own === null || toColumns === null) return null;
  const action = (on: string): string | null => {
    const found = items(member(reference, 'on_action')).find((each) => member(each, 'type') === on);
    return text(member(found, 'value', 'value'))?.toUpperCase() ?? null;
  };
  const toTable = database === null ? own : `${database}.${own}`;
  const actions = { onDelete: action('on delete'), onUpdate: action('on update') };
  return { name, indexName, columns, toTable, toColumns, ...actions };
}
