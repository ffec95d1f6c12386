import type { Table } from '../../../model/schema.ts';
import { type Call, textOption } from '../evaluate/call.ts';
import type { Session } from '../session.ts';
import { commentOption } from './comment-option.ts';

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

/**
 * The database's own character set and collation, which a dump of MySQL writes on every table. No
 * file names them, and old tables keep those of their time: the newest tables have what new ones get.
 */
function databaseDefaults(given: TableOptions, session: Session): Partial<TableOptions> {
  const { tables } = session.schema;
  const typical =
    commonestTable(newestTables(session)) ??
    commonestTable(tables.filter(hasBigKey)) ??
    commonestTable(tables);
  if (!typical) return {};
  const { charset, collation, options } = typical;
  const plainEngine = given.options === null || /^ENGINE=InnoDB$/i.test(given.options);
  const inherits = plainEngine && options !== null && /^ENGINE=|CHARSET=/i.test(options);
  return { charset, collation, options: inherits ? options : given.options };
}

/** Developers' databases differ, so that a single table can be an exception. */
const ASKED_TABLES = 3;
const READ_FILES = 60;

/** The tables that the newest migrations of the project made, the newest first. */
function newestTables(session: Session): readonly Table[] {
  const { project } = session;
  const found = new Map<string, Table>();
  const files = [...(project?.list('db/migrate') ?? [])].sort().reverse();
  for (const path of files.slice(0, READ_FILES)) {
    for (const name of tablesMadeIn(project?.read(path) ?? '').reverse()) {
      const table = session.findTable(name);
      if (table) found.set(name, found.get(name) ?? table);
    }
    if (found.size >= ASKED_TABLES) break;
  }
  return [...found.values()].slice(0, ASKED_TABLES);
}

function tablesMadeIn(text: string): string[] {
  return [...text.matchAll(/\bcreate_table[ (]+[:"'](\w+)/g)].map(([, name = '']) => name);
}

/** Rails gives tables a bigint as key since 5.1. */
function hasBigKey({ primaryKey, columns }: Table): boolean {
  const [name] = primaryKey?.columns ?? [];
  return columns.some((column) => column.name === name && column.type.startsWith('bigint'));
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
