import { CHANGE_TABLE_STATEMENTS, CREATE_TABLE_STATEMENTS } from './blocks.ts';
import { COLUMN_STATEMENTS } from './columns.ts';
import { CONSTRAINT_STATEMENTS } from './constraints.ts';
import { INDEX_STATEMENTS } from './indexes.ts';
import { OBJECT_STATEMENTS } from './objects.ts';
import { READER_STATEMENTS } from './readers.ts';
import { ROW_STATEMENTS } from './rows.ts';
import type { Statement } from './statement.ts';
import { STEERING_STATEMENTS } from './steering.ts';
import { TABLE_STATEMENTS } from './tables.ts';

/** Statements that change the schema or rows, and methods that steer a migration, by what they are about. */
export const CHANGING: readonly (readonly [title: string, readonly Statement[]])[] = [
  ['Tables', TABLE_STATEMENTS],
  ['Columns', COLUMN_STATEMENTS],
  ['Indexes', INDEX_STATEMENTS],
  ['Keys and constraints', CONSTRAINT_STATEMENTS],
  ['Extensions, enums and schemas', OBJECT_STATEMENTS],
  ['Rows and SQL', ROW_STATEMENTS],
  ['Steering', STEERING_STATEMENTS],
];

/** Every statement with examples of its own. */
export const STATEMENTS: readonly Statement[] = [
  ...CHANGING.flatMap(([, statements]) => statements),
  ...READER_STATEMENTS,
  ...CREATE_TABLE_STATEMENTS,
  ...CHANGE_TABLE_STATEMENTS,
];
