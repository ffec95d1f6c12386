import { qualifiedDefinition } from '../../../../dialect/postgresql/qualified-names.ts';
import { qualifiedComment } from '../head/comment.ts';
import { Cursor } from '../head/cursor.ts';
import { routineHead } from '../head/reads.ts';
import { quoted } from '../names.ts';
import { splitList } from './arguments.ts';
import type { PrintContext } from './context.ts';
import type { Entry } from './entry.ts';

const ROUTINES = ['FUNCTION', 'PROCEDURE', 'AGGREGATE'] as const;

/**
 * COMMENT ON with the object's name qualified. A function is named with its arguments as they are
 * declared, defaults aside (pg_get_function_identity_arguments).
 */
export function commentText(
  definition: string,
  made: readonly Entry[],
  context: PrintContext,
): string {
  const cursor = new Cursor(definition, 'public');
  cursor.take('COMMENT', 'ON');
  const kind = ROUTINES.find((word) => cursor.take(word));
  if (kind === undefined) return qualifiedComment(definition);
  const name = cursor.name();
  const { key } = routineHead(kind, name, cursor.enclosed() ?? '');
  const routine = made.find(({ head }) => head.key === key);
  if (!routine || !cursor.take('IS')) return qualifiedDefinition(definition, context.known);
  const args = identityArguments(routine.text).join(', ');
  const object = `${quoted(name.namespace)}.${quoted(name.name)}(${args})`;
  return `COMMENT ON ${kind} ${object} IS ${cursor.before(';')}`;
}

/** The arguments of a printed CREATE FUNCTION without their defaults. */
export function identityArguments(sql: string): readonly string[] {
  const cursor = new Cursor(sql, 'public');
  cursor.take('CREATE');
  cursor.skip();
  cursor.name();
  return splitList(cursor.enclosed() ?? '').map((argument) =>
    argument.replace(/ DEFAULT [\s\S]*$/, ''),
  );
}
