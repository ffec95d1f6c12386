import type { SqlSchemaFile } from '../../../model/schema-file.ts';
import { SqliteDatabase } from '../../../sqlite/database.ts';
import { objectNameOf } from './object-name.ts';
import type { SchemaLines } from './schema-lines.ts';

/** One object of SQLite's catalog. */
export interface CatalogRow {
  readonly rowid: number;
  readonly type: string;
  readonly name: string;
  /** The statement as SQLite keeps it. */
  readonly sql: string;
}

/** A stretch of the file's text, in UTF-16 code units; the end is exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** An object that the file holds: where its statement stands, and how its line would read. */
export interface DumpedObject {
  /** Null for one that the file does not show, such as `sqlite_sequence` since Rails 8.0. */
  readonly place: Place | null;
  readonly line: string;
}

/** `.schema` lists the columns of a view behind its statement, where SQLite would take them for a part of it. */
function withoutList(statement: string): string {
  return statement.replace(/\n\/\* [^\n]* \*\/;$/, ';');
}

/**
 * The database of a dump: its objects in SQLite's memory, each with the place of its statement for
 * as long as it is the same object, under whatever name.
 */
export class DumpedSchema {
  readonly database = new SqliteDatabase();
  /** Places of all statements that made an object, in the order of the file. */
  readonly places: readonly Place[];
  readonly #objects = new Map<number, DumpedObject>();

  constructor(file: SqlSchemaFile, lines: SchemaLines) {
    this.database.run('BEGIN');
    const places = this.#load(file);
    for (const row of this.rows()) {
      const place = places.get(`${row.type} ${row.name.toLowerCase()}`) ?? null;
      this.#objects.set(row.rowid, { place, line: lines.of(row, this.database) });
    }
    this.places = [...this.#objects.values()]
      .flatMap(({ place }) => place ?? [])
      .sort((left, right) => left.start - right.start);
  }

  #load(file: SqlSchemaFile): ReadonlyMap<string, Place> {
    const places = new Map<string, Place>();
    for (const { kind, start, end, operations } of file.statements) {
      if (kind !== 'schema') continue;
      // A dump can state a virtual table as a row of the catalog.
      const written = withoutList(file.text.slice(start, end));
      const sql = /^insert\b/i.test(written) ? (operations[0]?.sql ?? written) : written;
      const name = objectNameOf(sql);
      if (name === 'table sqlite_sequence') this.#makeSequence();
      else this.database.run(sql);
      if (name !== null) places.set(name, { start, end });
    }
    return places;
  }

  /** SQLite makes the table with the first AUTOINCREMENT and keeps it, also when that is gone. */
  #makeSequence(): void {
    this.database.run('CREATE TABLE counting (id INTEGER PRIMARY KEY AUTOINCREMENT)');
    this.database.run('DROP TABLE counting');
  }

  /** The objects that have a statement, in the order in which they were made. */
  rows(): readonly CatalogRow[] {
    const rows = this.database.rows(
      'SELECT rowid, type, name, sql FROM main.sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid',
    );
    return rows.map(({ rowid, type, name, sql }) => ({
      rowid: Number(rowid),
      type: String(type),
      name: String(name),
      sql: String(sql),
    }));
  }

  /** Runs a statement. False when SQLite refuses it. */
  run(sql: string): boolean {
    const ran = this.database.run(sql) === null;
    if (ran && /^\s*drop\b/i.test(sql)) this.#forgetDropped();
    return ran;
  }

  /** SQLite gives the number of the last object, once it is dropped, to the next one. */
  #forgetDropped(): void {
    const left = new Set(this.rows().map(({ rowid }) => rowid));
    for (const rowid of [...this.#objects.keys()]) {
      if (!left.has(rowid)) this.#objects.delete(rowid);
    }
  }

  /** What the object was in the file; null for a new one. */
  dumped({ rowid }: CatalogRow): DumpedObject | null {
    return this.#objects.get(rowid) ?? null;
  }
}
