import { CallNode, type ClassNode } from '@ruby/prism/src/nodes.js';
import { own } from '../../../model/own.ts';
import { COMMANDS } from '../commands/index.ts';
import { statementsOf } from './class-body.ts';

/**
 * Calls outside of any method that change the schema: `ActiveRecord::Migration.method_missing`
 * passes them to an instance, so they run when Rails loads the file, in either direction.
 */
export function bodyCommands(node: ClassNode): readonly CallNode[] {
  return statementsOf(node.body).flatMap((statement) =>
    statement instanceof CallNode && statement.receiver === null && isCommand(statement.name)
      ? [statement]
      : [],
  );
}

function isCommand(name: string): boolean {
  return name === 'execute' || own(COMMANDS, name) !== undefined;
}
