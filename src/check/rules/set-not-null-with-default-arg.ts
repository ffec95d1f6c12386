import { ENGINES } from '../../model/engine.ts';
import { countsOf, surveyDay } from '../figures.ts';
import { batchedUpdate, columnValue, isNull } from '../recipes/backfill.ts';
import { notNullByCheck } from '../recipes/not-null.ts';
import { code, defaultValue, symbol } from '../ruby.ts';
import { defineRule } from '../rule.ts';
import { rowCount } from '../size.ts';

export const setNotNullWithDefaultArg = defineRule({
  id: 'set-not-null-with-default-arg',
  title: 'One UPDATE fills every NULL',
  engines: ENGINES,
  severity: 'danger',
  on: ['setColumnNull'],
  docs: {
    why: 'The fourth argument of change_column_null is written into all rows that hold NULL by a single UPDATE in the same transaction: the rows stay locked until the end, and a rollback does not know which ones they were.',
    instead: 'Fill the rows in batches in a migration of its own, then set NOT NULL.',
    reference:
      'https://api.rubyonrails.org/classes/ActiveRecord/ConnectionAdapters/SchemaStatements.html#method-i-change_column_null',
  },
  check({ table, column, nullable, backfill }, context) {
    if (nullable || backfill === null || context.isNewTable(table)) return null;
    const target = `${symbol(table)}, ${symbol(column)}`;
    const nulls = countsOf(table, column, context)?.nulls;
    const counted =
      nulls === undefined
        ? ''
        : `; the survey of ${surveyDay(context)} counted ${nulls === 0 ? 'none' : rowCount(nulls)}`;
    return {
      severity: nulls === 0 ? 'info' : context.severityBySize(table),
      message: `change_column_null writes ${defaultValue(backfill)} into every row of ${context.withSize(table)} whose ${column} is NULL, in one UPDATE${counted}.`,
      instead: code(
        '# Migration 1: fills the rows in batches',
        ...batchedUpdate(table, columnValue(column, defaultValue(backfill)), isNull(column)),
        '',
        ...(context.dialect.validatesConstraintsSeparately
          ? [notNullByCheck(table, column, context, 2)]
          : ['# Migration 2', `change_column_null ${target}, false`]),
      ),
    };
  },
});
