import type { Operation, OperationBody } from '../../../model/operation.ts';
import { tablesNamedInText } from '../../tables-in-text.ts';
import { NotTold } from '../not-told.ts';
import { type MysqlScope, serverIn } from '../scope.ts';
import { splitStatements } from '../tokens/split.ts';
import { alter } from './alter.ts';
import { create } from './create.ts';
import { drop } from './drop.ts';
import { renameTable } from './rename-table.ts';
import { rowsOperation, sessionStatement } from './rows.ts';
import { type Bodies, MysqlStatement, type Told } from './statement.ts';

/** One operation that SQL asks for, and the statement that does. */
export interface SqlOperation {
  readonly body: OperationBody & Pick<Operation, 'online' | 'joined'>;
  /** What caused an operation that the statement does not name; null when it does. */
  readonly impliedBy: string | null;
  readonly statement: MysqlStatement;
}

/**
 * What SQL for MySQL or MariaDB asks for, statement by statement. What is not understood is opaque.
 *
 * @param scope - asked for the schema before each operation: the caller applies one before it
 *   takes the next.
 */
export function* mysqlOperations(sql: string, scope: MysqlScope): Generator<SqlOperation> {
  for (const span of splitStatements(sql)) {
    if (span.kind === 'client') continue;
    const statement = new MysqlStatement(sql, span, serverIn(scope));
    if (statement.tokens.length === 0) continue;
    for (const { impliedBy, ...body } of statementBodies(statement, scope)) {
      yield { body, impliedBy: impliedBy ?? null, statement };
    }
  }
}

/** What one statement asks for; a part of it that is not told leaves the rest as it is. */
export function* statementBodies(statement: MysqlStatement, scope: MysqlScope): Generator<Told> {
  try {
    yield* bodiesOf(statement, scope);
  } catch (error) {
    if (!(error instanceof NotTold)) throw error;
    const { text } = statement;
    const touches = tablesNamedInText(text, scope.schema);
    yield { kind: 'opaque', text, language: 'sql', reason: error.reason, touches };
  }
}

function bodiesOf(statement: MysqlStatement, scope: MysqlScope): Bodies {
  const plain = rowsOperation(statement) ?? sessionStatement(statement);
  if (plain) return [plain];
  const reader = statement.read();
  if (reader.sees('CREATE')) return create(statement, scope);
  if (reader.sees('DROP')) return drop(statement, scope);
  if (reader.sees('RENAME')) return renameTable(statement, scope);
  if (reader.sees('ALTER')) return alter(statement, scope);
  throw new NotTold('it is SQL that migdocs does not turn into a change of the schema');
}
