import type { RuleContext } from '../context.ts';
import type { Link } from '../dependencies/link.ts';
import { functionUserLinks } from '../dependencies/object-links.ts';
import { withoutArguments } from '../dependencies/program-links.ts';
import { type Classified, classified, mandatoryIf } from './entry.ts';

/** What runs a function without anyone naming it. */
const RUNS_IT: readonly Link['relation'][] = [
  'index',
  'generatedColumn',
  'checkConstraint',
  'policy',
  'trigger',
];

/** A function that is created, replaced or dropped. */
export function functionChange(signature: string, { before, readSql }: RuleContext): Classified {
  const name = withoutArguments(signature);
  const isThere = before.functions.some((each) => withoutArguments(each.name) === name);
  const users = functionUserLinks(signature, { schema: before, read: readSql }).filter(
    ({ direction, relation }) => direction === 'usedBy' && RUNS_IT.includes(relation),
  );
  const list = users.map(({ other }) => other).join(', ');
  return classified(
    'function',
    `no engine knows which queries call ${name}`,
    mandatoryIf(
      isThere && users.length > 0,
      `${list} ${users.length === 1 ? 'uses' : 'use'} ${name}`,
    ),
  );
}
