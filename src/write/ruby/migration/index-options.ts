import type { Dialect } from '../../../dialect/dialect.ts';
import type { Index, IndexPart } from '../../../model/schema.ts';
import { indexPartsSql } from '../../sql/index.ts';
import { type RubyOption, rubyHash, rubyString, rubySymbol, rubySymbols } from './ruby.ts';

/** Arguments of a command, without the table. */
export interface RubyArguments {
  readonly positional: readonly string[];
  readonly options: readonly RubyOption[];
}

/**
 * The columns and options of `add_index` and `t.index`. An index with an expression or a collation
 * is given to Active Record as one text, which then holds orders and operator classes as well.
 */
export function indexArguments(index: Index, dialect: Dialect): RubyArguments {
  const asText = index.parts.some((part) => part.column === null || part.collation !== null);
  const columns = index.parts.map((part) => part.column ?? '');
  const options: (RubyOption | null)[] = [
    ['name', rubyString(index.name)],
    index.unique ? ['unique', 'true'] : null,
    ...(asText ? [] : partOptions(index.parts)),
    index.using === null ? null : ['using', rubySymbol(index.using)],
    index.kind === null ? null : ['type', rubySymbol(index.kind)],
    index.where === null ? null : ['where', rubyString(index.where)],
    index.include.length === 0
      ? null
      : ['include', `[${index.include.map(rubySymbol).join(', ')}]`],
    index.nullsNotDistinct ? ['nulls_not_distinct', 'true'] : null,
    index.enabled ? null : ['enabled', 'false'],
    index.comment === null ? null : ['comment', rubyString(index.comment)],
  ];
  return {
    positional: [asText ? rubyString(indexPartsSql(index, dialect)) : rubySymbols(columns)],
    options: options.filter((option) => option !== null),
  };
}

function partOptions(parts: readonly IndexPart[]): readonly (RubyOption | null)[] {
  return [
    perColumn('length', parts, ({ length }) => (length === null ? null : String(length))),
    perColumn('order', parts, orderText),
    perColumn('opclass', parts, ({ opclass }) => opclass && rubySymbol(opclass)),
  ];
}

function perColumn(
  name: string,
  parts: readonly IndexPart[],
  text: (part: IndexPart) => string | null,
): RubyOption | null {
  const entries = parts.flatMap((part): RubyOption[] => {
    const value = text(part);
    return value === null ? [] : [[part.column ?? '', value]];
  });
  return entries.length === 0 ? null : [name, rubyHash(entries)];
}

function orderText({ order, nulls }: IndexPart): string | null {
  if (nulls === null) return order === 'desc' ? ':desc' : null;
  return rubyString(`${order.toUpperCase()} NULLS ${nulls.toUpperCase()}`);
}
