import type { Column, Table } from '../../../../model/schema.ts';
import { qualified, quoted } from '../names.ts';
import { columnLine } from './columns.ts';
import { checkDefinition, inlineChecks } from './constraints.ts';
import { expressionSql, type PrintContext } from './context.ts';
import { isInherited, isInheritedCheck } from './inheritance.ts';

/** CREATE TABLE with what only ALTER TABLE can say of it, as dumpTableSchema writes it. */
export function createTable(table: Table, context: PrintContext): string {
  const lines = [
    ...table.columns
      .filter((column) => !isInherited(column, table, context.schema))
      .map((column) => columnLine(column, table, context)),
    ...inlineChecks(table.checkConstraints)
      .filter((check) => !isInheritedCheck(check, table, context.schema))
      // getTableAttrs reads them ORDER BY conname.
      .toSorted((one, other) => (one.name < other.name ? -1 : 1))
      .map(
        (check) =>
          `CONSTRAINT ${quoted(check.name)} ${checkDefinition(check, table.columns, context)}`,
      ),
  ];
  const unlogged = table.unlogged ? 'UNLOGGED ' : '';
  const body = lines.length === 0 ? ' (\n)' : ` (\n    ${lines.join(',\n    ')}\n)`;
  const head = `CREATE ${unlogged}TABLE ${qualified(table.name)}${body}${optionLines(table, context)};`;
  return [
    head,
    ...attachedHere(table, context),
    ...table.columns.flatMap((column) => columnSettings(column, table)),
  ]
    .join('\n')
    .concat(tableSettings(table));
}

/** Before partitions had entries of their own, they were attached right behind their columns. */
function attachedHere(table: Table, { form }: PrintContext): readonly string[] {
  if (!table.partition || form.attachEntries) return [];
  return [attachPartition(table, table.partition.parent, table.partition.bound)];
}

/** INHERITS, PARTITION BY and WITH, a line each. */
function optionLines({ options }: Table, context: PrintContext): string {
  if (options === null || options.trim() === '') return '';
  const clauses = options.split(/\s*(?=\b(?:INHERITS|PARTITION BY|WITH|USING|TABLESPACE)\b)/i);
  return clauses
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '')
    .map((clause) => `\n${inherited(clause, context)}`)
    .join('');
}

/** The parents of INHERITS stand between parentheses, as names do nowhere else. */
function inherited(clause: string, context: PrintContext): string {
  const parents = /^INHERITS\s*\((.*)\)$/is.exec(clause)?.[1];
  if (parents === undefined) return expressionSql(clause, context);
  const names = parents.split(',').map((name) => qualified(unquoted(name.trim())));
  return `INHERITS (${names.join(', ')})`;
}

function unquoted(name: string): string {
  return name.replaceAll('"', '').replace(/^public\./, '');
}

function columnSettings(column: Column, table: Table): readonly string[] {
  const head = `ALTER TABLE ONLY ${qualified(table.name)} ALTER COLUMN ${quoted(column.name)} SET`;
  return [
    column.statistics === undefined ? '' : `${head} STATISTICS ${column.statistics};`,
    column.storage === undefined ? '' : `${head} STORAGE ${column.storage};`,
    column.compression === undefined ? '' : `${head} COMPRESSION ${column.compression};`,
  ].filter((text) => text !== '');
}

/** The identity by an index stands with that index. */
function tableSettings(table: Table): string {
  const head = `\n\nALTER TABLE ONLY ${qualified(table.name)}`;
  const isWhole = table.replicaIdentity === 'FULL' || table.replicaIdentity === 'NOTHING';
  return [
    isWhole ? `${head} REPLICA IDENTITY ${table.replicaIdentity};` : '',
    table.rowSecurity?.forced ? `${head} FORCE ROW LEVEL SECURITY;` : '',
  ].join('');
}

/** What ALTER TABLE says of an index behind the statement that makes it. */
export function indexSettings(table: Table, index: string): string {
  const clustered =
    table.clusteredBy === index
      ? `\n\nALTER TABLE ${qualified(table.name)} CLUSTER ON ${quoted(index)};`
      : '';
  const identity = /^USING INDEX (.*)$/i.exec(table.replicaIdentity ?? '')?.[1];
  if (identity?.replaceAll('"', '') !== index) return clustered;
  const head = `ALTER TABLE ONLY ${qualified(table.name)}`;
  return `${clustered}\n\n${head} REPLICA IDENTITY USING INDEX ${quoted(index)};`;
}

/** ATTACH PARTITION, with ONLY since a parent has no other partitions to look at. */
export function attachPartition(table: Table, parent: string, bound: string): string {
  return `ALTER TABLE ONLY ${qualified(parent)} ATTACH PARTITION ${qualified(table.name)} ${bound};`;
}

export function isPartitioned(table: Table): boolean {
  return /\bPARTITION BY\b/i.test(table.options ?? '');
}
