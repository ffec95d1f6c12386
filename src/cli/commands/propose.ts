import { join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { reachesThreshold, SEVERITIES, type Severity } from '../../model/hazard.ts';
import { packageVersion } from '../../version.ts';
import { type InputOptions, loadRequest, nonEmpty, withInputOptions } from '../options.ts';
import { uninterrupted } from '../output-errors.ts';
import type { CommandContext } from '../program.ts';
import type { Terminal } from '../terminal.ts';

interface ProposeOptions extends InputOptions {
  readonly out?: string;
  readonly title?: string;
  readonly changeId?: string;
  readonly requester?: string;
  readonly failOn?: Severity | 'never';
}

export function proposeCommand(context: CommandContext): Command {
  return withInputOptions(new Command('propose'))
    .description('Writes the documents for the new migrations: PDF, DOCX, XLSX, diff, schema, JSON')
    .option('--out <dir>', 'folder for the documents (default: out/<title>)')
    .option('--title <text>', 'title of the change (default: from the migrations)', nonEmpty)
    .option('--change-id <id>', 'number of the change ticket')
    .option('--requester <name>', 'who asks for the change')
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 on a finding this severe').choices([
        'never',
        ...SEVERITIES,
      ]),
    )
    .addHelpText(
      'after',
      `
Examples:
  migdocs propose
  migdocs propose --base origin/main --change-id CHG-1042
  migdocs propose db/migrate/20260301120000_add_status_to_orders.rb
  migdocs propose --schema db/schema.rb --to ../other/db/schema.rb`,
    )
    .action(async (migrations: string[], options: ProposeOptions) => {
      context.exit(await runPropose(migrations, options, context));
    });
}

async function runPropose(
  migrations: readonly string[],
  options: ProposeOptions,
  { terminal }: CommandContext,
): Promise<0 | 1> {
  const { loadProject } = await import('../../project/load.ts');
  const project = loadProject(loadRequest(migrations, options));
  if (project.target === null && project.base.migrations.length === 0) {
    await tellNothingNew(project.schemaPath, project.base.choice.description, terminal);
    return 0;
  }
  terminal.progress('Reading the schema and the migrations');
  const { propose } = await import('../../propose/propose.ts');
  const proposal = await propose(project, {
    title: options.title ?? null,
    changeId: options.changeId ?? null,
    requester: options.requester ?? null,
    failOn: options.failOn ?? null,
    toolVersion: packageVersion(),
    progress: terminal.progress,
  });
  const { renderDocuments } = await import('../../propose/documents.ts');
  const files = await renderDocuments(proposal, (name) => terminal.progress(`Writing ${name}`));
  const { writeOutputs } = await import('../../project/outputs.ts');
  const folder = options.out
    ? resolve(options.out)
    : join(project.root, project.config.output ?? 'out', proposal.slug);
  const { kept } = uninterrupted(() => writeOutputs(folder, files));
  terminal.endProgress();
  const { summaryOf } = await import('../summary.ts');
  terminal.print(summaryOf({ proposal, files, folder, kept, root: project.root }, terminal));
  return reachesThreshold(proposal.hazards, proposal.options.failOn) ? 1 : 0;
}

/** A sentence for people; a pipe gets data as ever, with no files in it. */
async function tellNothingNew(schema: string, base: string, terminal: Terminal): Promise<void> {
  const sentence = `Nothing to propose: ${base} holds every migration. Name migrations, or pass --base REF to propose what a branch added to ${schema}.`;
  if (terminal.interactive) {
    terminal.print(sentence);
  } else {
    const { stringify } = await import('yaml');
    terminal.note(sentence);
    terminal.print(stringify({ schema, base, migrations: [], changes: [], files: [] }));
  }
}
