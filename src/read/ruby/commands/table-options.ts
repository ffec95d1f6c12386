import type { Table } from '../../../model/schema.ts';
import { type Call, textOption } from '../evaluate/call.ts';
import type { Session } from '../session.ts';

/** What `create_table` says of the table as a whole. */
export type TableOptions = Pick<Table, 'comment' | 'options' | 'charset' | 'collation'>;

/** The options of a `create_table`, with those that the database adds. */
export function tableOptions(call: Call, session: Session): TableOptions {
  const given: TableOptions = {
    comment: textOption(call, 'comment') || null,
    options: textOption(call, 'options') || null,
    charset: textOption(call, 'charset'),
    collation: textOption(call, 'collation'),
  };
  if (session.dumped) return given;
  const apart = session.schema.tables.some((table) => table.charset !== null)
    ? takenApart(given)
    : given;
  return apart.charset || apart.collation
    ? apart
    : { ...apart, ...databaseDefaults(apart, session) };
}

/**
 * Since Rails 6.1 a dump of MySQL gives character set and collation as options of their own and
 * leaves `ENGINE=InnoDB` out.
 */
function takenApart(given: TableOptions): TableOptions {
  if (given.options === null) return given;
  const charset = /\b(?:DEFAULT )?(?:CHARSET|CHARACTER SET)\s*=?\s*(\w+)/i.exec(given.options);
  const collation = /\b(?:DEFAULT )?COLLATE\s*=?\s*(\w+)/i.exec(given.options);
  const rest = [charset?.[0], collation?.[0], /\bENGINE\s*=\s*InnoDB\b/i.exec(given.options)?.[0]]
    .reduce<string>(
      (text, part) => (part === undefined ? text : text.replace(part, '')),
      given.options,
    )
    .trim()
    .replace(/\s+/g, ' ');
  return {
    comment: given.comment,
    options: rest || null,
    charset: given.charset ?? charset?.[1] ?? null,
    collation: given.collation ?? collation?.[1] ?? null,
  };
}

/** The database's own character set and collation, which a dump of MySQL writes on every table. */
function databaseDefaults(given: TableOptions, session: Session): Partial<TableOptions> {
  const typical = newestTable(session) ?? commonestTable(session.schema.tables);
  if (!typical) return {};
  const { charset, collation, options } = typical;
  const plainEngine = given.options === null || /^ENGINE=InnoDB$/i.test(given.options);
  const inherits = plainEngine && options !== null && /^ENGINE=|CHARSET=/i.test(options);
  return { charset, collation, options: inherits ? options : given.options };
}

/** The table that the newest `create_…` migration of the project made: it has what new tables get now. */
function newestTable(session: Session): Table | null {
  const files = session.project?.list('db/migrate') ?? [];
  for (const path of [...files].sort().reverse()) {
    const name = /\/\d+_create_(\w+)\.rb$/.exec(path)?.[1];
    const table = name === undefined ? null : session.findTable(name);
    if (table) return table;
  }
  return null;
}

/** A table with the options that most tables of the schema have. */
function commonestTable(tables: readonly Table[]): Table | null {
  const counts = new Map<string, { readonly table: Table; count: number }>();
  for (const table of tables) {
    const key = JSON.stringify([table.charset, table.collation, table.options]);
    const entry = counts.get(key) ?? { table, count: 0 };
    entry.count += 1;
    counts.set(key, entry);
  }
  const [most] = [...counts.values()].sort((left, right) => right.count - left.count);
  return most?.table ?? null;
}
