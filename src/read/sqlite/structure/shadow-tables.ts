import type { OperationBody } from '../../../model/operation.ts';
import type { Schema } from '../../../model/schema.ts';

/** The tables in which FTS3 and FTS4, which this build lacks, keep their index. */
const SHADOWS = /^(.+)_(?:content|segments|segdir|docsize|stat)$/i;

/**
 * True for a table that a virtual table made for itself. SQLite knows those of the modules that it
 * has; a dump holds the others like any table.
 *
 * @see {@link https://www.sqlite.org/fts3.html#shadow_tables | Shadow tables}
 */
export function isShadowTable(body: OperationBody, schema: Schema): boolean {
  if (body.kind !== 'createTable') return false;
  const owner = SHADOWS.exec(body.table.name)?.[1]?.toLowerCase();
  return schema.virtualTables.some(
    ({ name, module }) => name.toLowerCase() === owner && /^fts[34]$/i.test(module),
  );
}
