import { Command, Option } from 'commander';
import { packageVersion } from '../../version.ts';
import { type InputOptions, loadRequest, withInputOptions } from '../options.ts';
import type { CommandContext } from '../program.ts';

const FORMATS = ['text', 'markdown', 'json', 'schema'] as const;

interface DiffOptions extends InputOptions {
  readonly format: (typeof FORMATS)[number];
}

export function diffCommand(context: CommandContext): Command {
  return withInputOptions(new Command('diff'))
    .description('Prints what the new migrations change')
    .addOption(
      new Option(
        '--format <format>',
        'text, markdown, json, or schema: the diff of the schema file',
      )
        .choices([...FORMATS])
        .default('text'),
    )
    .addHelpText(
      'after',
      `
Examples:
  migdocs diff
  migdocs diff --base main --format markdown
  migdocs diff --schema db/schema.rb --to db/schema.other.rb`,
    )
    .action(async (migrations: string[], options: DiffOptions) => {
      await runDiff(migrations, options, context);
    });
}

async function runDiff(
  migrations: readonly string[],
  options: DiffOptions,
  { terminal }: CommandContext,
): Promise<void> {
  const { loadProject } = await import('../../project/load.ts');
  const { predictProject } = await import('../../propose/predict.ts');
  const project = loadProject(loadRequest(migrations, options));
  const predicted = await predictProject(project);
  if (options.format === 'json') {
    terminal.print(JSON.stringify({ changes: predicted.changes }, null, 2));
    return;
  }
  const { diffViewOf } = await import('../../propose/diff-view.ts');
  const view = diffViewOf(project, predicted, packageVersion());
  const { renderDiffText, renderSchemaDiff } = await import('../../render/text/index.ts');
  const { colour, width } = terminal;
  if (options.format === 'markdown') {
    const { renderDiffMarkdown } = await import('../../render/markdown/index.ts');
    terminal.print(renderDiffMarkdown(view));
  } else if (options.format === 'schema') {
    terminal.print(renderSchemaDiff(view, { colour }));
  } else {
    terminal.print(renderDiffText(view, { colour, width }));
  }
}
