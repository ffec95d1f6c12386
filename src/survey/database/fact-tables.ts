import type { SurveyedColumn, SurveyedTable } from '../../model/survey.ts';

/** What is known of an index so far. */
interface FactIndex {
  bytes: number | null;
  scans: number | null;
  readonly valid: boolean;
}

/** What is known of a table so far. */
interface FactTable {
  readonly partitionOf: string | null;
  readonly rows: number | null;
  readonly rowsAre: SurveyedTable['rowsAre'];
  readonly bytes: number | null;
  readonly indexBytes: number | null;
  readonly deadRows: number | null;
  writes: number | null;
  analyzedAt: string | null;
  readonly indexes: Map<string, FactIndex>;
}

/** By name. */
export type FactTables = Map<string, FactTable>;

type Figure = 'rows' | 'bytes' | 'indexBytes' | 'deadRows' | 'writes';

/**
 * The tables by name, each with its indexes by name. One with partitions has the sum of theirs, and
 * one of which a column was counted has the rows of that count.
 */
export function sortedTables(
  tables: FactTables,
  columns: readonly SurveyedColumn[],
): readonly SurveyedTable[] {
  const partitions = partitionsOf(tables);
  const counted = new Map(columns.map(({ table, rows }) => [table, rows]));
  return [...tables]
    .sort(byName)
    .map(([name, table]) => surveyedTable(name, table, partitions, counted.get(name) ?? null));
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function surveyedTable(
  name: string,
  table: FactTable,
  partitions: ReadonlyMap<string, readonly FactTable[]>,
  counted: number | null,
): SurveyedTable {
  const leaves = partitions.get(name) ?? [table];
  const sum = (figure: Figure) => sumOf(leaves.map((leaf) => leaf[figure]));
  const { rowsAre, analyzedAt } = table;
  return {
    name,
    ...(counted === null ? { rows: sum('rows'), rowsAre } : { rows: counted, rowsAre: 'counted' }),
    bytes: sum('bytes'),
    indexBytes: sum('indexBytes'),
    deadRows: sum('deadRows'),
    writes: sum('writes'),
    analyzedAt,
    indexes: [...table.indexes].sort(byName).map(([index, facts]) => ({ name: index, ...facts })),
  };
}

/** Null as soon as one of them is not known. */
function sumOf(figures: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const figure of figures) {
    if (figure === null) return null;
    sum += figure;
  }
  return sum;
}

/** The partitions that hold rows, of each table that has some, at whatever depth. */
function partitionsOf(tables: FactTables): ReadonlyMap<string, readonly FactTable[]> {
  const children = new Map<string, FactTable[]>();
  const parents = new Set([...tables.values()].map(({ partitionOf }) => partitionOf));
  for (const [name, table] of tables) {
    if (parents.has(name)) continue;
    const seen = new Set([name]);
    let above = table.partitionOf;
    while (above !== null && !seen.has(above)) {
      seen.add(above);
      children.set(above, [...(children.get(above) ?? []), table]);
      above = tables.get(above)?.partitionOf ?? null;
    }
  }
  return children;
}
