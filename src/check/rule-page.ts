import { ENGINE_NAMES } from '../model/engine.ts';
import { SERVER_NAMES, SERVERS } from '../model/server.ts';
import type { Rule } from './rule.ts';

/** The page of a rule, Markdown, as `docs/rules/<id>.md` holds it. */
export function rulePage(rule: Rule): string {
  const engines = rule.engines.map((engine) => ENGINE_NAMES[engine]).join(', ');
  return [
    `# ${rule.id}`,
    '',
    `${rule.title}.`,
    '',
    '| Severity | Engines |',
    '| --- | --- |',
    `| ${rule.severity} | ${engines} |`,
    '',
    '## Why',
    '',
    rule.docs.why,
    '',
    ...perServer(rule.docs.onEngine, (why) => why),
    '## Instead',
    '',
    rule.docs.instead,
    '',
    '## Reference',
    '',
    `<${rule.docs.reference}>`,
    '',
    ...perServer(rule.docs.references, (address) => `<${address}>`),
  ].join('\n');
}

/** One paragraph a server. */
function perServer(
  texts: Rule['docs']['references'],
  format: (text: string) => string,
): readonly string[] {
  return SERVERS.flatMap((server) => {
    const text = texts?.[server];
    return text === undefined ? [] : [`${SERVER_NAMES[server]}: ${format(text)}`, ''];
  });
}

/** The index of all rule pages, Markdown, as `docs/rules/README.md` holds it. */
export function ruleIndex(rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ id, title, severity, engines }) =>
      `| [${id}](${id}.md) | ${title} | ${severity} | ${engines.map((engine) => ENGINE_NAMES[engine]).join(', ')} |`,
  );
  return [
    '# Rules',
    '',
    'Each finding of `migdocs` names its rule. The severity is that of the weightiest finding: work that',
    'takes as long as a table is large is `info` on a small table, `warning` on a medium one and `danger`',
    'on a large one or one whose size is not known.',
    '',
    '[Compared with strong_migrations and squawk](../compared.md) goes through the rules of both tools.',
    '',
    '| Rule | What happens | Severity | Engines |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
