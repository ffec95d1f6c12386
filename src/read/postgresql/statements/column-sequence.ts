import type { Constraint, DefElem, Node } from '@pgsql/types';
import { canonicalOptions, columnSequence } from '../../../dialect/postgresql/column-sequences.ts';
import { serialSequence } from '../../../dialect/postgresql/default-names.ts';
import {
  type SequenceOptions,
  sequenceOptions,
  sequenceOptionsText,
} from '../../../dialect/postgresql/sequence-options.ts';
import type { Column, ColumnSequence } from '../../../model/schema.ts';
import { nameOfList } from '../names.ts';
import { nodeOf, nodesOf } from '../nodes.ts';
import { typeOf } from '../types.ts';
import { optionNamed, optionText } from './option-values.ts';

/** What CREATE and ALTER SEQUENCE and the parentheses behind IDENTITY say, as SQL in any order. */
export function statedOptions(options: readonly Node[] | undefined): string {
  return nodesOf(options, 'DefElem')
    .flatMap((option) => OPTION_WORDS[option.defname ?? '']?.(option) ?? [])
    .join(' ');
}

const OPTION_WORDS: { readonly [name: string]: (option: DefElem) => string } = {
  as: ({ arg }) => `AS ${typeOf(nodeOf(arg, 'TypeName') ?? undefined)}`,
  start: (option) => `START WITH ${optionText(option)}`,
  increment: (option) => `INCREMENT BY ${optionText(option)}`,
  minvalue: (option) => (option.arg ? `MINVALUE ${optionText(option)}` : 'NO MINVALUE'),
  maxvalue: (option) => (option.arg ? `MAXVALUE ${optionText(option)}` : 'NO MAXVALUE'),
  cache: (option) => `CACHE ${optionText(option)}`,
  cycle: (option) => (optionText(option) === 'true' ? 'CYCLE' : 'NO CYCLE'),
};

/** The sequence behind GENERATED … AS IDENTITY; undefined where it is as the server makes it. */
export function identitySequence(
  { options }: Pick<Constraint, 'options'>,
  table: string,
  column: Pick<Column, 'name' | 'type'>,
): ColumnSequence | undefined {
  const stated = optionNamed(options, 'sequence_name');
  const name = stated ? nameOfList(nodeOf(stated.arg, 'List')?.items) : undefined;
  const text = `AS ${column.type} ${statedOptions(options)}`;
  return columnSequence(table, column, {
    name: name ?? serialSequence(table, column.name),
    options: text,
  });
}

/** The options with those that are stated in place of the ones before. */
export function changedOptions(before: string, stated: string): string {
  const old = sequenceOptions(before);
  const given = sequenceOptions(stated);
  const says = (word: RegExp): boolean => word.test(stated);
  const merged: SequenceOptions = {
    type: says(/\bAS\b/) ? given.type : old.type,
    start: says(/\bSTART\b/) ? startOf(stated) : old.start,
    increment: says(/\bINCREMENT\b/) ? given.increment : old.increment,
    minimum: says(/\bMINVALUE\b/) ? given.minimum : old.minimum,
    maximum: says(/\bMAXVALUE\b/) ? given.maximum : old.maximum,
    cache: says(/\bCACHE\b/) ? given.cache : old.cache,
    cycle: says(/\bCYCLE\b/) ? given.cycle : old.cycle,
  };
  return canonicalOptions(sequenceOptionsText(merged));
}

function startOf(stated: string): string | null {
  return /\bSTART WITH (-?\d+)/.exec(stated)?.[1] ?? null;
}
