import { typeChangeOf } from '../../dialect/locks.ts';
import type { OperationOf } from '../../model/operation.ts';
import { findColumn, findTable } from '../../model/schema.ts';
import type { RuleContext } from '../context.ts';
import { type BaseReviews, mandatory, type ReviewEntry, spot, thorough } from './entry.ts';

export const columnReviews: Pick<
  BaseReviews,
  | 'addColumn'
  | 'dropColumn'
  | 'renameColumn'
  | 'setColumn'
  | 'setColumnDefault'
  | 'setColumnNull'
  | 'setColumnComment'
> = {
  addColumn,
  dropColumn: ({ table, column }, context) =>
    context.isNewColumn(table, column)
      ? thorough(`the release itself added ${table}.${column}`)
      : mandatory(`the data of ${table}.${column} cannot come back from the schema alone`),
  renameColumn: ({ from }) => thorough(`running code that uses ${from} fails at once`),
  setColumn,
  setColumnDefault({ table, column, default: value }, context) {
    const owner = findTable(context.before, table);
    const current = owner && findColumn(owner, column);
    const loses = value === null && current?.nullable === false && current.default !== null;
    return loses
      ? mandatory(`${table}.${column} is NOT NULL and loses its default`)
      : spot('a default concerns new rows alone');
  },
  setColumnNull({ table, column, nullable }, context) {
    if (nullable) return thorough(`code that reads ${table}.${column} can meet NULL`);
    const scans = context.locks.some(({ work }) => work !== 'catalog');
    return scans && context.sizeOf(table).class === 'large'
      ? mandatory(`NOT NULL is set in one step on a large table, ${context.withSize(table)}`)
      : thorough('it fails when a row holds NULL');
  },
  setColumnComment: () => spot('a comment changes nothing else'),
};

function addColumn({ table, column }: OperationOf<'addColumn'>, context: RuleContext): ReviewEntry {
  const computed = column.autoIncrement !== null || column.generated !== null;
  if (!column.nullable && column.default === null && !computed) {
    return mandatory(`rows of ${table} have no value for the required column ${column.name}`);
  }
  if (context.locks.some(({ work }) => work === 'rewrite')) {
    const reason = `adding ${column.name} writes every row of ${context.withSize(table)}`;
    return context.sizeOf(table).class === 'large' ? mandatory(reason) : thorough(reason);
  }
  if (!column.nullable) return thorough(`old code that writes NULL into ${column.name} fails`);
  if (column.type === 'json') return thorough('json has no equality');
  return spot('a nullable column is added without touching a row');
}

function setColumn(operation: OperationOf<'setColumn'>, context: RuleContext): ReviewEntry {
  const { table: name, column } = operation;
  const table = findTable(context.before, name);
  const current = table && findColumn(table, column.name);
  if (!table || !current) return mandatory(`${name}.${column.name} is not in the schema`);
  const target = `${name}.${column.name}`;
  if (typeChangeOf(context.engine, current, column, table).narrows) {
    return mandatory(`values of ${target} may not fit into ${column.type}`);
  }
  if (context.locks.some(({ work }) => work === 'rewrite')) {
    return mandatory(`changing ${target} rewrites ${context.withSize(name)}`);
  }
  if (current.type !== column.type) return thorough(`the type of ${target} changes`);
  if (current.nullable !== column.nullable)
    return thorough(`${target} changes whether it is NOT NULL`);
  return spot(`${target} keeps its type and its rows`);
}
