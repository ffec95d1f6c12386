import { emptySchema, type Schema, type Table } from '../../../model/schema.ts';
import { readTable } from '../../../read/sqlite/catalog/tables.ts';
import { readTriggers } from '../../../read/sqlite/catalog/triggers.ts';
import { readViews } from '../../../read/sqlite/catalog/views.ts';
import { SqliteDatabase } from '../../../sqlite/database.ts';
import type { SchemaLines } from '../../../write/structure/sqlite/schema-lines.ts';

/** A database that keeps what runs in it, and shows it as a schema. */
export class LiveDatabase {
  readonly #database = new SqliteDatabase();

  /** Null when SQLite takes the statement, else its message. */
  run(sql: string): string | null {
    return this.#database.run(sql);
  }

  /** Runs statements of which none shall stay when one is refused. */
  runTogether(statements: readonly string[]): string | null {
    this.#database.run('SAVEPOINT together');
    for (const sql of statements) {
      const refusal = this.#database.run(sql);
      if (refusal === null) continue;
      this.#database.run('ROLLBACK TO together');
      this.#database.run('RELEASE together');
      return `${refusal}: ${sql}`;
    }
    this.#database.run('RELEASE together');
    return null;
  }

  close(): void {
    this.#database.close();
  }

  /** What `.schema` prints, as Rails up to 7.2 asks for it. */
  dump(lines: SchemaLines): string {
    const rows = this.#database.rows(
      'SELECT rowid, type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid',
    );
    return rows
      .map(({ rowid, type, name, sql }) => ({
        rowid: Number(rowid),
        type: String(type),
        name: String(name),
        sql: String(sql),
      }))
      .map((row) => `${lines.of(row, this.#database)}\n`)
      .join('');
  }

  schema(): Schema {
    const names = (type: string) =>
      this.#database
        .rows(
          "SELECT name FROM sqlite_schema WHERE type = ? AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid",
          type,
        )
        .map(({ name }) => String(name));
    const tables = names('table').flatMap((name): readonly Table[] => {
      const table = readTable(this.#database, name);
      return table ? [table] : [];
    });
    const triggers = readTriggers(this.#database);
    return { ...emptySchema('sqlite'), tables, views: readViews(this.#database), triggers };
  }
}
