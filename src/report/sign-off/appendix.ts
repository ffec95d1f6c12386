import { code, codeBlock, column, paragraph, row, section, subheading, table } from '../blocks.ts';
import { inputTable } from '../common/input-table.ts';
import { opaqueTable } from '../common/opaque-table.ts';
import type { ReportContext } from '../context.ts';
import { CONTROLS } from '../controls.ts';
import { wordsParagraphs } from '../templates.ts';
import type { ReportBlock, ReportSection } from '../types.ts';

export function appendix(context: ReportContext): readonly ReportSection[] {
  return [
    section({ anchor: 'appendix', title: '19 Appendix', startsOnNewPage: true, blocks: [] }),
    part('sql-forward', '19.1 SQL forward', forward(context)),
    part('sql-back', '19.2 SQL back', back(context)),
    part('not-understood', '19.3 Not understood', [opaqueTable(context)]),
    part('controls', '19.4 Controls', controls()),
    part('digests', '19.5 Digests', digests(context)),
    part('glossary', '19.6 Glossary', glossary()),
  ];
}

function part(anchor: string, title: string, blocks: readonly ReportBlock[]): ReportSection {
  return section({ anchor, title, level: 2, blocks });
}

function forward({ facts }: ReportContext): readonly ReportBlock[] {
  const migrations = facts.migrations.flatMap((migration) => {
    const steps = facts.steps.filter((step) => step.migration === migration.id);
    const sql = steps.flatMap((step) =>
      step.sql.length === 0 ? [`-- ${step.id}: ${step.words}`] : [`-- ${step.id}`, ...step.sql],
    );
    return [
      subheading(`${migration.id} ${migration.name}`),
      codeBlock('sql', sql.join('\n'), migration.path),
    ];
  });
  return migrations.length === 0 ? [paragraph('There is no migration.')] : migrations;
}

function back({ facts }: ReportContext): readonly ReportBlock[] {
  if (facts.rollback.length === 0) return [paragraph('There is nothing to undo.')];
  const sql = facts.rollback.flatMap((step) => [
    `-- ${step.id} undoes ${step.undoes}: ${step.action}`,
    ...step.sql,
  ]);
  return [codeBlock('sql', sql.join('\n'))];
}

function controls(): readonly ReportBlock[] {
  return [
    paragraph(
      'Where this document supports evidence for a control. It does not by itself show compliance.',
    ),
    table(
      [column('Standard', 3), column('Control', 5), column('Sections', 4)],
      CONTROLS.map(({ standard, control, sections }) => row([standard, control, sections])),
      { whenEmpty: 'No control is mapped.' },
    ),
  ];
}

function digests(context: ReportContext): readonly ReportBlock[] {
  return [
    paragraph('All inputs together: ', code(`sha256:${context.facts.digest}`)),
    inputTable(context),
  ];
}

/** Each paragraph of the template is a term, a colon and its meaning. */
function glossary(): readonly ReportBlock[] {
  const terms = wordsParagraphs('glossary', {}).map((text) => {
    const colon = text.indexOf(': ');
    return { term: text.slice(0, colon), meaning: text.slice(colon + 2) };
  });
  return [
    table(
      [column('Term', 2), column('Meaning', 8)],
      terms.map(({ term, meaning }) => row([term, meaning])),
      { whenEmpty: 'There are no terms.' },
    ),
  ];
}
