import type { ColumnPosition } from '../../../model/operation.ts';
import { type Column, findColumn, findTable, type Schema } from '../../../model/schema.ts';
import { rubyColumn } from './column-options.ts';
import { type RubyOption, rubyCall, rubyDefault, rubyString, rubySymbol } from './ruby.ts';
import type { RubyWriters } from './writer.ts';

type ColumnKind =
  | 'addColumn'
  | 'dropColumn'
  | 'renameColumn'
  | 'setColumn'
  | 'setColumnDefault'
  | 'setColumnNull'
  | 'setColumnComment';

export const columnWriters: RubyWriters<ColumnKind> = {
  addColumn: ({ table, column, ifNotExists, position }, context) => {
    const { type, options } = rubyColumn(column, context);
    return rubyCall(
      'add_column',
      [rubySymbol(table), rubySymbol(column.name), type],
      [
        ...options,
        ...keyOption(column),
        ...positionOption(position),
        ...(ifNotExists ? [['if_not_exists', 'true'] as const] : []),
      ],
    );
  },
  // With its type and options, so that Rails can put it back.
  dropColumn: ({ table, column, ifExists }, context) => {
    const current = columnIn(context.schema, table, column);
    const known = current ? rubyColumn(current, context) : null;
    const names = [rubySymbol(table), rubySymbol(column)];
    return rubyCall('remove_column', known ? [...names, known.type] : names, [
      ...(known?.options ?? []),
      ...(ifExists ? [['if_exists', 'true'] as const] : []),
    ]);
  },
  renameColumn: ({ table, from, to }) =>
    rubyCall('rename_column', [table, from, to].map(rubySymbol)),
  setColumn: ({ table, column, using, position }, context) => {
    const { type, options } = rubyColumn(column, context);
    const current = columnIn(context.schema, table, column.name);
    return rubyCall(
      'change_column',
      [rubySymbol(table), rubySymbol(column.name), type],
      [
        ...options,
        ...clearedOptions(current, column),
        ...(using === null ? [] : [['using', rubyString(using)] as const]),
        ...positionOption(position),
      ],
    );
  },
  setColumnDefault: ({ table, column, default: value }, { schema }) =>
    rubyCall(
      'change_column_default',
      [rubySymbol(table), rubySymbol(column)],
      [
        ['from', rubyDefault(columnIn(schema, table, column)?.default ?? null)],
        ['to', rubyDefault(value)],
      ],
    ),
  setColumnNull: ({ table, column, nullable, backfill }) =>
    rubyCall('change_column_null', [
      rubySymbol(table),
      rubySymbol(column),
      String(nullable),
      ...(backfill === null ? [] : [rubyDefault(backfill)]),
    ]),
  setColumnComment: ({ table, column, comment }, { schema }) =>
    rubyCall(
      'change_column_comment',
      [rubySymbol(table), rubySymbol(column)],
      [
        ['from', textOrNil(columnIn(schema, table, column)?.comment ?? null)],
        ['to', textOrNil(comment)],
      ],
    ),
};

function columnIn(schema: Schema, table: string, column: string): Column | null {
  const owner = findTable(schema, table);
  return owner && findColumn(owner, column);
}

/** What `change_column` keeps unless it is told to clear it. */
function clearedOptions(current: Column | null, column: Column): readonly RubyOption[] {
  const options: (RubyOption | null)[] = [
    current?.default && column.default === null ? ['default', 'nil'] : null,
    current && !current.nullable && column.nullable ? ['null', 'true'] : null,
    current?.comment && column.comment === null ? ['comment', 'nil'] : null,
  ];
  return options.filter((option) => option !== null);
}

/** MySQL takes an AUTO_INCREMENT column only as a key. */
function keyOption(column: Column): readonly RubyOption[] {
  return column.autoIncrement === 'autoIncrement' ? [['primary_key', 'true']] : [];
}

function positionOption(position: ColumnPosition): readonly RubyOption[] {
  if (position === null) return [];
  return position === 'first' ? [['first', 'true']] : [['after', rubySymbol(position.after)]];
}

function textOrNil(text: string | null): string {
  return text === null ? 'nil' : rubyString(text);
}
