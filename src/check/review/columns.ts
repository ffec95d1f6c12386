import { typeChangeOf } from '../../dialect/locks.ts';
import type { OperationOf } from '../../model/operation.ts';
import { type Column, findColumn, findTable } from '../../model/schema.ts';
import type { RuleContext } from '../context.ts';
import { viewsNaming } from '../dependencies/users.ts';
import { type Classified, type Classifiers, classified, mandatoryIf } from './entry.ts';

export const columnClassifiers: Pick<
  Classifiers,
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
      ? classified('drop-new-column', `the release itself added ${table}.${column}`)
      : classified(
          'drop-column',
          `the data of ${table}.${column} cannot come back from the schema alone`,
        ),
  renameColumn,
  setColumn,
  setColumnDefault: ({ table, column, default: value }, context) =>
    defaultChange(table, column, value, context),
  setColumnNull: ({ table, column, nullable }, context) =>
    nullability(table, column, nullable, context),
  setColumnComment: () => classified('comment', 'a comment changes nothing else'),
};

function addColumn({ table, column }: OperationOf<'addColumn'>, context: RuleContext): Classified {
  const { name } = column;
  const computed = column.autoIncrement !== null || column.generated !== null;
  if (!column.nullable && column.default === null && !computed) {
    return classified(
      'add-column-not-null-no-default',
      `rows of ${table} have no value for the required column ${name}`,
    );
  }
  const large = context.sizeOf(table).class === 'large';
  const writes = `adding ${name} writes every row of ${context.withSize(table)}`;
  const rewritten = context.locks.some(({ work }) => work === 'rewrite');
  const escalation = mandatoryIf(rewritten && large, writes);
  if (rewritten && (computed || column.nullable || column.default?.kind === 'expression')) {
    return classified('add-column-volatile', writes, escalation);
  }
  if (!column.nullable) {
    const reason = `every row of ${table} gets the default of ${name}`;
    return classified('add-column-not-null-default', reason, escalation);
  }
  if (column.type === 'json') {
    return classified('add-column-json', 'json has no equality', escalation);
  }
  const reason = 'a nullable column is added without touching a row';
  return classified('add-column-nullable', reason, escalation);
}

/** Views, triggers and functions hold names as text, or follow on some engines only. */
function renameColumn(
  { table, from }: OperationOf<'renameColumn'>,
  context: RuleContext,
): Classified {
  const views = context.dialect.viewsFollowRenames
    ? []
    : viewsNaming(context.before, table, from, context.readSql).map(({ name }) => name);
  return classified(
    'rename-column',
    `running code that uses ${from} fails at once`,
    mandatoryIf(views.length > 0, `${views.join(', ')} still reads ${from}`),
  );
}

function setColumn(operation: OperationOf<'setColumn'>, context: RuleContext): Classified {
  const { table: name, column } = operation;
  const table = findTable(context.before, name);
  const current = table && findColumn(table, column.name);
  const target = `${name}.${column.name}`;
  if (!table || !current)
    return classified('change-type-rewrite', `${target} is not in the schema`);
  if (typeChangeOf(context.engine, current, column, table, context.server).narrows) {
    return classified('narrow-type', `values of ${target} may not fit into ${column.type}`);
  }
  const rewritten = context.locks.some(({ work }) => work === 'rewrite');
  const typeChanges = current.type !== column.type;
  if (rewritten && (typeChanges || context.dialect.altersColumnsInPlace)) {
    const reason = `changing ${target} rewrites ${context.withSize(name)}`;
    return classified('change-type-rewrite', reason);
  }
  if (typeChanges) {
    const views = viewsNaming(context.before, name, column.name, context.readSql).map(
      (view) => view.name,
    );
    return classified(
      'change-type-metadata',
      `the type of ${target} changes`,
      mandatoryIf(views.length > 0, `${views.join(', ')} reads ${target}`),
    );
  }
  return sameType(name, current, column, context);
}

function sameType(
  table: string,
  current: Column,
  column: Column,
  context: RuleContext,
): Classified {
  if (current.nullable !== column.nullable) {
    return nullability(table, column.name, column.nullable, context);
  }
  if (JSON.stringify(current.default) !== JSON.stringify(column.default)) {
    return defaultChange(table, column.name, column.default, context);
  }
  return classified('set-column-options', `${table}.${column.name} keeps its type and its rows`);
}

function defaultChange(
  table: string,
  name: string,
  value: Column['default'],
  { before, project, isNewColumn }: RuleContext,
): Classified {
  const owner = findTable(before, table);
  const current = owner && findColumn(owner, name);
  const required = current?.nullable === false && current.default !== null;
  const target = `${table}.${name}`;
  return classified(
    'change-default',
    'a default concerns new rows alone',
    mandatoryIf(required && value === null, `${target} is NOT NULL and loses its default`),
    // With partial_inserts Active Record leaves a column out whose value is the default that it
    // knows: a process that runs still knows the one before, and the database fills in the new one.
    mandatoryIf(
      required && value !== null && project.partialInserts === true && !isNewColumn(table, name),
      `code that is running leaves ${target} out of its INSERTs (partial_inserts), and gets another value than it means`,
    ),
  );
}

function nullability(
  table: string,
  column: string,
  nullable: boolean,
  context: RuleContext,
): Classified {
  if (nullable) {
    return classified('drop-not-null', `code that reads ${table}.${column} can meet NULL`);
  }
  const scans = context.locks.some(({ work }) => work !== 'catalog');
  return classified(
    'set-not-null',
    'it fails when a row holds NULL',
    mandatoryIf(
      scans && context.sizeOf(table).class === 'large',
      `NOT NULL is set in one step on a large table, ${context.withSize(table)}`,
    ),
  );
}
