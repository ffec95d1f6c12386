import { resolve } from 'node:path';
import { Command } from 'commander';
import { UsageError } from '../../model/errors.ts';
import { formatLocation } from '../../model/source.ts';
import { equalLinesOnce } from '../equal-lines.ts';
import { type InputOptions, loadRequest, withInputOptions } from '../options.ts';
import type { CommandContext } from '../program.ts';

interface PredictOptions extends InputOptions {
  readonly out?: string;
  readonly strict?: boolean;
  readonly fromScratch?: boolean;
}

export function predictCommand(context: CommandContext): Command {
  return withInputOptions(new Command('predict'))
    .description('Prints the schema file as it will be after the migrations')
    .option('--out <file>', 'write it to this file instead')
    .option(
      '--from-scratch',
      'run all migrations from the empty schema, and compare with the schema file object by object',
    )
    .option('--strict', 'exit with 1 when something was not understood')
    .addHelpText(
      'after',
      `
What was not understood is listed on stderr with file and line.

Examples:
  migdocs predict > /tmp/schema.after.rb
  migdocs predict --schema db/schema.rb --migrations db/migrate/20260301120000_add_status.rb --out after.rb
  migdocs predict --strict --base main
  migdocs predict --from-scratch`,
    )
    .action(async (migrations: string[], options: PredictOptions) => {
      const run = options.fromScratch ? runFromScratch : runPredict;
      context.exit(await run(migrations, options, context));
    });
}

async function runPredict(
  migrations: readonly string[],
  options: PredictOptions,
  { terminal }: CommandContext,
): Promise<0 | 1> {
  const { loadProject } = await import('../../project/load.ts');
  const { predictProject } = await import('../../propose/predict.ts');
  const { assumptionsOf } = await import('../../propose/assumptions.ts');
  const { opaqueOf } = await import('../../propose/opaque.ts');
  const project = loadProject(loadRequest(migrations, options));
  const predicted = await predictProject(project);
  if (options.out === undefined) {
    terminal.print(predicted.afterText);
  } else {
    const { writeOutput } = await import('../../project/outputs.ts');
    writeOutput(resolve(options.out), predicted.afterText);
  }
  for (const sentence of assumptionsOf(predicted)) terminal.note(`assumed: ${sentence}`);
  const opaque = opaqueOf(predicted);
  const notes = opaque.map(
    ({ source, reason }) => `${formatLocation(source)}: not understood, because ${reason}`,
  );
  for (const note of equalLinesOnce(notes)) terminal.note(note);
  return options.strict && opaque.length > 0 ? 1 : 0;
}

async function runFromScratch(
  migrations: readonly string[],
  options: PredictOptions,
  { terminal }: CommandContext,
): Promise<0 | 1> {
  if (migrations.length > 0 || options.base !== undefined || options.to !== undefined) {
    throw new UsageError(
      '--from-scratch runs all migrations; it takes none, no --base and no --to',
    );
  }
  const { loadProject } = await import('../../project/load.ts');
  const { predictFromScratch } = await import('../../replay/from-scratch.ts');
  const { fromScratchText } = await import('../from-scratch-report.ts');
  const project = loadProject({ ...loadRequest([], options), fromScratch: true });
  const result = await predictFromScratch(project);
  terminal.print(fromScratchText(result, project.schemaPath));
  if (options.out !== undefined) {
    const { writeOutput } = await import('../../project/outputs.ts');
    writeOutput(resolve(options.out), result.text);
  }
  const clean =
    result.equal === result.objects && result.refused.length + result.opaque.length === 0;
  return options.strict && !clean ? 1 : 0;
}
