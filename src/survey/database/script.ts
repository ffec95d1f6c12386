import { quoteString as mysqlString } from '../../dialect/mysql/quoting.ts';
import { quoteString } from '../../dialect/postgresql/quoting.ts';
import type { Parameter, ServerCatalog, SurveyLimits, SurveyStatement } from './catalog.ts';
import { type ColumnCount, countedType, countStatement } from './counts.ts';

/** What a script asks for. */
export interface ScriptRequest {
  readonly columns: readonly ColumnCount[];
  readonly schemas: readonly string[] | null;
  readonly limits: SurveyLimits;
}

const RUN = {
  postgresql: `--   psql --no-psqlrc --quiet --csv --set ON_ERROR_STOP=1 --file survey.sql DATABASE > survey.csv
-- psql 12 and newer. Any other client will do that saves the result of each SELECT as CSV, with the
-- names of the columns in the first line; pass all of the files.`,
  mysql: `--   mysql --batch --force DATABASE < survey.sql > survey.tsv
-- --force goes on where the account lacks a right; those facts are left out. Any other client will do
-- that saves the result of each SELECT as CSV, with the names of the columns in the first line.`,
};

/**
 * The queries of the survey as a script, for someone who has access to the database.
 *
 * It is the same text that `migdocs survey --database-url` sends, in a read-only transaction; what
 * would be bound there stands as a literal here.
 */
export function surveyScript(catalog: ServerCatalog, request: ScriptRequest): string {
  const isPostgresql = catalog.server === 'postgresql';
  const queries = catalog.queries.map(({ about, needs, sql, bySchema }) => {
    const values = bySchema ? [request.schemas] : [];
    const lacking = needs === undefined ? '' : `; needs ${needs}`;
    return `-- ${about}${lacking}\n${withLiterals({ sql: sql.trim(), values }, isPostgresql)};`;
  });
  const counts = request.columns.map((column) => {
    const statement = countStatement(catalog.server, column, countedType(null));
    const note = `-- counts of ${oneLine(column.table)}.${oneLine(column.column)}: reads the whole table`;
    return `${note}\n${withLiterals(statement, isPostgresql)};`;
  });
  return `-- Figures of the database for migdocs: sizes, statistics and settings${counts.length > 0 ? ', and counts of columns' : ''}.
-- It reads catalogs, in a read-only transaction, and no value of a row is in its results.
-- Run it with
${RUN[isPostgresql ? 'postgresql' : 'mysql']}
-- and read the results back with
--   migdocs survey --from-csv FILE...

${catalog
  .begin(request.limits)
  .map((sql) => `${sql};`)
  .join('\n')}

${[...queries, ...counts].join('\n\n')}

ROLLBACK;
`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** A string, a quoted name, or a placeholder, which only counts outside of both. */
const PLACEHOLDER = /'(?:[^']|'')*'|`[^`]*`|"[^"]*"|\$\d+|\?/g;

/** The statement with literals for its placeholders. */
function withLiterals({ sql, values }: SurveyStatement, isPostgresql: boolean): string {
  let next = 0;
  return sql.replace(PLACEHOLDER, (found: string) => {
    if (/^['"`]/.test(found)) return found;
    next += 1;
    const position = found === '?' ? next : Number(found.slice(1));
    return literal(values[position - 1] ?? null, isPostgresql ? quoteString : mysqlString);
  });
}

function literal(value: Parameter, quote: (text: string) => string): string {
  if (value === null) return 'NULL';
  return typeof value === 'string' ? quote(value) : `ARRAY[${value.map(quote).join(', ')}]`;
}
