import { dialectFor } from '../dialect/index.ts';
import type {
  CheckConstraint,
  Column,
  ColumnDefault,
  ExclusionConstraint,
  Index,
  IndexPart,
  Schema,
  Table,
} from '../model/schema.ts';
import { exclusionElements } from './exclusion-elements.ts';

type Place = Parameters<ReturnType<typeof dialectFor>['storedExpression']>[1]['place'];

/** The table with its expressions as the engine gives them back. */
export function storedTable(schema: Schema, table: Table): Table {
  return {
    ...table,
    columns: table.columns.map((column) => storedColumn(schema, table, column)),
    indexes: table.indexes.map((index) => storedIndex(schema, table, index)),
    checkConstraints: table.checkConstraints.map((check) => storedCheck(schema, table, check)),
    exclusionConstraints: table.exclusionConstraints.map((exclusion) =>
      storedExclusion(schema, table, exclusion),
    ),
  };
}

/** The index with its predicate and expressions as the engine gives them back. */
export function storedIndex(schema: Schema, table: Table, index: Index): Index {
  const { supportsPrefixLength } = dialectFor(schema.engine);
  const parts = index.parts.map((part) => ({
    ...part,
    length: supportsPrefixLength ? part.length : null,
    expression: part.expression && stored(schema, table, part.expression, 'indexParts'),
  }));
  const where = index.where && stored(schema, table, index.where, 'predicate');
  const columns = schema.engine === 'postgresql' ? plainParts(parts, table) : null;
  return { ...index, parts: columns ?? parts, where };
}

/** A column as PostgreSQL prints it in an index, with what is not its default. */
const PLAIN_PART = /^("?)(\w+)\1(?: (\w+_ops(?:_\w+)?))?( DESC)?(?: NULLS (FIRST|LAST))?$/;

/**
 * The columns of an index that was given as one text but has no expression in it, which PostgreSQL
 * stores as columns: `registry_id, downloads DESC NULLS LAST`. Null for any other.
 */
function plainParts([part, ...others]: Index['parts'], table: Table): Index['parts'] | null {
  if (!part?.expression || others.length > 0) return null;
  const parts = part.expression.split(', ').map((text): IndexPart | null => {
    const [, , column = '', opclass = null, descending, nulls] = PLAIN_PART.exec(text) ?? [];
    if (!table.columns.some(({ name }) => name === column)) return null;
    const order = descending === undefined ? 'asc' : 'desc';
    return { ...part, expression: null, column, opclass, order, nulls: nullsOf(nulls) };
  });
  const known = parts.filter((plain) => plain !== null);
  return known.length === parts.length ? known : null;
}

function nullsOf(word: string | undefined): IndexPart['nulls'] {
  if (word === 'FIRST') return 'first';
  return word === 'LAST' ? 'last' : null;
}

export function storedCheck(schema: Schema, table: Table, check: CheckConstraint): CheckConstraint {
  return { ...check, expression: stored(schema, table, check.expression, 'check') };
}

/** Rails takes the parentheses around the predicate away (PostgreSQL: `exclusion_constraints`). */
export function storedExclusion(
  schema: Schema,
  table: Table,
  exclusion: ExclusionConstraint,
): ExclusionConstraint {
  const expression = exclusionElements(exclusion.expression, schema.engine)
    .map(({ element, operator }) => `${stored(schema, table, element, 'indexParts')}${operator}`)
    .join(', ');
  if (exclusion.where === null) return { ...exclusion, expression };
  const where = stored(schema, table, exclusion.where, 'predicate');
  const isPrinted = where !== exclusion.where && /^\(.*\)$/s.test(where);
  return { ...exclusion, expression, where: isPrinted ? where.slice(1, -1) : where };
}

export function storedColumn(schema: Schema, table: Table, column: Column): Column {
  const { generated } = column;
  return {
    ...column,
    default: storedDefault(schema, column.default),
    generated: generated && {
      ...generated,
      expression: stored(schema, table, generated.expression, 'generated'),
    },
  };
}

export function storedDefault(schema: Schema, value: ColumnDefault | null): ColumnDefault | null {
  return value?.kind === 'expression'
    ? { ...value, sql: stored(schema, null, value.sql, 'default') }
    : value;
}

function stored(schema: Schema, table: Table | null, sql: string, place: Place): string {
  const columns = table?.columns ?? [];
  const enums = schema.enums.map(({ name }) => name);
  const dialect = dialectFor(schema.engine);
  const server = dialect.serverOf(schema);
  const complete = schema.complete === true;
  return dialect.storedExpression(sql, { place, columns, enums, server, complete });
}
