import type { Dialect } from '../../../dialect/dialect.ts';
import type { Schema } from '../../../model/schema.ts';
import { DDL_FORMS } from '../forms.ts';
import {
  functionSql,
  policySql,
  replaceFunctionSql,
  triggerSql,
  virtualTableSql,
} from '../programs.ts';
import { statement } from '../statement.ts';
import type { Writers } from './writer.ts';

type ProgramKind =
  | 'createFunction'
  | 'dropFunction'
  | 'createTrigger'
  | 'dropTrigger'
  | 'createPolicy'
  | 'dropPolicy'
  | 'createVirtualTable'
  | 'dropVirtualTable';

export const programWriters: Writers<ProgramKind> = {
  createFunction: ({ function: program, replace }, { before }) =>
    replace ? replaceFunctionSql(program, before) : functionSql(program),
  dropFunction: ({ function: name, ifExists, cascade }, { before, dialect }) => {
    const guard = ifExists ? 'IF EXISTS ' : '';
    const words = `${routineWord(name, before)} ${guard}${functionName(name, dialect)}`;
    return [statement(`DROP ${words}${cascade ? ' CASCADE' : ''}`)];
  },
  createTrigger: ({ trigger }) => triggerSql(trigger),
  dropTrigger: ({ trigger, table, ifExists }, { dialect }) => {
    const guard = ifExists ? 'IF EXISTS ' : '';
    // A trigger's name is unique in its table on PostgreSQL, in the database on MySQL and SQLite.
    const place =
      table !== null && DDL_FORMS[dialect.engine].triggersOfTables
        ? ` ON ${dialect.quoteTable(table)}`
        : '';
    return [statement(`DROP TRIGGER ${guard}${dialect.quoteIdentifier(trigger)}${place}`)];
  },
  createPolicy: ({ policy }) => policySql(policy),
  dropPolicy: ({ policy, table }, { dialect }) => [
    statement(`DROP POLICY ${dialect.quoteIdentifier(policy)} ON ${dialect.quoteTable(table)}`),
  ],
  createVirtualTable: ({ virtualTable }, { before }) => virtualTableSql(virtualTable, before),
  dropVirtualTable: ({ virtualTable }, { dialect }) => [
    statement(`DROP TABLE ${dialect.quoteTable(virtualTable)}`),
  ],
};

/** A procedure is dropped as such. */
function routineWord(name: string, { functions }: Schema): string {
  const [bare = name] = name.split('(');
  const found = functions.find((one) => one.name === bare.trim());
  const head = found?.definition.slice(0, found.definition.indexOf('(')) ?? '';
  return /\bPROCEDURE\b/i.test(head) ? 'PROCEDURE' : 'FUNCTION';
}

/** A name can carry its argument types, which are no part of the identifier. */
function functionName(name: string, dialect: Dialect): string {
  const open = name.indexOf('(');
  if (open < 0) return dialect.quoteTable(name);
  return `${dialect.quoteTable(name.slice(0, open))}${name.slice(open)}`;
}
