import { nodeOf } from '../nodes.ts';
import type { ParsedStatement } from '../parse.ts';

/** How many rows INSERT … VALUES writes; 1 where that is not known, null when it is no INSERT. */
export function rowsOfInsert({ node }: ParsedStatement): number | null {
  const insert = node === null ? null : nodeOf(node, 'InsertStmt');
  if (!insert) return null;
  return nodeOf(insert.selectStmt, 'SelectStmt')?.valuesLists?.length ?? 1;
}

/** How many rows the data behind COPY holds: its lines without the closing `\.`. */
export function rowsOfData(data: string): number {
  return linesOf(data).length;
}

/** The lines of the data, up to the closing `\.`. */
export function linesOf(data: string): readonly string[] {
  const lines = data.split(/\r?\n/);
  const end = lines.findIndex((line) => /^\\\.\s*$/.test(line));
  const rows = end < 0 ? lines : lines.slice(0, end);
  return rows.at(-1) === '' ? rows.slice(0, -1) : rows;
}
