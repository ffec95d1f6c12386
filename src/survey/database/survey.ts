import { InputError } from '../../model/errors.ts';
import { nearest } from '../../model/nearest.ts';
import type { Survey } from '../../model/survey.ts';
import type { CatalogQuery, ServerCatalog, SurveyLimits, SurveyStatement } from './catalog.ts';
import { type ColumnCount, countedType, countStatement, quotedTable } from './counts.ts';
import type { FactRow } from './fact-row.ts';
import { surveyOf } from './facts.ts';
import { type SurveyConnection, SurveySession } from './session.ts';

/** What to ask a database. */
export interface SurveyRequest {
  readonly columns: readonly ColumnCount[];
  /** Tables to keep; null for all. */
  readonly tables: readonly string[] | null;
  /** Schemas to look into (PostgreSQL); null for all but the server's own. */
  readonly schemas: readonly string[] | null;
  readonly limits: SurveyLimits;
  /** Told the text of each count before the first of them is sent. */
  readonly announce: (counts: readonly string[]) => void;
  /** Told what is being read, before each query and count. */
  readonly progress: (what: string) => void;
  /** Told of each query that the account lacks a right for; its facts are left out. */
  readonly leftOut: (query: Required<Pick<CatalogQuery, 'about' | 'needs'>>) => void;
}

/**
 * Asks a server, in one transaction that it keeps read-only.
 *
 * @throws {InputError} when the server refuses a query, or does not have a column that is to be counted.
 */
export async function surveyServer(
  connection: SurveyConnection,
  catalog: ServerCatalog,
  request: SurveyRequest,
): Promise<Survey> {
  const session = await SurveySession.begin(connection, catalog, request.limits);
  const rows: FactRow[] = [];
  for (const query of catalog.queries) {
    request.progress(`Reading ${query.about}`);
    const facts = await session.facts(query, request.schemas);
    if (facts === null) request.leftOut({ about: query.about, needs: query.needs ?? '' });
    rows.push(...(facts ?? []));
  }
  rows.push(...(await counted(session, catalog, request)));
  await session.end();
  return surveyOf(rows, request.tables);
}

async function counted(
  session: SurveySession,
  { server }: ServerCatalog,
  { columns, announce, progress }: SurveyRequest,
): Promise<readonly FactRow[]> {
  if (columns.length === 0) return [];
  const tables = [...new Set(columns.map(({ table }) => table))];
  const types = typesOf(await session.types(tables));
  const counts = columns.map((column) => ({
    column,
    statement: countStatement(server, column, countedType(typeOf(column, types))),
  }));
  announce(counts.map(({ statement }) => announced(statement)));
  const rows: FactRow[] = [];
  for (const { column, statement } of counts) {
    const what = `${column.table}.${column.column}`;
    progress(`Counting ${what}`);
    rows.push(...(await session.count(statement, quotedTable(server, column.table), what)));
  }
  return rows;
}

/** Types of columns, by table. */
type ColumnTypes = ReadonlyMap<string, ReadonlyMap<string, string>>;

function typesOf(rows: readonly FactRow[]): ColumnTypes {
  const types = new Map<string, Map<string, string>>();
  for (const { fields } of rows) {
    const { table_name: table = '', name = '', value = '' } = fields;
    const ofTable = types.get(table ?? '') ?? new Map<string, string>();
    types.set(table ?? '', ofTable.set(name ?? '', value ?? ''));
  }
  return types;
}

function typeOf({ table, column }: ColumnCount, types: ColumnTypes): string {
  const columns = types.get(table);
  if (!columns) {
    throw new InputError(`the database has no table ${table}, or the account may not see it`);
  }
  const type = columns.get(column);
  if (type !== undefined) return type;
  const meant = nearest(column, [...columns.keys()]);
  throw new InputError(
    `${table} has no column ${column}${meant === null ? '' : `; did you mean ${meant}?`}`,
  );
}

function announced({ sql, values }: SurveyStatement): string {
  const patterns = [...new Set(values)].map((value) => JSON.stringify(value));
  return patterns.length === 0 ? sql : `${sql}\n  with ${patterns.join(', ')}`;
}
