import { partitionOf } from '../../dialect/postgresql/partition-of.ts';
import { ENGINES } from '../../model/engine.ts';
import { findTable, type Table } from '../../model/schema.ts';
import type { RuleContext } from '../context.ts';
import { code, symbol, symbols } from '../ruby.ts';
import { defineRule } from '../rule.ts';

export const createTable = defineRule({
  id: 'create-table',
  title: 'Table without a primary key',
  engines: ENGINES,
  severity: 'warning',
  on: ['createTable'],
  docs: {
    why: 'Nothing tells two equal rows apart: Active Record can neither update nor destroy a single record.',
    onEngine: {
      postgresql:
        'Logical replication refuses UPDATE and DELETE of a published table that has no replica identity.',
      mysql:
        'InnoDB keeps a hidden key that replicas cannot use, so that each changed row is looked for in the whole table there; Group Replication and sql_require_primary_key refuse the table.',
    },
    instead: 'Give it a primary key: an id, or the columns that make a row what it is.',
    reference: 'https://www.postgresql.org/docs/current/logical-replication-publication.html',
    references: {
      mysql: 'https://dev.mysql.com/doc/refman/8.0/en/create-table-gipks.html',
      sqlite: 'https://www.sqlite.org/lang_createtable.html#the_primary_key',
    },
  },
  check({ table }, context) {
    const final = findTable(context.final, table.name);
    // A later operation of the release can add the key, or drop the table.
    if (table.primaryKey || !final || final.primaryKey) return null;
    // A partition has the key of its parent, if any.
    if (partitionOf(final) !== null) return null;
    const joins = isJoinTable(final);
    return {
      table: table.name,
      severity: joins ? 'info' : 'warning',
      message: `${table.name} has no primary key${joins ? ': nothing keeps the same pair from being entered twice' : ': nothing tells two equal rows of it apart'}.`,
      instead: insteadOf(final, joins, context),
    };
  },
});

/** A table of nothing but two references, as `create_join_table` makes it, and of their times. */
function isJoinTable(table: Table): boolean {
  const columns = references(table);
  return columns.length === 2 && columns.every(({ name }) => name.endsWith('_id'));
}

function references({ columns }: Table): Table['columns'] {
  return columns.filter(({ name }) => !/^(?:created|updated)_at$/.test(name));
}

function insteadOf(table: Table, joins: boolean, context: RuleContext): string {
  const { name } = table;
  if (context.migration.tool !== 'rails') {
    const columns = joins ? references(table).map((column) => column.name) : ['an id'];
    return `Give ${name} a primary key where it is created: ${columns.join(', ')}.`;
  }
  return joins
    ? withPair(table, context)
    : code(`create_table ${symbol(name)} # without id: false`);
}

function withPair(table: Table, { rails }: RuleContext): string {
  const { name } = table;
  const columns = references(table);
  const pair = symbols(columns.map((column) => column.name));
  // Active Record knows keys of several columns from 7.1 on.
  return rails !== null && rails.major < 7
    ? code(`add_index ${symbol(name)}, ${pair}, unique: true`)
    : code(`create_table ${symbol(name)}, primary_key: ${pair} do |t|`, ...fields(columns), 'end');
}

function fields(columns: Table['columns']) {
  return [columns.map(({ name }) => `t.bigint ${symbol(name)}, null: false`)];
}
