import { railsAtLeast } from '../../../../model/engine.ts';
import type { Table } from '../../../../model/schema.ts';
import { NotTold } from '../../../mysql/not-told.ts';
import type { StatedOptions } from '../../../mysql/stated/stated.ts';
import { isDumpedOption, showOptions } from '../../../mysql/tables/options.ts';
import { readOptionsText } from '../../../mysql/tables/table-options.ts';
import { stringContent } from '../../../mysql/tokens/string-content.ts';
import { type Call, textOption } from '../../evaluate/call.ts';
import type { Session } from '../../session.ts';
import { commentOption } from '../comment-option.ts';
import {
  charsetInDump,
  collationInDump,
  defaultCollation,
  tableDefaults,
} from './table-defaults.ts';

/** What `create_table` says of the table as a whole. */
export type TableOptions = Pick<Table, 'comment' | 'options' | 'charset' | 'collation'>;

/** The options of a `create_table`, with those that the database adds. */
export function tableOptions(call: Call, session: Session): TableOptions {
  const given: TableOptions = {
    comment: commentOption(call, session),
    options: textOption(call, 'options') || null,
    charset: textOption(call, 'charset'),
    collation: textOption(call, 'collation'),
  };
  if (session.dumped || !session.dialect.tablesHaveCharset) return given;
  const options = readTableOptions(given.options ?? '');
  return options === null ? withDefaults(given, session) : asDumped(given, options, session);
}

/** From what the character set of a table was inferred whose migration states none. */
export function inferredCharset(
  call: Call,
  session: Session,
): { readonly charsetBecause?: string } {
  if (session.dumped || !session.dialect.tablesHaveCharset) return {};
  const stated = ['charset', 'collation'].some((name) => textOption(call, name) !== null);
  const options = textOption(call, 'options') ?? '';
  if (stated || /CHARSET|CHARACTER SET|COLLATE/i.test(options)) return {};
  return { charsetBecause: tableDefaults(session).because };
}

/** Options that are no more than partly understood stay as they are, beside the database's own. */
function withDefaults(given: TableOptions, session: Session): TableOptions {
  if (given.charset !== null || /CHARSET|CHARACTER SET|COLLATE/i.test(given.options ?? '')) {
    return given;
  }
  const { charset, collation } = tableDefaults(session);
  return usesOwnOptions(session) ? { ...given, charset, collation } : given;
}

/**
 * As SHOW CREATE TABLE spells them. Since Rails 6.1 a dump gives character set and collation as
 * options of their own and leaves `ENGINE=InnoDB` out when nothing else is left; a file that an
 * older one dumped keeps its form.
 */
function asDumped(given: TableOptions, options: StatedOptions, session: Session): TableOptions {
  const comment = given.comment ?? unquoted(options.get('COMMENT'));
  const { charset, collation } = charsetAndCollation(given, options, session);
  const others = new Map(options);
  for (const name of ['CHARSET', 'COLLATE', 'COMMENT']) others.delete(name);
  if (usesOwnOptions(session)) {
    const shown = showOptions(others);
    return { comment, charset, collation, options: shown === 'ENGINE=InnoDB' ? null : shown };
  }
  if (charset !== null) others.set('CHARSET', charset);
  if (collation !== null) others.set('COLLATE', collation);
  return { comment, charset: null, collation: null, options: showOptions(others) };
}

function charsetAndCollation(
  given: TableOptions,
  options: StatedOptions,
  session: Session,
): Pick<Table, 'charset' | 'collation'> {
  const stated = given.collation ?? options.get('COLLATE') ?? null;
  const named = given.charset ?? options.get('CHARSET') ?? null;
  if (stated === null && named === null) {
    const { charset, collation } = tableDefaults(session);
    return spelled(charset, collation, session);
  }
  // A collation belongs to the character set that it is named after.
  const charset = named ?? /^[a-z0-9]+/.exec(stated ?? '')?.[0] ?? null;
  return spelled(charset, stated ?? (charset && defaultCollation(charset, session)), session);
}

function spelled(
  charset: string | null,
  collation: string | null,
  session: Session,
): Pick<Table, 'charset' | 'collation'> {
  const name = charset && charsetInDump(charset, session);
  return {
    charset: name,
    collation: name && collation && collationInDump(collation, name, session),
  };
}

/** True for a dump of Rails 6.1 or newer. */
function usesOwnOptions({ evidence: { tables }, installed }: Session): boolean {
  if (tables.some(({ charset }) => charset !== null)) return true;
  const isOld = tables.some(({ options }) => /^ENGINE=/.test(options ?? ''));
  return railsAtLeast(installed, 6, 1) && !isOld;
}

function unquoted(text: string | undefined): string | null {
  return text === undefined ? null : stringContent(text);
}

/** What `options:` holds; null when a part of it is none of the options of a dump, such as PARTITION BY. */
function readTableOptions(sql: string): StatedOptions | null {
  try {
    const options = readOptionsText(sql);
    return [...options.keys()].every(isDumpedOption) ? options : null;
  } catch (error) {
    if (error instanceof NotTold) return null;
    throw error;
  }
}
