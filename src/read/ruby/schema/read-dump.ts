import type { Inflections } from '../../../dialect/rails/inflections.ts';
import type { Engine, RailsVersion } from '../../../model/engine.ts';
import { emptySchema, findColumn, type Schema, type Table } from '../../../model/schema.ts';
import type { SchemaFileBlock } from '../../../model/schema-file.ts';
import { Memory } from '../../memory.ts';
import { Session } from '../session.ts';
import type { RubyParser } from '../source.ts';
import { parentsNamedIn } from './arguments.ts';
import type { Chunk, ChunkedDump } from './chunks.ts';
import { block, gap, type ReadStatement, shifted } from './layout.ts';
import { fail, NotAsDumped } from './not-as-dumped.ts';
import { blocksOf, type ParsedChunk, parsedChunks } from './parsed-chunks.ts';
import { readStatements } from './statements.ts';

/** What decides, beside its own text, what a statement of a dump means. */
export interface DumpContext {
  readonly engine: Engine;
  /** The version that dumped the file. */
  readonly rails: RailsVersion;
  readonly inflections: Inflections;
  /** The same text for all that is above. */
  readonly key: string;
}

/** A file's schema but for its version, and its blocks. */
export interface DumpRead {
  readonly schema: Schema;
  readonly layout: readonly SchemaFileBlock[];
}

/** What a `create_table` gives. Positions in its block are counted from the beginning of the chunk. */
interface ReadTable {
  readonly table: Table;
  readonly block: SchemaFileBlock;
}

/** What the foreign keys of a table give, for the table as `create_table` left it. */
interface ReadKeys {
  readonly text: string;
  readonly table: Table;
  readonly blocks: readonly SchemaFileBlock[];
}

/** A table takes about 5 kB, so that those of two contexts stay below 100 MB. */
const REMEMBERED_TABLES = 4000;
const REMEMBERED_STATEMENTS = 500;

const tablesByContext = new Memory<Memory<ReadTable>>(1);
const otherStatements = new Memory<ParsedChunk>(REMEMBERED_STATEMENTS);
const keysByTable = new WeakMap<Table, ReadKeys>();

/**
 * Reads a dump chunk by chunk. A chunk is parsed and run only when no chunk of that text was read
 * lately in the same context: engine, version, inflections and names of enums.
 *
 * @returns null when anything in the file is not what it looked like, or was not understood: it is
 * then to be read as a whole.
 */
export function readDump(
  text: string,
  dump: ChunkedDump,
  context: DumpContext,
  parse: RubyParser,
): DumpRead | null {
  try {
    return new DumpReading(text, context, parse).read(dump);
  } catch (error) {
    if (error instanceof NotAsDumped) return null;
    throw error;
  }
}

class DumpReading {
  readonly #text: string;
  readonly #context: DumpContext;
  readonly #parse: RubyParser;
  readonly #session: Session;
  /** The tables so far; those of the session's schema are brought up to date before others read them. */
  #tables: Table[] = [];
  /** Where each table stands among them. */
  #places = new Map<string, number>();
  #known: Memory<ReadTable> | null = null;
  #parsed = new Map<Chunk, ParsedChunk>();

  constructor(text: string, context: DumpContext, parse: RubyParser) {
    this.#text = text;
    this.#context = context;
    this.#parse = parse;
    this.#session = this.#sessionOn(emptySchema(context.engine));
  }

  /** @throws {NotAsDumped} */
  read(dump: ChunkedDump): DumpRead {
    const blocks = dump.chunks.flatMap((chunk) => {
      const read = READERS[chunk.kind](this, chunk, dump.chunks);
      return read.map((own) => shifted(own, chunk.start));
    });
    this.#bringUpToDate();
    return { schema: this.#session.schema, layout: this.#layout(dump, blocks) };
  }

  table(chunk: Chunk, all: readonly Chunk[]): readonly SchemaFileBlock[] {
    this.#known ??= this.#tablesOfContext();
    const known = this.#known;
    const text = this.#textOf(chunk);
    const found = known.get(text) ?? this.#readTable(chunk, all, known);
    const { table } = found;
    const { views, virtualTables } = this.#session.schema;
    const isTaken = [...views, ...virtualTables].some(({ name }) => name === table.name);
    if (isTaken || this.#places.has(table.name)) throw new NotAsDumped();
    this.#places.set(table.name, this.#tables.length);
    this.#tables.push(table);
    return [found.block];
  }

  foreignKeys(chunk: Chunk, all: readonly Chunk[]): readonly SchemaFileBlock[] {
    const place = this.#places.get(chunk.child ?? '');
    const child = place === undefined ? undefined : this.#tables[place];
    if (place === undefined || !child) throw new NotAsDumped();
    const found = this.#knownKeys(chunk) ?? this.#readKeys(chunk, child, all);
    this.#tables[place] = found.table;
    return found.blocks;
  }

  other(chunk: Chunk): readonly SchemaFileBlock[] {
    const text = this.#textOf(chunk);
    const parsed = otherStatements.get(text) ?? this.#parseOther(text);
    this.#bringUpToDate();
    const before = this.#session.schema;
    const statements = this.#run(parsed, this.#session);
    const { schema } = this.#session;
    if (schema.tables !== before.tables) this.#takeTables(schema.tables);
    if (schema.enums !== before.enums) this.#known = null;
    return blocksOf(statements, parsed, chunk);
  }

  #tableOf(name: string): Table | undefined {
    const place = this.#places.get(name);
    return place === undefined ? undefined : this.#tables[place];
  }

  #textOf({ start, end }: Chunk): string {
    return this.#text.slice(start, end);
  }

  #sessionOn(schema: Schema): Session {
    const { rails, inflections } = this.#context;
    return new Session(schema, { rails, dumped: true, project: null, inflections });
  }

  #tablesOfContext(): Memory<ReadTable> {
    // Expressions are read with the names of enums at hand, which casts have.
    const enums = this.#session.schema.enums.map(({ name }) => name);
    const key = JSON.stringify([this.#context.key, enums]);
    const known = tablesByContext.get(key);
    if (known) return known;
    const added = new Memory<ReadTable>(REMEMBERED_TABLES);
    tablesByContext.set(key, added);
    return added;
  }

  #readTable(chunk: Chunk, all: readonly Chunk[], known: Memory<ReadTable>): ReadTable {
    const parsed = this.#parsedOf(
      chunk,
      all,
      (other) => known.get(this.#textOf(other)) !== undefined,
    );
    const { enums } = this.#session.schema;
    const session = this.#sessionOn({ ...emptySchema(this.#context.engine), enums });
    const [statement] = this.#run(parsed, session);
    const [table] = session.schema.tables;
    const isPlain = statement?.operations.length === 1 && table?.foreignKeys.length === 0;
    const [own] = statement ? blocksOf([statement], parsed, chunk) : [];
    if (!isPlain || !table || !own) throw new NotAsDumped();
    const found = { table, block: own };
    known.set(this.#textOf(chunk), found);
    return found;
  }

  /** The keys that the table had when the same lines were read; null when they are to be read anew. */
  #knownKeys(chunk: Chunk): ReadKeys | null {
    const child = this.#tableOf(chunk.child ?? '');
    const known = child && keysByTable.get(child);
    if (!known || known.text !== this.#textOf(chunk)) return null;
    const isThere = known.table.foreignKeys.every(({ toTable, toColumns }) => {
      const parent = this.#tableOf(toTable);
      return parent && toColumns.every((name) => findColumn(parent, name));
    });
    return isThere ? known : null;
  }

  #readKeys(chunk: Chunk, child: Table, all: readonly Chunk[]): ReadKeys {
    const parsed = this.#parsedOf(chunk, all, (other) => this.#knownKeys(other) !== null);
    const names = new Set(parsed.nodes.flatMap(parentsNamedIn));
    names.delete(child.name);
    const tables = [child, ...[...names].flatMap((name) => this.#tableOf(name) ?? [])];
    const session = this.#sessionOn({ ...emptySchema(this.#context.engine), tables });
    const statements = this.#run(parsed, session);
    const [table] = session.schema.tables;
    if (!table) throw new NotAsDumped();
    const found = {
      text: Buffer.from(this.#textOf(chunk)).toString(),
      table,
      blocks: blocksOf(statements, parsed, chunk),
    };
    keysByTable.set(child, found);
    return found;
  }

  /** @throws {NotAsDumped} when a statement was not understood. */
  #run({ nodes, source }: ParsedChunk, session: Session): readonly ReadStatement[] {
    const statements = readStatements(nodes, source, session);
    const isUnderstood = statements.every(
      ({ operations }) =>
        operations.length > 0 && operations.every(({ kind }) => kind !== 'opaque'),
    );
    if (!isUnderstood) throw new NotAsDumped();
    return statements;
  }

  /** Parses a chunk together with all others of its kind that are not known, which is faster than one by one. */
  #parsedOf(chunk: Chunk, all: readonly Chunk[], isKnown: (chunk: Chunk) => boolean): ParsedChunk {
    const parsed = this.#parsed.get(chunk);
    if (parsed) return parsed;
    const unknown = all.filter((other) => other.kind === chunk.kind && !isKnown(other));
    this.#parsed = parsedChunks(unknown, this.#text, this.#parse);
    return (
      this.#parsed.get(chunk) ?? parsedChunks([chunk], this.#text, this.#parse).get(chunk) ?? fail()
    );
  }

  #parseOther(text: string): ParsedChunk {
    const copy = Buffer.from(text).toString();
    const chunk = {
      kind: 'other',
      child: null,
      statements: 1,
      start: 0,
      end: copy.length,
    } as const;
    const parsed = parsedChunks([chunk], copy, this.#parse).get(chunk) ?? fail();
    otherStatements.set(copy, parsed);
    return parsed;
  }

  #bringUpToDate(): void {
    this.#session.schema = { ...this.#session.schema, tables: [...this.#tables] };
  }

  #takeTables(tables: readonly Table[]): void {
    this.#tables = [...tables];
    this.#places = new Map(tables.map(({ name }, at) => [name, at]));
  }

  #layout(dump: ChunkedDump, blocks: readonly SchemaFileBlock[]): readonly SchemaFileBlock[] {
    const layout = [block('preamble', 0, dump.bodyStart)];
    let at = dump.bodyStart;
    for (const own of blocks) {
      if (own.start > at) layout.push(...gap(this.#text, at, own.start));
      layout.push(own);
      at = own.end;
    }
    layout.push(...gap(this.#text, at, dump.bodyEnd));
    layout.push(block('end', dump.bodyEnd, this.#text.length));
    return layout;
  }
}

const READERS: {
  readonly [K in Chunk['kind']]: (
    reading: DumpReading,
    chunk: Chunk,
    all: readonly Chunk[],
  ) => readonly SchemaFileBlock[];
} = {
  table: (reading, chunk, all) => reading.table(chunk, all),
  foreignKeys: (reading, chunk, all) => reading.foreignKeys(chunk, all),
  other: (reading, chunk) => reading.other(chunk),
};
