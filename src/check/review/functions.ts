import type { Schema } from '../../model/schema.ts';
import type { RuleContext } from '../context.ts';
import { namesAll } from '../dependencies/naming.ts';
import { type Classified, classified, mandatoryIf } from './entry.ts';

/** A function that is created, replaced or dropped. */
export function functionChange(signature: string, { before }: RuleContext): Classified {
  const name = signature.replace(/\(.*$/s, '');
  const there = before.functions.some((each) => each.name.replace(/\(.*$/s, '') === name);
  const users = there ? whoCalls(before, name) : [];
  return classified(
    'function',
    `no engine knows which queries call ${name}`,
    mandatoryIf(users.length > 0, `${users.join(', ')} uses ${name}`),
  );
}

/** What runs the function without anyone naming it: indexes, columns, checks, policies, triggers. */
function whoCalls(schema: Schema, name: string): readonly string[] {
  const calls = (sql: string | null | undefined) =>
    sql ? namesAll(sql, [name], schema.engine) : false;
  const parts = schema.tables.flatMap((table) => [
    ...table.indexes
      .filter((index) => calls(index.where) || index.parts.some((part) => calls(part.expression)))
      .map((index) => index.name),
    ...table.columns
      .filter(({ generated }) => calls(generated?.expression))
      .map((column) => `${table.name}.${column.name}`),
    ...table.checkConstraints
      .filter(({ expression }) => calls(expression))
      .map((each) => each.name),
  ]);
  const objects = [...schema.policies, ...schema.triggers].filter(({ definition }) =>
    calls(definition),
  );
  return [...parts, ...objects.map((each) => each.name)];
}
