import type { Node } from '@ruby/prism/src/nodes.js';
import { InputError } from '../../../model/errors.ts';
import type { Operation } from '../../../model/operation.ts';
import { own } from '../../../model/own.ts';
import { COMMANDS } from '../commands/index.ts';
import { type Call, withOptions } from '../evaluate/call.ts';
import { newEnvironment } from '../evaluate/class-environment.ts';
import { Evaluator, type Host } from '../evaluate/evaluator.ts';
import { Scope } from '../evaluate/scope.ts';
import { LimitReached, RaiseSignal, TOO_MANY_STEPS } from '../evaluate/signals.ts';
import { float, NIL, type ObjectValue, unknown, type Value } from '../evaluate/values.ts';
import type { Session } from '../session.ts';
import type { RubySource } from '../source.ts';
import type { ReadStatement } from './layout.ts';

/** Runs the statements of a schema file on the session's schema, and says what each asked for. */
export function readStatements(
  nodes: readonly Node[],
  source: RubySource,
  session: Session,
): readonly ReadStatement[] {
  const host = schemaHost(session);
  const self: ObjectValue = { kind: 'object', name: 'schema', call: () => undefined };
  const environment = newEnvironment('class', 'ActiveRecord::Schema', source, null, null);
  const receiver = { value: self, find: () => null, instanceVariables: new Map() };
  const frame = { classEnvironment: environment, receiver, block: null, running: null };
  const scope = new Scope(frame);
  return nodes.map((node) => {
    const before = session.operations.length;
    // A schema of many tables is no loop: the bounds hold for each statement.
    readStatement(node, source, scope, new Evaluator(host), session);
    const operations = session.operations.slice(before);
    for (const operation of operations) keepAsPrinted(operation, session);
    return { node, operations };
  });
}

/**
 * A dump of MySQL gives expressions as the server printed them. Developers' servers differ, so that
 * a table of MariaDB can stand among those of MySQL: what it says is not printed anew.
 */
function keepAsPrinted(operation: Operation, session: Session): void {
  const { schema } = session;
  if (operation.kind !== 'createTable' || schema.engine !== 'mysql') return;
  const created = schema.tables.at(-1);
  if (created?.name !== operation.table.name) return;
  session.schema = { ...schema, tables: schema.tables.with(-1, operation.table) };
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
    responds: (name) => own(COMMANDS, name) !== undefined,
    elsewhere: (_call, _method, body) => body(),
    opaque: (node, { reason }, source) => session.opaque({ node, source }, reason),
    setCondition: (conditions) => {
      session.conditions = conditions;
    },
  };
}
