import { parseRailsVersion, railsAtLeast } from '../../../../model/engine.ts';
import { findColumn, findTable, type Table } from '../../../../model/schema.ts';
import type { Session } from '../../session.ts';

/** Developers' databases differ, so that a single table can be an exception. */
const ASKED_TABLES = 3;
const READ_FILES = 60;

/** A table with the migration that made it. */
export interface MadeTable {
  readonly table: Table;
  readonly migration: string;
}

/** The tables that the newest migrations of the project made, the newest first; at most three. */
export function newestTables(session: Session): readonly MadeTable[] {
  const { project } = session;
  const found = new Map<string, MadeTable>();
  const files = [...(project?.list('db/migrate') ?? [])].sort().reverse();
  for (const path of files.slice(0, READ_FILES)) {
    const migration = project?.read(path) ?? '';
    for (const name of tablesMadeIn(migration).reverse()) {
      const table = findTable(session.evidence, name);
      if (table && !found.has(name)) found.set(name, { table, migration });
    }
    if (found.size >= ASKED_TABLES) break;
  }
  return [...found.values()].slice(0, ASKED_TABLES);
}

/** Names of the tables that the text of a migration makes. */
export function tablesMadeIn(text: string): string[] {
  return [...text.matchAll(/\bcreate_table[ (]+[:"'](\w+)/g)].map(([, name = '']) => name);
}

/**
 * True when the project's own newest tables show a server without fractions of seconds, which is
 * MySQL up to 5.6.3: `timestamps` of a migration of 6.0 or newer asks for six digits, and their
 * columns have none (`supports_datetime_with_precision?`).
 */
export function hasWholeSeconds(session: Session): boolean {
  if (session.dumped || session.dialect.engine !== 'mysql') return false;
  const telling = newestTables(session).filter(({ migration }) => asksForFractions(migration));
  return telling.length > 0 && telling.every(({ table }) => isWhole(table));
}

function asksForFractions(migration: string): boolean {
  const version = parseRailsVersion(/Migration\[(\d+\.\d+)\]/.exec(migration)?.[1] ?? '');
  if (version === null || !railsAtLeast(version, 6, 0)) return false;
  return /\.timestamps\b/.test(migration) && !/\bprecision\b/.test(migration);
}

function isWhole(table: Table): boolean {
  return findColumn(table, 'created_at')?.type === 'datetime';
}
