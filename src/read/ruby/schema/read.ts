import { BlockNode, type Node, StatementsNode } from '@ruby/prism/src/nodes.js';
import { dumpVersionOf } from '../../../dialect/rails/dump-version.ts';
import { DEFAULT_INFLECTIONS, type Inflections } from '../../../dialect/rails/inflections.ts';
import type { Engine, RailsVersion } from '../../../model/engine.ts';
import { InputError } from '../../../model/errors.ts';
import { own } from '../../../model/own.ts';
import { emptySchema, type OpaqueStatement, type Schema } from '../../../model/schema.ts';
import type { SchemaFile } from '../../../model/schema-file.ts';
import { COMMANDS } from '../commands/index.ts';
import { type Call, withOptions } from '../evaluate/call.ts';
import { newEnvironment } from '../evaluate/class-environment.ts';
import { Evaluator, type Host } from '../evaluate/evaluator.ts';
import { Scope } from '../evaluate/scope.ts';
import { LimitReached, RaiseSignal, TOO_MANY_STEPS } from '../evaluate/signals.ts';
import { float, NIL, type ObjectValue, unknown, type Value } from '../evaluate/values.ts';
import { Session } from '../session.ts';
import { loadRubyParser, type RubySource } from '../source.ts';
import { readHeader } from './header.ts';
import { layoutOf, type ReadStatement } from './layout.ts';

/** Takes a `schema.rb` apart: the schema that it defines, and where in the text it does so. */
export async function readSchemaRb(
  text: string,
  path: string,
  options: {
    readonly engine: Engine;
    /** Version of the project, for files of the form without brackets; null when not known. */
    readonly rails: RailsVersion | null;
    /** Those of the project, which tell the columns that the dump leaves out; Rails' own when not given. */
    readonly inflections?: Inflections;
  },
): Promise<SchemaFile> {
  const parse = await loadRubyParser();
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
  const statements = readStatements(body, source, session);
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
  return { path, text, schema, rails: header.rails, layout: layoutOf(source, header, statements) };
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

function readStatements(
  body: Node | null,
  source: RubySource,
  session: Session,
): readonly ReadStatement[] {
  const host = schemaHost(session);
  const self: ObjectValue = { kind: 'object', name: 'schema', call: () => undefined };
  const environment = newEnvironment('class', 'ActiveRecord::Schema', source, null, null);
  const receiver = { value: self, find: () => null, instanceVariables: new Map() };
  const frame = { classEnvironment: environment, receiver, block: null, running: null };
  const scope = new Scope(frame);
  const nodes = body instanceof StatementsNode ? body.body : body ? [body] : [];
  return nodes.map((node) => {
    const before = session.operations.length;
    // A schema of many tables is no loop: the bounds hold for each statement.
    readStatement(node, source, scope, new Evaluator(host), session);
    return { node, operations: session.operations.slice(before) };
  });
}

function readStatement(
  node: Node,
  source: RubySource,
  scope: Scope,
  evaluator: Evaluator,
  session: Session,
): void {
  try {
    evaluator.report(evaluator.run(node, scope), scope);
  } catch (error) {
    if (error instanceof RangeError) {
      session.opaque({ node, source }, TOO_MANY_STEPS);
    } else if (error instanceof LimitReached || error instanceof RaiseSignal) {
      session.opaque({ node, source }, error.message || 'it raises');
    } else if (error instanceof InputError) {
      // A dump that contradicts itself, such as one merged by hand: shown, and the rest is read.
      session.opaque({ node, source }, error.message);
    } else throw error;
  }
}

function schemaHost(session: Session): Host {
  return {
    call: (call: Call): Value | undefined => {
      const command = own(COMMANDS, call.name);
      if (!command || call.receiver !== null) return undefined;
      return command(withOptions(call), session) ?? NIL;
    },
    constant: (name) =>
      name === 'Float::INFINITY'
        ? float(Number.POSITIVE_INFINITY)
        : unknown(`${name} is not defined in a schema file`),
    classOf: (environment) => ({ kind: 'class', name: environment.name, environment }),
    elsewhere: (_call, _method, body) => body(),
    opaque: (node, { reason }, source) => session.opaque({ node, source }, reason),
    setCondition: (conditions) => {
      session.conditions = conditions;
    },
  };
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
