import { formatLocation } from '../../model/source.ts';
import {
  code,
  codeBlock,
  column,
  joined,
  link,
  muted,
  paragraph,
  row,
  section,
  strong,
  subheading,
  table,
} from '../blocks.ts';
import { byRule, type RuleFindings, remedyNote } from '../by-rule.ts';
import { type ReportContext, type RiskFact, tableLink } from '../context.ts';
import { riskMessage } from '../describe/risk.ts';
import { SEVERITY_WORDS } from '../describe/terms.ts';
import { idAnchor, idLinks } from '../links.ts';
import type { Inline, ReportBlock, ReportSection } from '../types.ts';

/** What the rules found: an overview a rule, then each rule with its findings and its remedy. */
export function findings(context: ReportContext): ReportSection {
  const rules = byRule(context.facts.risks);
  return section({
    anchor: 'findings',
    title: 'Findings',
    startsOnNewPage: true,
    blocks: [
      table(
        [column('Severity', 2), column('Finding', 5), column('Tables', 5), column('Ids', 4)],
        rules.map((found) => overviewRow(context, found)),
        { whenEmpty: 'No rule found anything.' },
      ),
      ...rules.flatMap(explanation),
    ],
  });
}

/** The findings come with the most severe first, so a rule's first one says how severe it can be. */
function overviewRow(context: ReportContext, { first, all }: RuleFindings<RiskFact>) {
  const tables = [...new Set(all.flatMap((risk) => (risk.table === null ? [] : [risk.table])))];
  const links = tables.map((name) => link(name, tableLink(context, name)));
  return row([
    SEVERITY_WORDS[first.severity],
    first.title,
    links.length === 0 ? muted('–') : joined(links),
    idLinks(
      'risk',
      all.map(({ id }) => id),
    ),
  ]);
}

function explanation(found: RuleFindings<RiskFact>): readonly ReportBlock[] {
  const { first, all } = found;
  return [
    subheading(first.title),
    paragraph(first.why),
    table(
      [column('Id', 1), column('Severity', 2), column('What happens', 8), column('Where', 7)],
      all.map((risk) =>
        row(
          [
            risk.id,
            SEVERITY_WORDS[risk.severity],
            riskMessage(risk),
            risk.source === null ? '' : code(formatLocation(risk.source)),
          ],
          { anchor: idAnchor('risk', risk.id) },
        ),
      ),
      { whenEmpty: 'No rule found anything.' },
    ),
    remedy(found),
    paragraph(...provenance(first)),
  ];
}

/** A sentence, or several lines with code among them. */
function remedy(found: RuleFindings<RiskFact>): ReportBlock {
  const { instead } = found.first;
  const note = remedyNote(found);
  if (!instead.includes('\n')) {
    return paragraph(strong('Instead'), note === '' ? ': ' : ` (for ${note}): `, instead);
  }
  return codeBlock('ruby', instead, note === '' ? 'Instead' : `Instead, for ${note}`);
}

function provenance({ rule, evidence, reference }: RiskFact): readonly (string | Inline)[] {
  const isWeb = /^https?:/.test(reference);
  return [
    muted('Rule '),
    code(rule),
    muted(
      evidence === 'measured' ? ' · measured in a rehearsal · ' : ' · reasoned, not measured · ',
    ),
    isWeb ? link(reference, reference) : muted(reference),
  ];
}
