import type { OperationBody } from '../../../model/operation.ts';
import type { Session } from '../session.ts';
import { tablesNamedInText } from '../tables-named.ts';
import { alterTable } from './alter-table.ts';
import { SqlReader } from './reader.ts';
import { rowsOperation, sessionStatement } from './rows.ts';
import { standAlone } from './stand-alone.ts';
import { type SqlStatement, splitStatements } from './statements.ts';

/**
 * What SQL inside of a migration asks for, statement by statement. Only what is certain is
 * understood; all else is opaque, with the tables that it names.
 */
export function sqlOperations(sql: string, session: Session): readonly OperationBody[] {
  return splitStatements(sql, session.dialect.engine).flatMap((statement) =>
    operationsOf(statement, session),
  );
}

function operationsOf(statement: SqlStatement, session: Session): readonly OperationBody[] {
  const single =
    rowsOperation(statement, session) ??
    sessionStatement(statement) ??
    standAlone(new SqlReader(statement.tokens), statement, session);
  if (single) return [single];
  const actions = alterTable(new SqlReader(statement.tokens), session);
  if (actions) return actions;
  return [
    {
      kind: 'opaque',
      text: statement.text,
      language: 'sql',
      reason: 'it is SQL that migdocs does not turn into a change of the schema',
      touches: tablesNamedInText(statement.text, session.schema),
    },
  ];
}
