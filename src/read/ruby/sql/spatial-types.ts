import type { OperationBody } from '../../../model/operation.ts';
import type { Column } from '../../../model/schema.ts';
import { spatialType } from '../commands/columns/spatial.ts';
import type { Session } from '../session.ts';

/** The operation with PostGIS' types as the adapter dumps them: `geometry` with options of its own. */
export function withSpatialTypes(body: OperationBody, session: Session): OperationBody {
  if (session.dumpsSql) return body;
  const dumped = (column: Column): Column => ({ ...column, ...spatialType(column.type, session) });
  switch (body.kind) {
    case 'addColumn':
    case 'setColumn':
      return { ...body, column: dumped(body.column) };
    case 'createTable':
      return { ...body, table: { ...body.table, columns: body.table.columns.map(dumped) } };
    default:
      return body;
  }
}
