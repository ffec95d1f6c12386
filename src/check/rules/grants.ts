import type { OperationOf } from '../../model/operation.ts';
import type { RuleContext } from '../context.ts';
import { namesAll } from '../dependencies/naming.ts';
import { defineRule } from '../rule.ts';

export const grants = defineRule({
  id: 'grants',
  title: 'Who may do what changes',
  engines: ['postgresql', 'mysql'],
  severity: 'danger',
  on: ['createObject', 'dropObject', 'runSql'],
  docs: {
    why: 'A privilege that goes makes the statements of its role fail at once; one too many lets a role read or write what it must not, and nothing shows it. The owner of an object alone may alter it later. Schema files hold no privileges, so that other environments do not get them.',
    instead:
      'Have the owner of the data sign it, and try the statements of the role before and after.',
    reference: 'https://www.postgresql.org/docs/current/ddl-priv.html',
    references: { mysql: 'https://dev.mysql.com/doc/refman/8.0/en/privileges-provided.html' },
  },
  check(operation, context) {
    const statement = statementOf(operation);
    if (statement === null) return null;
    const everybody = /^\s*GRANT\b.*\bTO\b.*\bPUBLIC\b/is.test(statement);
    if (!everybody && isAboutNewTable(statement, context)) return null;
    return {
      table: tableIn(statement, context),
      severity: everybody ? 'danger' : 'warning',
      message: `${shortened(statement)} changes who may do what${everybody ? ', for every role there is and will be' : ''}.`,
      instead:
        'Have the owner of the data sign it, with the roles that gain and lose by it, and keep the statement that takes it back.',
    };
  },
});

const PRIVILEGES =
  /^\s*(?:GRANT|REVOKE|ALTER\s+DEFAULT\s+PRIVILEGES|(?:CREATE|ALTER|DROP)\s+(?:ROLE|USER|GROUP)(?!\s+MAPPING)|REASSIGN\s+OWNED|ALTER\b.*\bOWNER\s+TO)\b/is;

/** The statement when it is about privileges, roles or an owner; null for every other operation. */
function statementOf(
  operation: OperationOf<'createObject' | 'dropObject' | 'runSql'>,
): string | null {
  if (operation.kind === 'runSql') return PRIVILEGES.test(operation.text) ? operation.text : null;
  const [type, text] =
    operation.kind === 'createObject'
      ? [operation.object.type, operation.object.definition]
      : [operation.type, `Dropping ${operation.name}`];
  return type === 'grant' || type === 'owner' || type === 'defaultPrivilege' ? text : null;
}

function tableIn(statement: string, { after, engine }: RuleContext): string | null {
  const named = after.tables.find(({ name }) => namesAll(statement, [name], engine));
  return named?.name ?? null;
}

/** What roles may do with a table is part of creating it. */
function isAboutNewTable(statement: string, context: RuleContext): boolean {
  const table = tableIn(statement, context);
  return table !== null && context.isNewTable(table);
}

function shortened(statement: string): string {
  const line = statement.replace(/\s+/g, ' ').trim().replace(/;$/, '');
  // A password can stand in it.
  const safe = line.replace(/\b(PASSWORD|IDENTIFIED\b.*?\bBY)\s+(?:'(?:[^']|'')*'|\S+)/i, '$1 …');
  return safe.length > 100 ? `${safe.slice(0, 99)}…` : safe;
}
