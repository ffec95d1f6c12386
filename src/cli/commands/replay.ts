import { Command, InvalidArgumentError, Option } from 'commander';
import type { Engine } from '../../model/engine.ts';
import type { MigrationTool } from '../../model/migration-tool.ts';
import type { ReplaySummary } from '../../replay/document.ts';
import type { ReplayRequest } from '../../replay/history.ts';
import { engineOption, toolOption } from '../options.ts';
import type { CommandContext } from '../program.ts';

interface ReplayCommandOptions {
  readonly since?: string;
  readonly limit?: number;
  readonly format: 'text' | 'json';
  readonly schema?: string;
  readonly migrations?: string;
  readonly database?: string;
  readonly tool?: MigrationTool;
  readonly engine?: Engine;
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
    .option(
      '--schema <file>',
      'schema file, from the folder named (default: db/schema.rb, else db/structure.sql)',
    )
    .option(
      '--migrations <folder>',
      'folder of the migrations (default: db/migrate, else where their tool keeps them)',
    )
    .option('--database <name>', 'database of a multi-database project: db/<name>_schema.rb')
    .addOption(engineOption())
    .addOption(toolOption())
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
  migdocs replay /srv/git/shop.git --limit 50 --format json
  migdocs replay --schema sql/dump.sql --migrations sql/migrations --tool goose`,
    )
    .action(async (repository: string, options: ReplayCommandOptions) => {
      context.exit(await runReplay(repository, options, context));
    });
}

async function runReplay(
  repository: string,
  options: ReplayCommandOptions,
  { terminal }: CommandContext,
): Promise<0 | 1> {
  const { nothingLeftOut } = await import('../../project/history/plans.ts');
  const { openHistory } = await import('../../replay/history.ts');
  const { summaryOf } = await import('../../replay/document.ts');
  const { emptyTally } = await import('../../replay/tally.ts');
  const { textReport, jsonReport } = await import('../replay-report.ts');
  const history = openHistory(requestOf(repository, options));
  const report = (options.format === 'json' ? jsonReport : textReport)(terminal);
  const tally = emptyTally();
  const leftOut = nothingLeftOut();
  let cases = 0;
  for await (const result of history.cases(leftOut)) {
    tally[result.outcome] += 1;
    cases += 1;
    terminal.endProgress();
    report.add(result);
    terminal.progress(`${cases} cases, back to ${result.date.slice(0, 10)}`);
    if (cases === options.limit) break;
  }
  terminal.endProgress();
  const summary = summaryOf(tally, leftOut, history.shallow);
  report.end(summary);
  if (history.shallow) {
    terminal.note('This clone lacks older commits; `git fetch --unshallow` brings them.');
  }
  const missed = missedThreshold(summary, options.failUnder);
  if (missed !== null) terminal.note(missed);
  return missed === null ? 0 : 1;
}

/** Why `--fail-under` fails; null when it does not. */
function missedThreshold({ percent }: ReplaySummary, threshold: number | undefined): string | null {
  if (threshold === undefined || (percent !== null && percent.same >= threshold)) return null;
  if (percent === null) return `--fail-under ${threshold}: there was no prediction to compare`;
  // Rounded down, so that it never reads as the threshold itself.
  const share = (Math.floor(percent.same * 10) / 10).toFixed(1);
  return `--fail-under ${threshold}: ${share} % of the predictions were exact or the same`;
}

function requestOf(repository: string, options: ReplayCommandOptions): ReplayRequest {
  return {
    repository,
    schema: options.schema ?? null,
    migrations: options.migrations ?? null,
    tool: options.tool ?? null,
    database: options.database ?? null,
    engine: options.engine ?? null,
    since: options.since ?? null,
  };
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
