import { ENGINES } from '../../model/engine.ts';
import { type ForeignKey, findColumn, findTable, type Table } from '../../model/schema.ts';
import { code, columnType, symbol } from '../ruby.ts';
import type { Finding } from '../rule.ts';
import { defineRule } from '../rule.ts';

export const fkTypeMismatch = defineRule({
  id: 'fk-type-mismatch',
  title: 'Foreign key of another type than its target',
  engines: ENGINES,
  severity: 'warning',
  on: ['addForeignKey', 'createTable'],
  docs: {
    why: 'An integer that refers to a bigint overflows when the parent passes 2,147,483,647. Casts between the two types can keep an index from being used.',
    onEngine: {
      postgresql:
        'PostgreSQL refuses a foreign key between types that it cannot compare. A narrower integer is taken, and fails when the parent passes its end.',
      mysql:
        'MySQL refuses a foreign key between integers of another size or sign, and between numbers and texts.',
    },
    instead: 'Give the column the type of the key that it refers to.',
    reference:
      'https://dev.mysql.com/doc/refman/8.0/en/create-table-foreign-keys.html#foreign-key-restrictions',
    references: {
      postgresql: 'https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-FK',
      sqlite: 'https://www.sqlite.org/foreignkeys.html',
    },
  },
  check(operation, context) {
    const child =
      operation.kind === 'createTable'
        ? operation.table
        : findTable(context.after, operation.table);
    const keys =
      operation.kind === 'createTable' ? operation.table.foreignKeys : [operation.foreignKey];
    if (!child) return null;
    return keys.flatMap((key) => {
      const parent = findTable(context.after, key.toTable);
      return parent ? mismatches(child, key, parent) : [];
    });
  },
});

function mismatches(child: Table, key: ForeignKey, parent: Table): readonly Finding[] {
  return key.columns.flatMap((name, position) => {
    const own = findColumn(child, name);
    const target = findColumn(parent, key.toColumns[position] ?? 'id');
    if (!own || !target || own.type === target.type) return [];
    return [
      {
        table: child.name,
        message: `${child.name}.${name} is ${own.type}, and ${parent.name}.${target.name}, which it refers to, is ${target.type}.`,
        instead: code(
          `add_column ${symbol(child.name)}, ${symbol(name)}, ${columnType(target.type)}`,
        ),
      },
    ];
  });
}
