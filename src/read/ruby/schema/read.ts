import { BlockNode, StatementsNode } from '@ruby/prism/src/nodes.js';
import { dumpVersionOf } from '../../../dialect/rails/dump-version.ts';
import {
  DEFAULT_INFLECTIONS,
  type Inflections,
  inflectionsKey,
} from '../../../dialect/rails/inflections.ts';
import type { Engine, RailsVersion } from '../../../model/engine.ts';
import { emptySchema, type OpaqueStatement, type Schema } from '../../../model/schema.ts';
import type { RubySchemaFile } from '../../../model/schema-file.ts';
import { Session } from '../session.ts';
import { loadRubyParser, type RubyParser, type RubySource } from '../source.ts';
import { chunksOf } from './chunks.ts';
import { readHeader } from './header.ts';
import { layoutOf } from './layout.ts';
import { readDump } from './read-dump.ts';
import { readStatements } from './statements.ts';

export interface ReadSchemaRbOptions {
  readonly engine: Engine;
  /** Version of the project, for files of the form without brackets; null when not known. */
  readonly rails: RailsVersion | null;
  /** Those of the project, which tell the columns that the dump leaves out; Rails' own when not given. */
  readonly inflections?: Inflections;
}

/**
 * Takes a `schema.rb` apart: the schema that it defines, and where in the text it does so.
 *
 * Statements are remembered by their text, so that another version of a file costs little more
 * than what changed in it: a file of 200 tables with one changed is read in about a millisecond
 * where the first reading takes thirty. The result is the same, but that unchanged tables are the
 * very same objects as before. What is remembered is bounded, to some 8,000 tables, and lives as
 * long as the process; nothing needs to be passed on or cleared.
 *
 * @throws {InputError} on text that is no Ruby, or no schema file.
 */
export async function readSchemaRb(
  text: string,
  path: string,
  options: ReadSchemaRbOptions,
): Promise<RubySchemaFile> {
  const parse = await loadRubyParser();
  return readByChunks(text, path, options, parse) ?? readWhole(text, path, options, parse);
}

function readByChunks(
  text: string,
  path: string,
  { engine, rails: project, inflections = DEFAULT_INFLECTIONS }: ReadSchemaRbOptions,
  parse: RubyParser,
): RubySchemaFile | null {
  const dump = chunksOf(text);
  if (!dump) return null;
  const rails = dump.rails ?? dumpVersionOf(text, project);
  const key = JSON.stringify([engine, rails, inflectionsKey(inflections)]);
  const read = readDump(text, dump, { engine, rails, inflections, key }, parse);
  if (!read) return null;
  const schema = { ...asListed(read.schema, text), version: dump.version };
  return { format: 'ruby', path, text, schema, rails: dump.rails, layout: read.layout };
}

/** The file parsed as one, which finds the place of everything that is not understood. */
function readWhole(
  text: string,
  path: string,
  options: ReadSchemaRbOptions,
  parse: RubyParser,
): RubySchemaFile {
  const source = parse(text, path);
  const header = readHeader(source);
  const rails = header.rails ?? dumpVersionOf(text, options.rails);
  const session = new Session(emptySchema(options.engine), {
    rails,
    dumped: true,
    project: null,
    inflections: options.inflections ?? DEFAULT_INFLECTIONS,
  });
  const body = header.define.block instanceof BlockNode ? header.define.block.body : null;
  const nodes = body instanceof StatementsNode ? body.body : body ? [body] : [];
  const statements = readStatements(nodes, source, session);
  const opaque = session.operations.flatMap((operation) =>
    operation.kind === 'opaque'
      ? [{ text: operation.text, reason: operation.reason, source: operation.source }]
      : [],
  );
  const schema = {
    ...asListed(session.schema, text),
    version: header.version,
    opaque: [...opaque, ...undumpedTables(source)],
  };
  return {
    format: 'ruby',
    path,
    text,
    schema,
    rails: header.rails,
    layout: layoutOf(source, header, statements),
  };
}

/**
 * The schema without the indexes that MySQL would make for its foreign keys: a dump lists every
 * index that is there, and one written by hand means what it lists.
 */
function asListed(schema: Schema, text: string): Schema {
  const tables = schema.tables.map((table) => {
    const made = new Set(table.foreignKeys.map(({ name }) => name));
    const indexes = table.indexes.filter(
      ({ name }) => !made.has(name) || text.includes(`name: "${name}"`),
    );
    return indexes.length === table.indexes.length ? table : { ...table, indexes };
  });
  return { ...schema, tables };
}

/** Tables that Rails could not dump stand as a comment: `# Could not dump table "t" because of …`. */
function undumpedTables(source: RubySource): readonly OpaqueStatement[] {
  return source.comments.flatMap((extent) => {
    const text = source.text.slice(extent.start, extent.end);
    const match = /^# Could not dump table "(.+)" because of following (.+)/.exec(text);
    if (!match) return [];
    const reason = `Rails could not dump the table ${match[1]}: ${match[2]}`;
    return [{ text, reason, source: source.locationAt(extent) }];
  });
}
