import { formatLocation } from '../../model/source.ts';
import {
  code,
  column,
  fact,
  factList,
  link,
  paragraph,
  row,
  section,
  subheading,
  table,
} from '../blocks.ts';
import type { ReportContext, RiskFact } from '../context.ts';
import { SEVERITY_WORDS } from '../describe/terms.ts';
import { idAnchor } from '../links.ts';
import type { ReportBlock, ReportSection } from '../types.ts';

export function findings(context: ReportContext): ReportSection {
  const { risks } = context.facts;
  return section({
    anchor: 'findings',
    title: 'Findings',
    startsOnNewPage: true,
    blocks: [
      table(
        [
          column('Id', 1),
          column('Severity', 2),
          column('Finding', 4),
          column('What happens', 7),
          column('Where', 4),
        ],
        risks.map((risk) =>
          row(
            [
              risk.id,
              `${SEVERITY_WORDS[risk.severity]}${risk.suppressed ? ', marked safe by the author' : ''}`,
              risk.title,
              risk.message,
              risk.source === null ? '' : code(formatLocation(risk.source)),
            ],
            { anchor: idAnchor('risk', risk.id) },
          ),
        ),
        { whenEmpty: 'No rule found anything.' },
      ),
      ...risks.flatMap(explanation),
    ],
  });
}

function explanation(risk: RiskFact): readonly ReportBlock[] {
  const web = /^https?:/.test(risk.reference);
  return [
    subheading(`${risk.id} ${risk.title}`),
    paragraph(risk.why),
    factList(
      fact('Instead', risk.instead),
      fact('Rule', code(risk.rule)),
      fact(
        'Evidence',
        risk.evidence === 'measured' ? 'measured in a rehearsal' : 'reasoned, not measured',
      ),
      fact('Reference', web ? link(risk.reference, risk.reference) : risk.reference),
    ),
  ];
}
