import type {
  DatabaseFunction,
  Policy,
  Schema,
  Trigger,
  VirtualTable,
} from '../../model/schema.ts';
import { dialectOf, statement } from './statement.ts';

/** Functions, triggers and policies are kept as the statement that creates them. */
export function functionSql(program: DatabaseFunction): readonly string[] {
  return [statement(program.definition)];
}

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
