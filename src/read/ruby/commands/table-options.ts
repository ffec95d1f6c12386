import type { Table } from '../../../model/schema.ts';
import { type Call, textOption } from '../evaluate/call.ts';
import type { Session } from '../session.ts';
import { commentOption } from './comment-option.ts';
import { tableDefaults } from './table-defaults.ts';

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
  if (session.dumped) return given;
  const apart = session.schema.tables.some((table) => table.charset !== null)
    ? takenApart(given)
    : given;
  return apart.charset || apart.collation || !session.dialect.tablesHaveCharset
    ? apart
    : { ...apart, ...withDefaults(apart, session) };
}

function withDefaults(given: TableOptions, session: Session): Partial<TableOptions> {
  const { charset, collation, options } = tableDefaults(session);
  const plainEngine = given.options === null || /^ENGINE=InnoDB$/i.test(given.options);
  const inherits = plainEngine && options !== null && /^ENGINE=|CHARSET=/i.test(options);
  return { charset, collation, options: inherits ? options : given.options };
}

/**
 * Since Rails 6.1 a dump of MySQL gives character set and collation as options of their own and
 * leaves `ENGINE=InnoDB` out.
 */
function takenApart(given: TableOptions): TableOptions {
  if (given.options === null) return given;
  const charset = /\b(?:DEFAULT )?(?:CHARSET|CHARACTER SET)\s*=?\s*(\w+)/i.exec(given.options);
  const collation = /\b(?:DEFAULT )?COLLATE\s*=?\s*(\w+)/i.exec(given.options);
  const rest = [charset?.[0], collation?.[0]]
    .reduce<string>(
      (text, part) => (part === undefined ? text : text.replace(part, '')),
      given.options,
    )
    .trim()
    .replace(/\s+/g, ' ');
  return {
    comment: given.comment,
    options: withEngine(rest),
    charset: given.charset ?? charset?.[1] ?? null,
    collation: given.collation ?? collation?.[1] ?? null,
  };
}

/** SHOW CREATE TABLE names the engine first; it alone, when it is InnoDB, is not dumped. */
function withEngine(options: string): string | null {
  const others = options.replace(/\bENGINE\s*=?\s*InnoDB\b[\s,]*/i, '').trim();
  if (others === '') return null;
  return /\bENGINE\s*=?\s*\w+/i.test(others) ? others : `ENGINE=InnoDB ${others}`;
}
