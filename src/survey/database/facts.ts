import { InputError } from '../../model/errors.ts';
import { nearest } from '../../model/nearest.ts';
import type { ServerName } from '../../model/server.ts';
import type {
  Survey,
  SurveyedActivity,
  SurveyedColumn,
  SurveyedSetting,
} from '../../model/survey.ts';
import { type FactRow, RowReader } from './fact-row.ts';
import { type FactTables, sortedTables } from './fact-tables.ts';

/** A survey as it grows row by row. */
interface Draft {
  server: { readonly name: ServerName; readonly version: string } | null;
  takenAt: string | null;
  countedSince: string | null;
  readonly settings: SurveyedSetting[];
  readonly activity: Map<string, number>;
  readonly tables: FactTables;
  readonly columns: SurveyedColumn[];
}

type FactKind =
  | 'server'
  | 'taken_at'
  | 'counted_since'
  | 'setting'
  | 'activity'
  | 'table'
  | 'table_statistics'
  | 'index'
  | 'index_statistics'
  | 'column';

const SERVERS: readonly ServerName[] = ['postgresql', 'mysql', 'mariadb', 'sqlite'];

const READERS: { readonly [K in FactKind]: (row: RowReader, draft: Draft) => void } = {
  server(row, draft) {
    const name = SERVERS.find((each) => each === row.text('name'));
    if (!name) throw row.error(`name is one of ${SERVERS.join(', ')}`);
    draft.server = { name, version: row.text('value') };
  },
  taken_at(row, draft) {
    draft.takenAt = row.time('value');
  },
  counted_since(row, draft) {
    draft.countedSince = row.timeOrNull('value');
  },
  setting(row, draft) {
    draft.settings.push({ name: row.text('name'), value: row.textOrEmpty('value') });
  },
  activity(row, draft) {
    const count = row.countOrNull('value');
    if (count !== null) draft.activity.set(row.text('name'), count);
  },
  table(row, draft) {
    draft.tables.set(row.text('table_name'), {
      partitionOf: row.textOrNull('partition_of'),
      rows: row.countOrNull('row_count'),
      rowsAre: row.textOrNull('rows_are') === 'counted' ? 'counted' : 'estimated',
      bytes: row.countOrNull('bytes'),
      indexBytes: row.countOrNull('index_bytes'),
      deadRows: row.countOrNull('dead_rows'),
      writes: row.countOrNull('writes'),
      analyzedAt: row.timeOrNull('analyzed_at'),
      indexes: new Map(),
    });
  },
  // Statistics outlive their table, and know tables that nobody asked for.
  table_statistics(row, draft) {
    const table = draft.tables.get(row.text('table_name'));
    if (!table) return;
    table.writes ??= row.countOrNull('writes');
    table.analyzedAt ??= row.timeOrNull('analyzed_at');
  },
  index(row, draft) {
    draft.tables.get(row.text('table_name'))?.indexes.set(row.text('name'), {
      bytes: row.countOrNull('bytes'),
      scans: row.countOrNull('scans'),
      valid: row.flag('valid'),
    });
  },
  index_statistics(row, draft) {
    const index = draft.tables.get(row.text('table_name'))?.indexes.get(row.text('name'));
    if (!index) return;
    index.bytes ??= row.countOrNull('bytes');
    index.scans ??= row.countOrNull('scans');
  },
  column(row, draft) {
    draft.columns.push(countsOf(row));
  },
};

/**
 * Puts the rows of all queries together.
 *
 * @param only - tables to keep; null for all.
 * @throws {InputError} with the row's place, when it is not what a query of the survey gives; when
 * the rows that name the server and the time are missing; when there is no table of a name.
 */
export function surveyOf(rows: readonly FactRow[], only: readonly string[] | null): Survey {
  const draft: Draft = {
    server: null,
    takenAt: null,
    countedSince: null,
    settings: [],
    activity: new Map(),
    tables: new Map(),
    columns: [],
  };
  for (const { fields, location } of rows) {
    const row = new RowReader(fields, location);
    const kind = row.text('kind');
    if (!isKind(kind)) throw row.error(`kind is one of ${Object.keys(READERS).join(', ')}`);
    READERS[kind](row, draft);
  }
  const { server, takenAt } = draft;
  if (server === null || takenAt === null) {
    throw new InputError('the rows do not tell the server and the time', {
      remedy: 'Run every query of the script, the first one too, and pass all of their results.',
    });
  }
  if (only !== null) assertTables(only, draft.tables);
  const columns = draft.columns.sort((a, b) => byCodeUnits(keyOf(a), keyOf(b)));
  return {
    format: 1,
    server,
    takenAt,
    countedSince: draft.countedSince,
    settings: draft.settings.sort((a, b) => byCodeUnits(a.name, b.name)),
    activity: activityOf(draft.activity),
    tables: sortedTables(draft.tables, columns).filter(
      ({ name }) => only === null || only.includes(name),
    ),
    columns,
  };
}

function assertTables(names: readonly string[], tables: FactTables): void {
  const missing = names.find((name) => !tables.has(name));
  if (missing === undefined) return;
  const meant = nearest(missing, [...tables.keys()]);
  throw new InputError(
    `the database has no table ${missing}${meant === null ? '' : `; did you mean ${meant}?`}`,
  );
}

function isKind(text: string): text is FactKind {
  return Object.hasOwn(READERS, text);
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function keyOf({ table, column }: SurveyedColumn): string {
  return `${table}\0${column}`;
}

function activityOf(counts: ReadonlyMap<string, number>): SurveyedActivity {
  const count = (name: string) => counts.get(name) ?? null;
  return {
    longTransactions: count('long_transactions'),
    publications: count('publications'),
    logicalSlots: count('logical_slots'),
    replicas: count('replicas'),
  };
}

function countsOf(row: RowReader): SurveyedColumn {
  const matching = row.numbered('pattern_').map(({ value: pattern, number }) => ({
    pattern,
    rows: row.count(`matching_${number}`),
  }));
  const nulls = row.countOrNull('nulls');
  const distinct = row.countOrNull('distinct_values');
  return {
    table: row.text('table_name'),
    column: row.text('name'),
    rows: row.count('row_count'),
    ...(nulls === null ? {} : { nulls }),
    ...(distinct === null ? {} : { distinct }),
    ...(row.has('longest') ? { longest: row.countOrNull('longest') } : {}),
    ...(matching.length > 0 ? { matching } : {}),
  };
}
