import { railsAtLeast } from '../../../model/engine.ts';
import type { VirtualTable } from '../../../model/schema.ts';
import { rubyCall, rubyExecute, rubyString, rubySymbol } from './ruby.ts';
import { executed, type RubyWriters } from './writer.ts';

type ProgramKind =
  | 'createView'
  | 'dropView'
  | 'refreshView'
  | 'createFunction'
  | 'dropFunction'
  | 'createTrigger'
  | 'dropTrigger'
  | 'createPolicy'
  | 'dropPolicy'
  | 'createObject'
  | 'dropObject'
  | 'renameObject'
  | 'createVirtualTable'
  | 'dropVirtualTable';

/** Active Record has no commands for views, functions, triggers and policies. */
export const programWriters: RubyWriters<ProgramKind> = {
  createView: executed,
  dropView: executed,
  refreshView: executed,
  createFunction: executed,
  dropFunction: executed,
  createTrigger: executed,
  dropTrigger: executed,
  createPolicy: executed,
  dropPolicy: executed,
  createObject: executed,
  dropObject: executed,
  renameObject: executed,
  createVirtualTable: (operation, context) =>
    railsAtLeast(context.rails, 8, 0)
      ? rubyCall('create_virtual_table', virtualArguments(operation.virtualTable))
      : executed(operation, context),
  dropVirtualTable: (operation, context) => {
    const { virtualTables } = context.schema;
    const known = virtualTables.find(({ name }) => name === operation.virtualTable);
    return known && railsAtLeast(context.rails, 8, 0)
      ? rubyCall('drop_virtual_table', virtualArguments(known))
      : rubyCall('drop_table', [rubySymbol(operation.virtualTable)]);
  },
};

function virtualArguments(table: VirtualTable): readonly string[] {
  const values = `[${table.arguments.map(rubyString).join(', ')}]`;
  return [rubySymbol(table.name), rubyString(table.module), values];
}

/** Operations that carry their own text. */
export const rowWriters: RubyWriters<'changeRows' | 'runSql' | 'opaque'> = {
  changeRows: ({ text, language }) => asWritten(text, language),
  runSql: ({ text }) => rubyExecute(text),
  opaque: ({ text, language }) => asWritten(text, language),
};

function asWritten(text: string, language: 'ruby' | 'sql'): string {
  return language === 'ruby' ? text.trim() : rubyExecute(text);
}
