import { list, subheading } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import { SEVERITY_WORDS } from '../describe/terms.ts';
import { idLinks } from '../links.ts';
import type { TableView } from '../tables.ts';
import type { ReportBlock } from '../types.ts';

/** Findings on steps that touch the table; nothing when there are none. */
export function tableRisks({ facts }: ReportContext, view: TableView): readonly ReportBlock[] {
  const ids = new Set(view.changes.flatMap((change) => change.risks));
  const risks = facts.risks.filter((risk) => risk.table === view.name || ids.has(risk.id));
  if (risks.length === 0) return [];
  return [
    subheading('Findings'),
    list(
      risks.map((risk) => [
        ...idLinks('risk', [risk.id]),
        ` (${SEVERITY_WORDS[risk.severity]}): ${risk.message}`,
      ]),
    ),
  ];
}
