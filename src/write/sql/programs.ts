import type {
  DatabaseFunction,
  Policy,
  Schema,
  Trigger,
  VirtualTable,
} from '../../model/schema.ts';
import { type ByEngine, dialectOf, statement } from './statement.ts';

/** Functions, triggers and policies are kept as the statement that creates them. */
export function functionSql(program: DatabaseFunction): readonly string[] {
  return [statement(program.definition)];
}

/** The same for a function that is there already. MySQL knows OR REPLACE for none; it drops it first. */
export function replaceFunctionSql(program: DatabaseFunction, schema: Schema): readonly string[] {
  return replacements[schema.engine](program, schema);
}

const createOrReplace = ({ definition }: DatabaseFunction): readonly string[] => [
  statement(definition.replace(/^\s*CREATE\s+(?!OR\s+REPLACE\b)/i, 'CREATE OR REPLACE ')),
];

const replacements: ByEngine<(program: DatabaseFunction, schema: Schema) => readonly string[]> = {
  postgresql: createOrReplace,
  mysql: (program, schema) => [
    statement(`DROP FUNCTION IF EXISTS ${dialectOf(schema).quoteTable(program.name)}`),
    ...functionSql(program),
  ],
  // SQLite has no functions of its own; the statement stands as it was given.
  sqlite: functionSql,
};

export function triggerSql(trigger: Trigger): readonly string[] {
  return [statement(trigger.definition)];
}

export function policySql(policy: Policy): readonly string[] {
  return [statement(policy.definition)];
}

/** As Active Record's `create_virtual_table` sends it. */
export function virtualTableSql(table: VirtualTable, schema: Schema): readonly string[] {
  const name = dialectOf(schema).quoteTable(table.name);
  const head = `CREATE VIRTUAL TABLE IF NOT EXISTS ${name} USING ${table.module}`;
  return [statement(`${head} (${table.arguments.join(', ')})`)];
}
