import type { RangeVar } from '@pgsql/types';
import { bareName } from '../../../dialect/sql-names.ts';
import { relationName } from '../names.ts';
import { nodeOf, nodesOf, textsOf } from '../nodes.ts';
import type { ParsedStatement } from '../parse.ts';
import { linesOf } from './rows.ts';

/** Active Record's table of migrations, which dbmate and others call the same. */
const TABLE = 'schema_migrations';

/** The versions that an INSERT records; null when it writes into another table. */
export function versionsOfInsert({ node }: ParsedStatement): readonly string[] | null {
  const insert = node === null ? null : nodeOf(node, 'InsertStmt');
  if (!insert || !isVersions(insert.relation)) return null;
  const columns = nodesOf(insert.cols, 'ResTarget').map(({ name }) => name ?? '');
  const place = Math.max(columns.indexOf('version'), 0);
  const lists = nodeOf(insert.selectStmt, 'SelectStmt')?.valuesLists;
  if (!lists) return null;
  return nodesOf(lists, 'List').flatMap(({ items = [] }) => {
    const constant = nodeOf(items[place], 'A_Const');
    const version = constant?.sval?.sval ?? constant?.ival?.ival ?? constant?.fval?.fval;
    return version === undefined ? [] : [String(version)];
  });
}

/** The versions in the data behind COPY; null when it is that of another table. */
export function versionsOfData({ node }: ParsedStatement, data: string): readonly string[] | null {
  const copy = node === null ? null : nodeOf(node, 'CopyStmt');
  if (!copy || !isVersions(copy.relation)) return null;
  const place = Math.max(textsOf(copy.attlist).indexOf('version'), 0);
  return linesOf(data).flatMap((line) => line.split('\t')[place] ?? []);
}

function isVersions(relation: RangeVar | undefined): boolean {
  return bareName(relationName(relation)) === TABLE;
}
