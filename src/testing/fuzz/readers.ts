import { readFileSync } from 'node:fs';
import type { Engine } from '../../model/engine.ts';
import { InputError } from '../../model/errors.ts';
import type { SqlMigrationTool } from '../../model/migration-tool.ts';
import type { Schema } from '../../model/schema.ts';

/** A way into migdocs for a file that nobody has checked. */
export interface FuzzedReader {
  readonly name: string;
  /** Names of the files in `samples/` that it is fed with, broken. */
  readonly samples: readonly string[];
  /** @throws {InputError} on a text that it refuses; anything else is a defect. */
  readonly read: (text: string) => Promise<unknown>;
}

export const READERS: readonly FuzzedReader[] = [
  { name: 'schema.rb', samples: ['schema.rb', 'migration.rb'], read: readRuby },
  { name: 'Ruby migration', samples: ['migration.rb', 'schema.rb'], read: readRubyMigration },
  ...sqlReaders('postgresql', 'dbmate'),
  ...sqlReaders('mysql', 'goose'),
  ...sqlReaders('sqlite', 'plain'),
];

/** The readers of SQL for one engine: schema files, `execute` of Ruby migrations, SQL migrations. */
function sqlReaders(engine: Engine, tool: SqlMigrationTool): readonly FuzzedReader[] {
  const [structure, script] = [`structure.${engine}.sql`, `script.${engine}.sql`];
  return [
    {
      name: `structure.sql of ${engine}`,
      samples: [structure, structure, script],
      read: async (text) => readStructure(text, engine),
    },
    {
      name: `execute on ${engine}`,
      samples: [script, script, structure],
      read: async (text) => readRubyMigration(withExecute(text), await schemaOf(engine)),
    },
    {
      name: `SQL migration on ${engine}`,
      samples: [script, script, structure],
      read: async (text) => readSqlMigration(text, tool, await schemaOf(engine)),
    },
  ];
}

/** The file of `samples/` as it is whole. */
export function sample(name: string): string {
  return readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8');
}

async function readRuby(text: string): Promise<Schema> {
  const { readSchemaRb } = await import('../../read/ruby/index.ts');
  return (await readSchemaRb(text, 'db/schema.rb', { engine: 'postgresql', rails: null })).schema;
}

let ofRuby: Schema | null = null;

async function readRubyMigration(text: string, before?: Schema): Promise<unknown> {
  const { readMigrations } = await import('../../read/ruby/index.ts');
  ofRuby ??= await readRuby(sample('schema.rb'));
  const files = [{ path: 'db/migrate/20260301000000_change_much.rb', text }];
  const project = { read: () => null, list: () => [] };
  return readMigrations(files, before ?? ofRuby, { rails: { major: 7, minor: 1 }, project });
}

/** A quoted here-document takes any text as it is, up to a line with its name alone. */
function withExecute(sql: string): string {
  const body = sql.replaceAll(/^\s*END_OF_SQL\s*$/gm, '');
  return `class ChangeMuch < ActiveRecord::Migration[7.1]\n  def up\n    execute <<-'END_OF_SQL'\n${body}\n    END_OF_SQL\n  end\nend\n`;
}

async function readStructure(text: string, engine: Engine): Promise<Schema> {
  const { readSchemaFile } = await import('../../read/schema-file.ts');
  return (await readSchemaFile(text, 'db/structure.sql', { engine, rails: null })).schema;
}

const schemas = new Map<Engine, Schema>();

/** What the whole sample of the engine's structure.sql holds. */
async function schemaOf(engine: Engine): Promise<Schema> {
  const known =
    schemas.get(engine) ?? (await readStructure(sample(`structure.${engine}.sql`), engine));
  schemas.set(engine, known);
  return known;
}

async function readSqlMigration(text: string, tool: SqlMigrationTool, before: Schema) {
  const { readSqlMigrations, readSqlRollback } = await import('../../read/sql-migrations/read.ts');
  const file = {
    ...({ path: 'migrations/1_change.sql', text, tool, version: '1', name: 'change' } as const),
    ...{ down: null, transaction: null, variables: {}, replacesPlaceholders: true },
  };
  const { after } = await readSqlMigrations([file], before);
  return readSqlRollback(file, after);
}

/** What came of a broken file: null for a result or a refusal, else the error that it ended in. */
export async function defectOf(reader: FuzzedReader, text: string): Promise<string | null> {
  try {
    await reader.read(text);
    return null;
  } catch (error) {
    if (error instanceof InputError) return null;
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
