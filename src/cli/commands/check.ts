import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { UsageError } from '../../model/errors.ts';
import { SEVERITIES, type Severity } from '../../model/hazard.ts';
import type { CheckFormat } from '../../render/check/index.ts';
import { packageVersion } from '../../version.ts';
import { type InputOptions, loadRequest, withInputOptions } from '../options.ts';
import type { CommandContext } from '../program.ts';
import { assertKnownRules, ruleIds } from '../rule-ids.ts';

const FORMATS: readonly CheckFormat[] = ['text', 'json', 'sarif', 'github', 'markdown'];

/** Of text in a file, in characters. */
const FILE_WIDTH = 100;

interface CheckOptions extends InputOptions {
  readonly format: CheckFormat;
  readonly failOn?: Severity | 'never';
  readonly rule?: readonly string[];
  readonly except?: readonly string[];
  readonly out?: string;
}

export function checkCommand(context: CommandContext): Command {
  return withInputOptions(new Command('check'))
    .description('Judges the new migrations: what they lock, break or lose, and what to do instead')
    .addOption(
      new Option(
        '--format <format>',
        'text, json, sarif for code scanning, github for annotations, markdown for a comment',
      )
        .choices([...FORMATS])
        .default('text'),
    )
    .addOption(
      new Option(
        '--fail-on <severity>',
        'exit with 1 on a finding this severe (default: danger, or as migdocs.yml says)',
      ).choices(['never', ...SEVERITIES]),
    )
    .option('--rule <ids>', 'show the findings of these rules only, separated by commas', ruleIds)
    .option('--except <ids>', 'leave out the findings of these rules', ruleIds)
    .option('--out <file>', 'write to this file; the counts go to stderr')
    .addHelpText(
      'after',
      `
A finding that is suppressed by a comment with its reason, or by safety_assured, is listed and does
not count for --fail-on.

Examples:
  migdocs check
  migdocs check --base origin/main --fail-on warning
  migdocs check db/migrate/20260301120000_add_status_to_orders.rb
  migdocs check --format sarif --out migdocs.sarif
  migdocs check --rule add-index-blocking,set-not-null`,
    )
    .action(async (migrations: string[], options: CheckOptions) => {
      context.exit(await runCheck(migrations, options, context));
    });
}

async function runCheck(
  migrations: readonly string[],
  options: CheckOptions,
  { terminal }: CommandContext,
): Promise<0 | 1> {
  if (options.to !== undefined) {
    throw new UsageError('check judges migrations, and --to has none', {
      remedy: 'Compare two schema files with: migdocs diff --to FILE',
    });
  }
  const shows = await shownRules(options);
  const { loadProject } = await import('../../project/load.ts');
  const project = loadProject(loadRequest(migrations, options));
  if (project.base.migrations.length === 0 && options.format === 'text') {
    terminal.print(
      `Nothing to check: ${project.base.choice.description} holds every migration. ${options.base === undefined ? 'Name migrations, or pass --base REF to check what a branch added.' : 'Name migrations to check others.'}`,
    );
    return 0;
  }
  terminal.progress('Reading the schema and the migrations');
  const { checkProject } = await import('../../propose/check.ts');
  const report = await checkProject(project, {
    failOn: options.failOn ?? null,
    shows,
    toolVersion: packageVersion(),
    progress: terminal.progress,
  });
  terminal.endProgress();
  const { renderCheck } = await import('../../render/check/index.ts');
  const { colour, width, interactive } = terminal;
  if (options.out === undefined) {
    const layout = { colour, width, breaksHeads: interactive };
    terminal.print(renderCheck(report, options.format, layout));
  } else {
    const { writeOutput } = await import('../../project/outputs.ts');
    const layout = { colour: false, width: FILE_WIDTH, breaksHeads: false };
    writeOutput(resolve(options.out), renderCheck(report, options.format, layout));
    terminal.note([report.summary, report.verdict].filter(Boolean).join(' '));
  }
  return report.failed ? 1 : 0;
}

/** @throws {UsageError} for a rule that there is none of. */
async function shownRules({ rule, except = [] }: CheckOptions): Promise<(id: string) => boolean> {
  if (rule !== undefined || except.length > 0) {
    const { allRules } = await import('../../check/index.ts');
    await assertKnownRules(
      [...(rule ?? []), ...except],
      allRules.map(({ id }) => id),
    );
  }
  return (id) => (rule === undefined || rule.includes(id)) && !except.includes(id);
}
