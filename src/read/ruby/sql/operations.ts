import type { OperationBody } from '../../../model/operation.ts';
import { mysqlOperations } from '../../mysql/statements/index.ts';
import { postgresqlOperations } from '../../postgresql/statements/index.ts';
import { sqliteOperations } from '../../sqlite/statements/index.ts';
import type { Session } from '../session.ts';
import { mysqlScope } from './mysql-scope.ts';
import { withSpatialTypes } from './spatial-types.ts';
import { asDumpedOfSqlite } from './sqlite-as-dumped.ts';
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
  if (session.dialect.engine === 'mysql') {
    for (const { body, impliedBy, statement } of mysqlOperations(sql, mysqlScope(session))) {
      const dumped = { ...withDumpedViews(body, session), statement: statement.text };
      yield impliedBy === null ? dumped : { ...dumped, impliedBy };
    }
    return;
  }
  for (const { body, impliedBy, statement } of sqliteOperations(sql, session, 'first')) {
    const seen = asDumpedOfSqlite(body, statement.text, session);
    const dumped = { ...withDumpedViews(seen, session), statement: statement.text };
    yield impliedBy === null ? dumped : { ...dumped, impliedBy };
  }
}
