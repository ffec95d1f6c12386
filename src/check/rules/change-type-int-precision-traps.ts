import { findColumn, findTable, type Table } from '../../model/schema.ts';
import { defineRule } from '../rule.ts';
import { sqlName } from '../sql-name.ts';

export const changeTypeIntPrecisionTraps = defineRule({
  id: 'change-type-int-precision-traps',
  title: 'Values change where the types look alike',
  engines: ['postgresql'],
  severity: 'warning',
  on: ['setColumn'],
  docs: {
    why: 'The conversion succeeds, and the values are not the same afterwards: the old ones do not come back when the type goes back.',
    instead: 'Look for the values that change, and decide on them before the migration runs.',
    reference: 'https://www.postgresql.org/docs/current/datatype.html',
  },
  check({ table: name, column }, context) {
    const table = findTable(context.before, name);
    const current = table && findColumn(table, column.name);
    if (!table || !current || context.isNewColumn(name, column.name)) return null;
    const trap = TRAPS.find(
      ({ from, to }) =>
        from.test(current.type) && to.test(column.type) && current.type !== column.type,
    );
    if (!trap || (trap.onlyUnique && !isUnique(table, column.name))) return null;
    const target = `${name}.${column.name}`;
    const value = sqlName(column.name, context.engine);
    return {
      message: `Turning ${target} from ${current.type} into ${column.type} ${trap.says}.`,
      instead: `Count the rows first: SELECT count(*) FROM ${sqlName(name, context.engine)} WHERE ${trap.changes(value)}; and decide with the owners of ${target} what becomes of them.`,
    };
  },
});

interface Trap {
  readonly from: RegExp;
  readonly to: RegExp;
  /** Follows "turning a into b". */
  readonly says: string;
  /** Condition of the rows whose value changes. */
  readonly changes: (column: string) => string;
  readonly onlyUnique?: true;
}

/** Each tried on PostgreSQL 18 (PGlite). */
const TRAPS: readonly Trap[] = [
  {
    from: /^json$/,
    to: /^jsonb$/,
    says: 'keeps the last of equal keys alone, drops the order of keys and the spacing, and fails at the first value with \\u0000',
    changes: (column) =>
      `${column}::text LIKE '%\\u0000%' OR ${column}::text <> ${column}::jsonb::text`,
  },
  {
    from: /^character\(\d+\)$/,
    to: /^(?:text|citext|character varying(?:\(\d+\))?)$/,
    says: 'cuts the blanks off the end of each value, those that were written on purpose among them',
    changes: (column) => `octet_length(${column}) <> length(${column})`,
  },
  {
    from: /^inet$/,
    to: /^cidr$/,
    says: 'sets the bits of the host to zero, so that 10.1.2.3/8 becomes 10.0.0.0/8',
    changes: (column) => `${column} <> network(${column})`,
  },
  {
    from: /^(?:text|character varying(?:\(\d+\))?)$/,
    to: /^citext$/,
    says: 'makes values equal that differ in case, and fails when a unique index then holds two of them',
    changes: (column) => `${column} <> lower(${column})`,
    onlyUnique: true,
  },
  {
    from: /^citext$/,
    to: /^(?:text|character varying(?:\(\d+\))?)$/,
    says: 'tells upper from lower case from then on: queries that found rows whatever their case do not any more, and duplicates in another case can enter',
    changes: (column) => `${column}::text <> lower(${column}::text)`,
  },
];

function isUnique(table: Table, column: string): boolean {
  return (
    table.uniqueConstraints.some(({ columns }) => columns.includes(column)) ||
    table.indexes.some(
      ({ unique, parts }) => unique && parts.some((part) => part.column === column),
    )
  );
}
