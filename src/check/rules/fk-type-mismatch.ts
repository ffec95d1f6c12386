import { ENGINES, type Engine } from '../../model/engine.ts';
import type { Severity } from '../../model/hazard.ts';
import { type ForeignKey, findColumn, findTable, type Table } from '../../model/schema.ts';
import type { RuleContext } from '../context.ts';
import { keysMade } from '../foreign-keys.ts';
import { integerBytes } from '../integer-types.ts';
import { code, columnType, symbol } from '../ruby.ts';
import type { Finding } from '../rule.ts';
import { defineRule } from '../rule.ts';

export const fkTypeMismatch = defineRule({
  id: 'fk-type-mismatch',
  title: 'Foreign key of another type than its target',
  engines: ENGINES,
  severity: 'danger',
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
    const { table, keys } = keysMade(operation);
    const child = findTable(context.after, table);
    if (!child) return null;
    return keys.flatMap((key) => {
      const parent = findTable(context.after, key.toTable);
      return parent ? mismatches(child, key, parent, context) : [];
    });
  },
});

function mismatches(
  child: Table,
  key: ForeignKey,
  parent: Table,
  { engine, isNewTable }: RuleContext,
): readonly Finding[] {
  return key.columns.flatMap((name, position) => {
    const own = findColumn(child, name);
    const target = findColumn(parent, key.toColumns[position] ?? 'id');
    const consequence = own && target ? CONSEQUENCES[engine](own.type, target.type) : null;
    if (!own || !target || consequence === null) return [];
    const type = columnType(target.type);
    return [
      {
        table: child.name,
        severity: consequence.severity,
        message: `${child.name}.${name} is ${own.type}, and ${parent.name}.${target.name}, which it refers to, is ${target.type}: ${consequence.text}.`,
        instead: isNewTable(child.name)
          ? code(`t.column ${symbol(name)}, ${type} # in create_table ${symbol(child.name)}`)
          : code(
              '# Before the foreign key',
              `change_column ${symbol(child.name)}, ${symbol(name)}, ${type}`,
            ),
      },
    ];
  });
}

interface Consequence {
  readonly severity: Severity;
  readonly text: string;
}

const refused = (text: string): Consequence => ({ severity: 'danger', text });
const overflows: Consequence = {
  severity: 'warning',
  text: 'rows whose key has passed the end of the narrower type cannot be referred to',
};

/** What comes of two types, the referring one first; null for nothing. */
const CONSEQUENCES: {
  readonly [E in Engine]: (own: string, target: string) => Consequence | null;
} = {
  postgresql(own, target) {
    const [from, to] = [familyOf(own), familyOf(target)];
    if (from.family === 'integer' && to.family === 'integer') {
      return from.bytes < to.bytes ? overflows : null;
    }
    const compares = from.family === 'integer' && to.family === 'numeric';
    if (compares || from.family === to.family) return null;
    return refused('PostgreSQL refuses a foreign key between the two');
  },
  mysql(own, target) {
    const [from, to] = [familyOf(own), familyOf(target)];
    // The length of texts need not be the same.
    if (from.family !== to.family || from.family === 'integer') {
      return own === target ? null : refused('MySQL refuses a foreign key between the two');
    }
    return null;
  },
  // Integers of SQLite have up to 64 bits whatever the declared type says.
  sqlite: (own, target) =>
    familyOf(own).family === familyOf(target).family
      ? null
      : { severity: 'warning', text: 'the values are compared as different kinds' },
};

/** Types that compare with each other (PostgreSQL: as tried on 15) have one family; a type of no known family is its own. */
function familyOf(type: string): { readonly family: string; readonly bytes: number } {
  const bytes = integerBytes(type) ?? 0;
  if (bytes > 0) return { family: 'integer', bytes };
  const name = type.replace(/\(.*\)/, '').trim();
  const isText = /^(character|char|varchar|text|citext|string|(tiny|medium|long)text)\b/.test(name);
  if (isText) return { family: 'text', bytes };
  return { family: /^(date|timestamp)\b/.test(name) ? 'date' : name, bytes };
}
