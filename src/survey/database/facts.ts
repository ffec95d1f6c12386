import { InputError } from '../../model/errors.ts';
import { nearest } from '../../model/nearest.ts';
import type { ServerName } from '../../model/server.ts';
import type { SourceLocation } from '../../model/source.ts';
import type {
  Survey,
  SurveyedActivity,
  SurveyedColumn,
  SurveyedSetting,
} from '../../model/survey.ts';
import { type FactTables, sortedTables } from './fact-tables.ts';

/**
 * A row that a query of the survey gave, by the names of its columns; null is SQL's. Its `kind`
 * tells which facts it holds, and all queries name their columns alike.
 */
export interface FactRow {
  readonly fields: { readonly [column: string]: string | null };
  /** Where it stands in a file; null when a server gave it. */
  readonly location: SourceLocation | null;
}

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

/** Reads the fields of one row; an error tells the row and what was expected there. */
class RowReader {
  readonly #fields: FactRow['fields'];
  readonly #location: SourceLocation | null;

  constructor(fields: FactRow['fields'], location: SourceLocation | null) {
    this.#fields = fields;
    this.#location = location;
  }

  error(expected: string): InputError {
    return new InputError(`this is no row of the survey: ${expected}`, {
      location: this.#location,
      remedy: 'Pass the results of `migdocs survey --print-sql` as they were written.',
    });
  }

  has(column: string): boolean {
    return Object.hasOwn(this.#fields, column);
  }

  textOrNull(column: string): string | null {
    return this.has(column) ? (this.#fields[column] ?? null) : null;
  }

  textOrEmpty(column: string): string {
    return this.textOrNull(column) ?? '';
  }

  text(column: string): string {
    const text = this.textOrNull(column);
    if (text === null || text === '') throw this.error(`${column} has to have a value`);
    return text;
  }

  countOrNull(column: string): number | null {
    const text = this.textOrNull(column);
    if (text === null) return null;
    // MySQL multiplies the text of a variable to a number with decimals.
    if (!/^\d{1,15}(?:\.0+)?$/.test(text)) {
      throw this.error(`${column} is a count, and stands as "${text.slice(0, 40)}"`);
    }
    return Number(text);
  }

  count(column: string): number {
    const count = this.countOrNull(column);
    if (count === null) throw this.error(`${column} has to have a value`);
    return count;
  }

  /** True where no column says otherwise. */
  flag(column: string): boolean {
    const text = this.textOrNull(column) ?? 'true';
    if (['t', 'true', '1'].includes(text)) return true;
    if (['f', 'false', '0'].includes(text)) return false;
    throw this.error(`${column} is true or false`);
  }

  timeOrNull(column: string): string | null {
    const text = this.textOrNull(column);
    if (text !== null && !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text)) {
      throw this.error(`${column} is a time such as 2026-11-20T08:15:00Z`);
    }
    return text;
  }

  time(column: string): string {
    const time = this.timeOrNull(column);
    if (time === null) throw this.error(`${column} has to have a value`);
    return time;
  }

  /** The columns `prefix1`, `prefix2` and so on. */
  numbered(prefix: string): readonly { readonly number: number; readonly value: string }[] {
    const found: { number: number; value: string }[] = [];
    for (let number = 1; this.has(`${prefix}${number}`); number += 1) {
      found.push({ number, value: this.textOrEmpty(`${prefix}${number}`) });
    }
    return found;
  }
}
