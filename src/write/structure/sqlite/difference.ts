import { createIndexSql, createTableSql, schemaDdl } from '../../../dialect/sqlite/ddl.ts';
import { quoteTable } from '../../../dialect/sqlite/quoting.ts';
import type { Schema, Table } from '../../../model/schema.ts';
import type { DumpedSchema } from './dumped-schema.ts';

/** Makes the whole schema in an empty database. */
export function runSchema(schema: Schema, dumped: DumpedSchema): void {
  for (const sql of schemaDdl(schema)) dumped.run(sql);
}

/**
 * Makes of the one schema the other, object by object: what is gone is dropped, a table that changed
 * is made anew, and so are views and triggers that changed.
 */
export function runDifference(before: Schema, after: Schema, dumped: DumpedSchema): void {
  for (const { word, name } of gone(before, after)) dumped.run(`DROP ${word} ${quoteTable(name)}`);
  for (const table of after.tables) {
    const current = before.tables.find(({ name }) => name === table.name);
    if (!current || !same(withoutIndexes(current), withoutIndexes(table))) {
      makeTable(table, current !== undefined, dumped);
    } else runIndexes(current, table, dumped);
  }
  const rest = {
    ...after,
    tables: [],
    virtualTables: fresh(before.virtualTables, after.virtualTables),
    views: fresh(before.views, after.views),
  };
  // A table that is made anew has lost its triggers.
  for (const sql of schemaDdl(rest)) dumped.run(sql);
}

interface Gone {
  readonly word: string;
  readonly name: string;
}

function gone(before: Schema, after: Schema): readonly Gone[] {
  const named = (word: string, own: readonly Named[], others: readonly Named[]) =>
    own
      .filter((object) => !others.some((other) => same(object, other)))
      .map(({ name }) => ({ word, name }));
  const lost = before.tables.filter(
    ({ name }) => !after.tables.some((table) => table.name === name),
  );
  return [
    ...named('TRIGGER', before.triggers, after.triggers),
    ...named('VIEW', before.views, after.views),
    ...named('TABLE', before.virtualTables, after.virtualTables),
    ...lost.map(({ name }) => ({ word: 'TABLE', name })),
  ];
}

interface Named {
  readonly name: string;
}

function fresh<T extends Named>(before: readonly T[], after: readonly T[]): readonly T[] {
  return after.filter((object) => !before.some((other) => same(object, other)));
}

function makeTable(table: Table, isThere: boolean, dumped: DumpedSchema): void {
  if (isThere) dumped.run(`DROP TABLE ${quoteTable(table.name)}`);
  dumped.run(createTableSql(table));
  for (const index of table.indexes) dumped.run(createIndexSql(index, table.name));
}

function runIndexes(before: Table, after: Table, dumped: DumpedSchema): void {
  for (const { name } of fresh(after.indexes, before.indexes)) {
    dumped.run(`DROP INDEX ${quoteTable(name)}`);
  }
  for (const index of fresh(before.indexes, after.indexes)) {
    dumped.run(createIndexSql(index, after.name));
  }
}

function withoutIndexes(table: Table): Table {
  return { ...table, indexes: [] };
}

function same(left: unknown, right: unknown): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}
