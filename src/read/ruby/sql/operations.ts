import type { OperationBody } from '../../../model/operation.ts';
import { postgresqlOperations } from '../../postgresql/statements/index.ts';
import type { Session } from '../session.ts';
import { tablesNamedInText } from '../tables-named.ts';
import { alterTable } from './alter-table.ts';
import { SqlReader } from './reader.ts';
import { rowsOperation, sessionStatement } from './rows.ts';
import { withSpatialTypes } from './spatial-types.ts';
import { standAlone } from './stand-alone.ts';
import { type SqlStatement, splitStatements } from './statements.ts';
import { withDumpedViews } from './undumped-views.ts';

/** One operation that SQL in a migration asks for, or makes the server do along. */
export type SqlBody = OperationBody & {
  /** The statement that asks for it, as it was written. */
  readonly statement: string;
  /** What caused an operation that the SQL does not name. */
  readonly impliedBy?: string;
};

/**
 * What SQL inside of a migration asks for, statement by statement. Only what is certain is
 * understood; all else is opaque, with the tables that it names. Each operation is read over the
 * schema as it is when it is asked for, so that the one before is to be applied first.
 */
export function* sqlOperations(sql: string, session: Session): Generator<SqlBody> {
  if (session.dialect.engine === 'postgresql') {
    for (const { body, impliedBy, statement } of postgresqlOperations(sql, session)) {
      const seen = withDumpedViews(withSpatialTypes(body, session), session);
      const dumped = { ...seen, statement: statement.text };
      yield impliedBy === null ? dumped : { ...dumped, impliedBy };
    }
    return;
  }
  for (const statement of splitStatements(sql, session.dialect.engine)) {
    for (const body of operationsOf(statement, session)) {
      yield { ...withDumpedViews(body, session), statement: statement.text };
    }
  }
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
