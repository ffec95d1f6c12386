import type { Operation } from '../../model/operation.ts';
import { formatLocation } from '../../model/source.ts';
import type { RuleContext } from '../context.ts';
import { defineRule } from '../rule.ts';
import { statementText } from '../statement-text.ts';
import { statementWords } from '../statement-words.ts';

export const schemaQualification = defineRule({
  id: 'schema-qualification',
  title: 'Where the object lands is left to search_path',
  engines: ['postgresql'],
  severity: 'info',
  on: [
    'createTable',
    'createView',
    'createFunction',
    'createSequence',
    'createEnum',
    'createDomain',
  ],
  docs: {
    why: 'PostgreSQL makes an object without a schema in its name in the first schema of search_path. That setting differs between the roles that run migrations, and a SET of an earlier statement stays in force: the object can land in another schema than its author meant.',
    instead: 'Write the schema in front of the name.',
    reference: 'https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-PATH',
  },
  check(operation, context) {
    if (operation.impliedBy !== null) return null;
    const name = unqualifiedName(operation, context);
    const because = name === null ? null : reasonOf(context);
    if (name === null || because === null) return null;
    return {
      message: `${name} is created without a schema in its name, ${because}.`,
      instead: `Write the schema in front of ${name}, such as public.${name}.`,
    };
  },
});

/** The name that a statement of SQL gives without a schema; null for others, and where Ruby creates. */
function unqualifiedName(operation: Operation, context: RuleContext): string | null {
  const words = statementWords(statementText(operation, context), context.engine);
  const kind = words.findIndex(({ word }) => OBJECT_WORDS.has(word));
  if (words[0]?.word !== 'CREATE' || kind < 0) return null;
  // Temporary objects have a schema of their own.
  if (words.slice(1, kind).some(({ word }) => word === 'TEMP' || word === 'TEMPORARY')) return null;
  let at = kind + 1;
  while (PASSED.has(words[at]?.word ?? '')) at += 1;
  const name = words[at]?.name ?? '';
  return name === '' || words[at + 1]?.text === '.' ? null : name;
}

const OBJECT_WORDS: ReadonlySet<string> = new Set([
  ...['TABLE', 'VIEW', 'FUNCTION', 'PROCEDURE', 'SEQUENCE', 'TYPE', 'DOMAIN'],
]);
const PASSED: ReadonlySet<string> = new Set(['IF', 'NOT', 'EXISTS']);

/** Why it is open where an object without a schema lands, a clause; null where there is one schema alone. */
function reasonOf({ earlier, before, migration }: RuleContext): string | null {
  const set = earlier.findLast(
    ({ operation }) => operation.kind === 'runSql' && /\bsearch_path\b/i.test(operation.text),
  );
  if (set) return `and search_path was set before it (${formatLocation(set.operation.source)})`;
  const namespaces = before.namespaces.filter((each) =>
    before.tables.some(({ name }) => name.startsWith(`${each}.`)),
  );
  if (namespaces.length === 0 || migration.tool === 'rails') return null;
  return `and the database has tables in ${['public', ...namespaces].join(', ')}`;
}
