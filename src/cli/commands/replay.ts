import { Command, InvalidArgumentError, Option } from 'commander';
import { ENGINES } from '../../model/engine.ts';
import { UsageError } from '../../model/errors.ts';
import { parseEngine } from '../../project/engine.ts';
import type { HistoryQuestion, LeftOut } from '../../project/history/plans.ts';
import type { Repository } from '../../project/history/repository.ts';
import type { ReplayOptions } from '../../replay/replay.ts';
import type { CommandContext } from '../program.ts';

interface ReplayCommandOptions {
  readonly since?: string;
  readonly limit?: number;
  readonly format: 'text' | 'json';
  readonly schema?: string;
  readonly database?: string;
  readonly engine?: string;
  readonly failUnder?: number;
}

export function replayCommand(context: CommandContext): Command {
  return new Command('replay')
    .description(
      'Predicts the schema changes of the git history, and compares with what was committed',
    )
    .argument(
      '[repository]',
      'a working tree, a folder inside of one, or a bare git directory',
      '.',
    )
    .option('--since <date>', 'only commits since this day, 2026-03-01', day)
    .option('--limit <n>', 'at most so many cases, the newest ones', count)
    .addOption(
      new Option('--format <format>', 'text or json').choices(['text', 'json']).default('text'),
    )
    .option('--schema <file>', 'schema file, from the folder named (default: db/schema.rb)')
    .option('--database <name>', 'database of a multi-database project: db/<name>_schema.rb')
    .addOption(new Option('--engine <engine>', 'engine of the database').choices([...ENGINES]))
    .option(
      '--fail-under <percent>',
      'exit with 1 when fewer predictions than this were exact or the same',
      percent,
    )
    .addHelpText(
      'after',
      `
A case is a commit that adds migrations and changes the schema file. Its prediction is made from
the schema file of its parent and compared with the one that was committed. Nothing of the
repository is run or changed.

Examples:
  migdocs replay                              the project in this folder
  migdocs replay . --since 2026-01-01
  migdocs replay /srv/git/shop.git --limit 50 --format json`,
    )
    .action(async (repository: string, options: ReplayCommandOptions) => {
      context.exit(await runReplay(repository, options, context));
    });
}

async function runReplay(
  path: string,
  options: ReplayCommandOptions,
  { terminal }: CommandContext,
): Promise<0 | 1> {
  const { openRepository } = await import('../../project/history/repository.ts');
  const { casesOf } = await import('../../project/history/cases.ts');
  const { nothingLeftOut } = await import('../../project/history/plans.ts');
  const { replayCase } = await import('../../replay/replay.ts');
  const { emptyTally, shares } = await import('../../replay/tally.ts');
  const { textReport, jsonReport } = await import('../replay-report.ts');
  const repository = openRepository(path);
  const { question, replay } = questionOf(repository, options);
  const report = (options.format === 'json' ? jsonReport : textReport)(terminal);
  const tally = emptyTally();
  const leftOut: LeftOut = nothingLeftOut();
  let cases = 0;
  for await (const found of casesOf(question, leftOut)) {
    const result = await replayCase(found, replay);
    tally[result.outcome] += 1;
    cases += 1;
    terminal.endProgress();
    report.add(result);
    terminal.progress(`${cases} cases, back to ${result.date.slice(0, 10)}`);
    if (cases === options.limit) break;
  }
  terminal.endProgress();
  report.end(tally, leftOut);
  const share = shares(tally);
  const enough =
    options.failUnder === undefined || (share !== null && share.same >= options.failUnder);
  return enough ? 0 : 1;
}

/** Where the project lives below the root of the repository, and what to look at. */
function questionOf(
  repository: Repository,
  options: ReplayCommandOptions,
): { readonly question: HistoryQuestion; readonly replay: ReplayOptions } {
  const name = options.database === undefined ? '' : `${options.database}_`;
  const named = options.schema?.replace(/^\.\//, '') ?? `db/${name}schema.rb`;
  if (named.endsWith('.sql'))
    throw new UsageError(`${named}: SQL schema files are not supported yet`);
  // `backend/db/schema.rb` in a bare repository: the project is in backend/.
  const [, below = '', schemaPath = named] = /^(.*\/)?(db\/[^/]+)$/.exec(named) ?? [];
  const prefix = `${repository.prefix}${below}`;
  if (!repository.holds(`${prefix}${schemaPath}`)) throw noSchemaFile(named, repository, prefix);
  return {
    question: {
      repository,
      prefix,
      schemaPath,
      migrationsFolder: `db/${name}migrate`,
      since: options.since ?? null,
      known: ['Gemfile.lock', 'config/database.yml'],
    },
    replay: {
      schemaPath,
      database: options.database ?? null,
      engine: options.engine === undefined ? null : parseEngine(options.engine),
    },
  };
}

function noSchemaFile(named: string, { holds }: Repository, prefix: string): UsageError {
  return new UsageError(`there is no ${named} at HEAD`, {
    remedy: holds(`${prefix}db/structure.sql`)
      ? 'There is a db/structure.sql; SQL schema files are not supported yet.'
      : 'Name the folder of the Rails project, or its schema file with --schema FILE.',
  });
}

/** git fills in the present time of day for a date alone, which would make the answer depend on the hour. */
function day(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) {
    throw new InvalidArgumentError('Give a day as 2026-03-01.');
  }
  return `${text}T00:00:00Z`;
}

function count(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Give a number from 1.');
  return Number(text);
}

function percent(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 100)) {
    throw new InvalidArgumentError('Give a number from 0 to 100.');
  }
  return value;
}
