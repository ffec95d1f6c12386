import { count } from '../words/index.ts';
import { ifMissing, ifThere, type Sentences, withDependents } from './sentence.ts';

export const TABLE_OPERATIONS: Sentences<
  'createTable' | 'dropTable' | 'renameTable' | 'setTableComment' | 'setTableOptions'
> = {
  createTable: ({ table, ifNotExists }) =>
    `Create the table ${table.name} with ${count(table.columns.length, 'column')}${ifMissing(ifNotExists)}.`,
  dropTable: ({ table, ifExists, cascade }) =>
    `Drop the table ${table} with all its rows${withDependents(cascade)}${ifThere(ifExists)}.`,
  renameTable: ({ from, to }) => `Rename the table ${from} to ${to}.`,
  setTableComment: ({ table, comment }) =>
    comment === null
      ? `Remove the comment of the table ${table}.`
      : `Set the comment of the table ${table} to “${comment}”.`,
  setTableOptions: ({ table, options, charset, collation }) =>
    `Set ${optionWords({ options, charset, collation })} of the table ${table}.`,
};

function optionWords(given: {
  readonly options: string | null | undefined;
  readonly charset: string | null | undefined;
  readonly collation: string | null | undefined;
}): string {
  const words = [
    given.options === undefined ? [] : [`the options to ${given.options ?? 'the defaults'}`],
    given.charset === undefined ? [] : [`the character set to ${given.charset ?? 'the default'}`],
    given.collation === undefined ? [] : [`the collation to ${given.collation ?? 'the default'}`],
  ].flat();
  return words.join(', ');
}
