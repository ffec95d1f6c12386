import { CallNode, type Node } from '@ruby/prism/src/nodes.js';
import { own } from '../../../model/own.ts';
import { COMMANDS } from '../commands/index.ts';

/**
 * Calls outside of any method that change the schema: `ActiveRecord::Migration.method_missing`
 * passes them to an instance, so they run when Rails loads the file, in either direction.
 */
export function bodyCommands(body: readonly Node[]): readonly CallNode[] {
  return body.flatMap((statement) =>
    statement instanceof CallNode && statement.receiver === null && isCommand(statement.name)
      ? [statement]
      : [],
  );
}

/** Methods of migrations besides the commands that schema files have too. */
const OTHERS: ReadonlySet<string> = new Set(['change_table', 'execute', 'safety_assured']);

function isCommand(name: string): boolean {
  return OTHERS.has(name) || own(COMMANDS, name) !== undefined;
}

/** The `include` or `extend` by which a class gets methods from a module of another file; null for none. */
export function mixinOf(body: readonly Node[]): CallNode | null {
  const found = body.find(
    (statement) =>
      statement instanceof CallNode &&
      statement.receiver === null &&
      /^(?:include|extend|prepend)$/.test(statement.name),
  );
  return found instanceof CallNode ? found : null;
}
