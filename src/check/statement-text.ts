import type { Operation } from '../model/operation.ts';
import type { RuleContext } from './context.ts';

/** The text of the migration from where a statement begins; empty where it stands in another file. */
export function statementText({ source }: Operation, { migration }: RuleContext): string {
  if (source.path !== migration.path) return '';
  const [first = '', ...rest] = migration.text.split('\n').slice(source.line - 1, source.endLine);
  return [first.slice(source.column - 1), ...rest].join('\n');
}
