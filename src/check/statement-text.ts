import type { Operation } from '../model/operation.ts';
import type { RuleContext } from './context.ts';

/**
 * The text of a statement, to the end of its last line; empty where it stands in another file than
 * the migration.
 */
export function statementText({ source }: Operation, { migration }: RuleContext): string {
  if (source.path !== migration.path) return '';
  const [first = '', ...rest] = migration.text.split('\n').slice(source.line - 1, source.endLine);
  return [first.slice(source.column - 1), ...rest].join('\n');
}
