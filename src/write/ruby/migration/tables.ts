import { railsType } from '../../../dialect/rails/type.ts';
import { type RailsVersion, railsAtLeast } from '../../../model/engine.ts';
import { type Column, findTable, type Table } from '../../../model/schema.ts';
import { rubyColumn } from './column-options.ts';
import {
  checkArguments,
  exclusionArguments,
  foreignKeyArguments,
  uniqueArguments,
} from './constraint-options.ts';
import { indexArguments } from './index-options.ts';
import {
  type RubyOption,
  rubyCall,
  rubyHash,
  rubyString,
  rubySymbol,
  rubySymbols,
} from './ruby.ts';
import { executed, type RubyContext, type RubyWriters } from './writer.ts';

export const tableWriters: RubyWriters<
  | 'createTable'
  | 'dropTable'
  | 'renameTable'
  | 'setTableComment'
  | 'setTableOptions'
  | 'attachPartition'
  | 'detachPartition'
> = {
  createTable: ({ table, ifNotExists }, context) => createTable(table, ifNotExists, context),
  dropTable: ({ table, ifExists, cascade }) =>
    rubyCall(
      'drop_table',
      [rubySymbol(table)],
      [
        ...(ifExists ? [['if_exists', 'true'] as const] : []),
        ...(cascade ? [['force', ':cascade'] as const] : []),
      ],
    ),
  // PostgreSQL takes the new name without a schema, which Active Record passes on as it is given.
  renameTable: ({ from, to }) =>
    rubyCall('rename_table', [from, to.slice(to.indexOf('.') + 1)].map(rubySymbol)),
  setTableComment: ({ table, comment }, { schema }) =>
    rubyCall(
      'change_table_comment',
      [rubySymbol(table)],
      [
        ['from', commentText(findTable(schema, table)?.comment ?? null)],
        ['to', commentText(comment)],
      ],
    ),
  setTableOptions: executed,
  attachPartition: executed,
  detachPartition: executed,
};

function commentText(comment: string | null): string {
  return comment === null ? 'nil' : rubyString(comment);
}

function createTable(table: Table, ifNotExists: boolean, context: RubyContext): string {
  const key = keyOptions(table, context);
  const options: readonly RubyOption[] = [
    ...key.options,
    ...(ifNotExists ? [['if_not_exists', 'true'] as const] : []),
    ...tableOptions(table),
  ];
  const columns = table.columns.filter((column) => column.name !== key.implied);
  const { inside, outside } = constraintLines(table, context);
  return [
    `${rubyCall('create_table', [rubySymbol(table.name)], options)} do |t|`,
    ...columns.map((column) => `  ${columnLine(column, context)}`),
    ...inside.map((line) => `  ${line}`),
    'end',
    ...outside,
  ].join('\n');
}

function columnLine(column: Column, context: RubyContext): string {
  const { type, method, options } = rubyColumn(column, context);
  const name = rubySymbol(column.name);
  return method === null
    ? rubyCall('t.column', [name, type], options)
    : rubyCall(`t.${method}`, [name], options);
}

interface KeyOptions {
  readonly options: readonly RubyOption[];
  /** The column that `create_table` makes by itself; null when the block names them all. */
  readonly implied: string | null;
}

/** How `create_table` is told of the primary key. */
function keyOptions(table: Table, context: RubyContext): KeyOptions {
  const names = table.primaryKey?.columns ?? [];
  const [name] = names;
  if (name === undefined) return { options: [['id', 'false']], implied: null };
  if (names.length > 1) return { options: [['primary_key', rubySymbols(names)]], implied: null };
  const column = table.columns.find((candidate) => candidate.name === name);
  const named: readonly RubyOption[] = name === 'id' ? [] : [['primary_key', rubyString(name)]];
  const typed = column ? keyType(column, context) : [];
  return { options: [...named, ...typed], implied: name };
}

/** Nothing for the column that Rails makes anyway; `id: :uuid`, or `id: { type: ..., ... }` with options. */
function keyType(column: Column, context: RubyContext): readonly RubyOption[] {
  const { dialect, rails } = context;
  const usual = dialect.types.primaryKeyColumn(column.name, railsType('primary_key'), rails);
  if (sameColumn(column, usual)) return [];
  const { type, options } = rubyColumn(column, context);
  // A primary key is NOT NULL, and an integer one numbers itself, without being told to.
  const given = options.filter(([key]) => key !== 'null' && key !== 'auto_increment');
  if (given.length === 0) return [['id', type]];
  return [['id', rubyHash([['type', type], ...given])]];
}

function sameColumn(one: Column, other: Column): boolean {
  return (
    one.type === other.type &&
    one.autoIncrement === other.autoIncrement &&
    one.collation === other.collation &&
    one.comment === other.comment &&
    JSON.stringify(one.default) === JSON.stringify(other.default)
  );
}

function tableOptions(table: Table): readonly RubyOption[] {
  const options: (RubyOption | null)[] = [
    table.charset === null ? null : ['charset', rubyString(table.charset)],
    table.collation === null ? null : ['collation', rubyString(table.collation)],
    table.options === null ? null : ['options', rubyString(table.options)],
    table.comment === null ? null : ['comment', rubyString(table.comment)],
  ];
  return options.filter((option) => option !== null);
}

interface ConstraintLines {
  /** Lines of the block, which calls the table `t`. */
  readonly inside: readonly string[];
  /** Commands behind it: what CREATE TABLE cannot say. */
  readonly outside: readonly string[];
}

/** A foreign key that was never validated can only be added to a table that exists. */
function constraintLines(table: Table, context: RubyContext): ConstraintLines {
  const name = rubySymbol(table.name);
  const early = table.foreignKeys.filter((key) => key.validated);
  const late = table.foreignKeys.filter((key) => !key.validated);
  const [inBlock, behind] = constraintsInBlock(context.rails) ? [true, false] : [false, true];
  const checks = table.checkConstraints.map(checkArguments);
  return {
    inside: [
      ...table.indexes.map((index) => call('t.index', indexArguments(index, context.dialect))),
      ...early.map((key) => call('t.foreign_key', foreignKeyArguments(key))),
      ...(inBlock ? checks.map((check) => call('t.check_constraint', check)) : []),
      ...table.uniqueConstraints.map((one) => call('t.unique_constraint', uniqueArguments(one))),
      ...table.exclusionConstraints.map((one) =>
        call('t.exclusion_constraint', exclusionArguments(one)),
      ),
    ],
    outside: [
      ...late.map((key) => call('add_foreign_key', foreignKeyArguments(key), name)),
      ...(behind ? checks.map((check) => call('add_check_constraint', check, name)) : []),
    ],
  };
}

/** Check constraints came with Rails 6.1, in and outside of the block. */
function constraintsInBlock(rails: RailsVersion): boolean {
  return railsAtLeast(rails, 6, 1);
}

function call(
  command: string,
  given: { readonly positional: readonly string[]; readonly options: readonly RubyOption[] },
  table: string | null = null,
): string {
  return rubyCall(
    command,
    table === null ? given.positional : [table, ...given.positional],
    given.options,
  );
}
