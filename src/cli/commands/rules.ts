import { Command, Option } from 'commander';
import type { Rule } from '../../check/rule.ts';
import type { Engine } from '../../model/engine.ts';
import { engineOption } from '../options.ts';
import type { CommandContext } from '../program.ts';
import { assertKnownRules } from '../rule-ids.ts';
import type { Terminal } from '../terminal.ts';

const FORMATS = ['text', 'json', 'markdown'] as const;

interface RulesOptions {
  readonly engine?: Engine;
  readonly format: (typeof FORMATS)[number];
}

export function rulesCommand({ terminal }: CommandContext): Command {
  return new Command('rules')
    .description('Lists the rules of migdocs check, or explains one')
    .argument('[id]', 'rule to explain')
    .addOption(engineOption())
    .addOption(
      new Option('--format <format>', 'text, json or markdown')
        .choices([...FORMATS])
        .default('text'),
    )
    .addHelpText(
      'after',
      `
The severity is that of the rule's weightiest finding: work that takes as long as a table is large
is info on a small table, warning on a medium one, and danger on a large one or one of unknown size.

Examples:
  migdocs rules
  migdocs rules --engine mysql
  migdocs rules add-index-blocking
  migdocs rules --format json`,
    )
    .action(async (id: string | undefined, options: RulesOptions) => {
      terminal.print(await rulesShown(id, options, terminal));
    });
}

async function rulesShown(
  id: string | undefined,
  { engine, format }: RulesOptions,
  { colour, width }: Terminal,
): Promise<string> {
  const { allRules } = await import('../../check/index.ts');
  const ofEngine = ({ engines }: Rule) => engine === undefined || engines.includes(engine);
  const rule = id === undefined ? undefined : await ruleOf(id, allRules);
  if (format === 'json') {
    const data = rule ? ruleData(rule) : allRules.filter(ofEngine).map(ruleData);
    return JSON.stringify(data, null, 2);
  }
  if (format === 'markdown') {
    const { ruleIndex, rulePage } = await import('../../check/rule-page.ts');
    return rule ? rulePage(rule) : ruleIndex(allRules.filter(ofEngine));
  }
  const { rulesText, ruleText } = await import('../rules-text.ts');
  return rule
    ? ruleText(rule, { colour, width })
    : rulesText(allRules.filter(ofEngine), { colour, width });
}

/** @throws {UsageError} when there is none. */
async function ruleOf(id: string, rules: readonly Rule[]): Promise<Rule | undefined> {
  await assertKnownRules(
    [id],
    rules.map((rule) => rule.id),
  );
  return rules.find((rule) => rule.id === id);
}

/** What can be said of a rule without a release to judge. */
function ruleData({ id, title, severity, engines, docs }: Rule): object {
  return { id, title, severity, engines, ...docs };
}
