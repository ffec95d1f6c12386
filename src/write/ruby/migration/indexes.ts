import { railsAtLeast } from '../../../model/engine.ts';
import { findTable } from '../../../model/schema.ts';
import { indexArguments } from './index-options.ts';
import { type RubyOption, rubyCall, rubyString, rubySymbol } from './ruby.ts';
import { executed, type RubyWriters } from './writer.ts';

export const indexWriters: RubyWriters<
  'addIndex' | 'dropIndex' | 'renameIndex' | 'setIndexEnabled'
> = {
  addIndex: ({ table, index, ifNotExists, concurrently }, { dialect }) => {
    const { positional, options } = indexArguments(index, dialect);
    return rubyCall(
      'add_index',
      [rubySymbol(table), ...positional],
      [
        ...options,
        ...(ifNotExists ? [['if_not_exists', 'true'] as const] : []),
        ...algorithm(concurrently),
      ],
    );
  },
  // With all that `add_index` would need, so that Rails can put it back.
  dropIndex: ({ table, index: name, ifExists, concurrently }, { schema, dialect }) => {
    const index = findTable(schema, table)?.indexes.find((candidate) => candidate.name === name);
    const { positional, options } = index
      ? indexArguments(index, dialect)
      : { positional: [], options: [['name', rubyString(name)] as const] };
    return rubyCall(
      'remove_index',
      [rubySymbol(table), ...positional],
      [
        ...options,
        ...(ifExists ? [['if_exists', 'true'] as const] : []),
        ...algorithm(concurrently),
      ],
    );
  },
  renameIndex: ({ table, from, to }) =>
    rubyCall('rename_index', [rubySymbol(table), rubyString(from), rubyString(to)]),
  setIndexEnabled: (operation, context) => {
    if (!railsAtLeast(context.rails, 8, 1)) return executed(operation, context);
    const command = operation.enabled ? 'enable_index' : 'disable_index';
    return rubyCall(command, [rubySymbol(operation.table), rubyString(operation.index)]);
  },
};

function algorithm(concurrently: boolean): readonly RubyOption[] {
  return concurrently ? [['algorithm', ':concurrently']] : [];
}
