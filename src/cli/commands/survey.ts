import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { UsageError } from '../../model/errors.ts';
import { formatServer, parseServerVersion } from '../../model/server.ts';
import type { Survey } from '../../model/survey.ts';
import type { SurveyedServer } from '../../survey/database/catalog.ts';
import { nonEmpty } from '../options.ts';
import { uninterrupted } from '../output-errors.ts';
import type { CommandContext } from '../program.ts';
import { columnsOf, duration, listOrNull } from '../survey-options.ts';
import type { Terminal } from '../terminal.ts';

interface SurveyOptions {
  readonly databaseUrl?: string;
  readonly out: string;
  readonly columns?: readonly string[];
  readonly matching?: readonly string[];
  readonly tables?: readonly string[];
  readonly schema?: readonly string[];
  readonly statementTimeout: number;
  readonly printSql?: boolean;
  readonly engine?: SurveyedServer;
  readonly fromCsv?: readonly string[];
}

export function surveyCommand(context: CommandContext): Command {
  return new Command('survey')
    .description('Asks the production database for sizes, settings and counts, and for no value')
    .option(
      '--database-url <url>',
      'postgres://, mysql:// or sqlite3:, or env:NAME (default: env:DATABASE_URL)',
      nonEmpty,
    )
    .option('--out <file>', 'the survey', 'migdocs.survey.json')
    .option('--columns <table.column...>', 'count rows, NULLs, distinct values and the longest one')
    .option('--matching <table.column=pattern...>', 'count the rows that match a pattern, too')
    .option('--tables <table...>', 'only these tables')
    .option('--schema <schema...>', 'only tables of these schemas (PostgreSQL)')
    .option(
      '--statement-timeout <time>',
      'what a query may take: 500ms, 30s, 2min',
      duration,
      30_000,
    )
    .option('--print-sql', 'print the queries, for someone else to run')
    .addOption(
      new Option('--engine <server>', 'the server of --print-sql').choices([
        'postgresql',
        'mysql',
        'mariadb',
      ]),
    )
    .option('--from-csv <file...>', 'read the results of the printed queries')
    .addHelpText(
      'after',
      `
The database is read in one read-only transaction, from its catalogs alone. Only a count that is
named with --columns or --matching reads a table. The URL is shown nowhere.

Examples:
  migdocs survey
  migdocs survey --database-url env:REPLICA_URL --columns users.email orders.note
  migdocs survey --matching 'users.email=^[^@]+$'
  migdocs survey --print-sql --engine postgresql > survey.sql
  migdocs survey --from-csv survey.csv`,
    )
    .action(async (options: SurveyOptions) => {
      await runSurvey(options, context);
    });
}

async function runSurvey(options: SurveyOptions, { terminal }: CommandContext): Promise<void> {
  assertOneSource(options);
  if (options.printSql) {
    terminal.print(await scriptOf(options));
    return;
  }
  const survey = options.fromCsv
    ? await surveyOfFiles(options.fromCsv, options)
    : await surveyOfDatabase(options, terminal);
  const { writeOutput } = await import('../../project/outputs.ts');
  const path = resolve(options.out);
  uninterrupted(() => writeOutput(path, `${JSON.stringify(survey, null, 2)}\n`));
  terminal.endProgress();
  terminal.print(`${options.out}: ${await summaryOf(survey)}`);
}

function assertOneSource({ databaseUrl, printSql, fromCsv, engine, schema }: SurveyOptions): void {
  const sources = [databaseUrl, printSql, fromCsv].filter((each) => each !== undefined);
  if (sources.length > 1) {
    throw new UsageError('--database-url, --print-sql and --from-csv exclude each other');
  }
  if (engine !== undefined && !printSql) {
    throw new UsageError('--engine goes with --print-sql', {
      remedy: 'Elsewhere the database tells what it is.',
    });
  }
  if (printSql && engine === undefined) {
    throw new UsageError('--print-sql needs --engine postgresql|mysql|mariadb');
  }
  if (schema !== undefined && engine !== undefined && engine !== 'postgresql') {
    throw new UsageError('only PostgreSQL has schemas in a database');
  }
}

async function scriptOf(options: SurveyOptions): Promise<string> {
  const { catalogOf } = await import('../../survey/database/index.ts');
  const { surveyScript } = await import('../../survey/database/script.ts');
  return surveyScript(catalogOf(options.engine ?? 'postgresql'), {
    columns: columnsOf(options),
    schemas: listOrNull(options.schema),
    limits: { statementTimeoutMs: options.statementTimeout },
  });
}

async function surveyOfFiles(paths: readonly string[], options: SurveyOptions): Promise<Survey> {
  if (options.columns || options.matching || options.schema) {
    throw new UsageError('--columns, --matching and --schema belong to the queries', {
      remedy: 'Pass them to --print-sql.',
    });
  }
  const { readText } = await import('../../project/files.ts');
  const { factRowsOf } = await import('../../survey/database/result-files.ts');
  const { surveyOf } = await import('../../survey/database/facts.ts');
  const rows = paths.flatMap((path) => factRowsOf(readText('.', path), path));
  return surveyOf(rows, listOrNull(options.tables));
}

async function surveyOfDatabase(options: SurveyOptions, terminal: Terminal): Promise<Survey> {
  const { surveyDatabase } = await import('../../survey/database/index.ts');
  return surveyDatabase(urlOf(options.databaseUrl ?? 'env:DATABASE_URL'), {
    columns: columnsOf(options),
    tables: listOrNull(options.tables),
    schemas: listOrNull(options.schema),
    limits: { statementTimeoutMs: options.statementTimeout },
    progress: (what) => terminal.progress(what),
    announce: (counts) => {
      terminal.endProgress();
      terminal.note(`Counts, each a read of the whole table:\n${counts.join('\n')}`);
    },
    leftOut: ({ about, needs }) => {
      terminal.endProgress();
      terminal.note(`Left out: ${about}. The account needs ${needs}.`);
    },
  });
}

/** The URL itself, or the one that a variable of the environment holds. */
function urlOf(stated: string): string {
  if (!stated.startsWith('env:')) return stated;
  const name = stated.slice('env:'.length);
  const url = process.env[name];
  if (url) return url;
  throw new UsageError(`the environment has no ${name}`, {
    remedy:
      'Name the database with --database-url URL, or the variable with --database-url env:NAME.',
  });
}

/** `PostgreSQL 16.4, 1204 tables, 2 columns counted, on 2026-11-20; 3 tables without statistics …` */
async function summaryOf({ server, tables, columns, takenAt }: Survey): Promise<string> {
  const { count } = await import('../../report/words/counting.ts');
  const version = parseServerVersion(server.version);
  const unknown = tables.filter(({ rows }) => rows === null).length;
  return [
    version === null ? server.name : formatServer({ name: server.name, version }),
    `, ${count(tables.length, 'table')}`,
    columns.length > 0 ? `, ${count(columns.length, 'column')} counted` : '',
    `, on ${takenAt.slice(0, 10)}`,
    unknown > 0 ? `; ${count(unknown, 'table')} without statistics, which ANALYZE makes` : '',
  ].join('');
}
