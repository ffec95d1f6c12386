import type { Table } from '../../../model/schema.ts';
import { UNKNOWN_SERVER } from '../server.ts';
import { readOptions } from '../stated/options.ts';
import type { StatedOptions } from '../stated/stated.ts';
import type { Told } from '../statements/statement.ts';
import { TokenReader } from '../tokens/token-reader.ts';
import { tokenize } from '../tokens/tokenize.ts';
import { showOptions, withoutFields } from './options.ts';

/** Options as text, in the words of `Table.options`. @throws {NotTold} */
export function readOptionsText(sql: string): StatedOptions {
  return readOptions(new TokenReader(tokenize(sql, 0, sql.length, UNKNOWN_SERVER).tokens));
}

/**
 * The table's options with those that are given in place of its own; null for the default. Before
 * Rails 6.1 a dump has character set and collation among them, which stay.
 */
export function shownOptions(table: Table, given: StatedOptions): string | null {
  const options = new Map(readOptionsText(table.options ?? ''));
  for (const [name, value] of withoutFields(given)) {
    if (name === 'PARTITION' && value === '') options.delete(name);
    else options.set(name, value);
  }
  const shown = showOptions(options);
  // Since Rails 6.1 `ENGINE=InnoDB` by itself is not dumped.
  const isPlain = shown === 'ENGINE=InnoDB' && (table.charset !== null || table.options === null);
  return isPlain ? null : shown;
}

/** The operation that gives a table a character set, in the form in which it has its own. */
export function withCharset(
  table: Table,
  charset: string,
  collation: string | null,
): readonly Told[] {
  if (table.options === null || !/CHARSET=/i.test(table.options)) {
    return [{ kind: 'setTableOptions', table: table.name, charset, collation }];
  }
  const plain = table.options.replace(/ COLLATE=\w+/i, '');
  const options = plain.replace(
    /\bCHARSET=\w+/i,
    `CHARSET=${charset}${collation === null ? '' : ` COLLATE=${collation}`}`,
  );
  return [{ kind: 'setTableOptions', table: table.name, options }];
}
