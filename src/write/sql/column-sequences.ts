import type { Dialect } from '../../dialect/dialect.ts';
import { serialSequence } from '../../dialect/postgresql/default-names.ts';
import { allSequenceOptions, sequenceOptions } from '../../dialect/postgresql/sequence-options.ts';
import type { Column } from '../../model/schema.ts';
import { statement } from './statement.ts';

/**
 * A serial column whose sequence is not the one that `serial` makes: a plain column with a default.
 */
export function hasOwnSequence(column: Column): boolean {
  return column.autoIncrement === 'sequence' && column.sequence !== undefined;
}

/** CREATE SEQUENCE for such a column, which its default needs. Empty for all others. */
export function newSequenceSql(column: Column, dialect: Dialect): readonly string[] {
  if (!hasOwnSequence(column) || !column.sequence) return [];
  const { name, options } = column.sequence;
  const typed = /\bAS\b/.test(options) ? options : `AS ${column.type} ${options}`;
  return [statement(`CREATE SEQUENCE ${dialect.quoteTable(name)} ${typed}`)];
}

/** OWNED BY for such a column, which has to be there. */
export function ownedSequenceSql(
  column: Column,
  table: string,
  dialect: Dialect,
): readonly string[] {
  if (!hasOwnSequence(column) || !column.sequence) return [];
  const owner = `${dialect.quoteTable(table)}.${dialect.quoteIdentifier(column.name)}`;
  return [
    statement(`ALTER SEQUENCE ${dialect.quoteTable(column.sequence.name)} OWNED BY ${owner}`),
  ];
}

/** `nextval('"ids"'::regclass)` */
export function nextValue(sequence: string, dialect: Dialect): string {
  return `nextval(${dialect.quoteString(dialect.quoteTable(sequence))}::regclass)`;
}

/** What stands in the parentheses behind AS IDENTITY; empty for the sequence that the server makes. */
export function identityOptions(column: Column, dialect: Dialect): string {
  if (!column.sequence) return '';
  const { name, options } = column.sequence;
  const rest = options.replace(/^AS \w+ ?/, '');
  return ` (SEQUENCE NAME ${dialect.quoteTable(name)}${rest === '' ? '' : ` ${rest}`})`;
}

/** What makes the sequence that numbers a column the one that it is to be. */
export function changedSequenceSql(
  table: string,
  current: Column,
  column: Column,
  dialect: Dialect,
): readonly string[] {
  const isKept = current.autoIncrement !== null && current.autoIncrement === column.autoIncrement;
  if (!isKept) return [];
  const nameOf = ({ name, sequence }: Column) => sequence?.name ?? serialSequence(table, name);
  const [from, to] = [nameOf(current), nameOf(column)];
  const optionsOf = ({ type, sequence }: Column) =>
    /\bAS\b/.test(sequence?.options ?? '')
      ? (sequence?.options ?? '')
      : `AS ${type} ${sequence?.options ?? ''}`;
  const [was, is] = [current, column].map((one) =>
    allSequenceOptions(sequenceOptions(optionsOf(one))),
  );
  // The sequence does not follow a change of the column's type: what differs by that alone is told.
  return [
    ...(from === to
      ? []
      : [
          statement(
            `ALTER SEQUENCE ${dialect.quoteTable(from)} RENAME TO ${dialect.quoteIdentifier(to.slice(to.lastIndexOf('.') + 1))}`,
          ),
        ]),
    ...(was === is ? [] : [statement(`ALTER SEQUENCE ${dialect.quoteTable(to)} ${is}`)]),
  ];
}
