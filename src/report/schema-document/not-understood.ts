import { formatLocation } from '../../model/source.ts';
import { code, column, paragraph, row, section, table } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import type { ReportBlock, ReportSection } from '../types.ts';
import { sentenceCase } from '../words/index.ts';

export function notUnderstood(context: ReportContext): ReportSection {
  return section({
    anchor: 'not-understood',
    title: 'Not understood, not predicted',
    blocks: [
      paragraph(
        'What these statements do to the schema is not in this document. A person has to check each of them.',
      ),
      opaqueTable(context),
    ],
  });
}

/** Every statement that no reader understood. Also in the sign-off document. */
export function opaqueTable({ facts }: ReportContext): ReportBlock {
  return table(
    [column('Where', 4), column('Statement', 6), column('Not understood, because', 5)],
    facts.opaque.map(({ text, reason, source }) =>
      row([code(formatLocation(source)), code(text), `${sentenceCase(reason)}.`]),
    ),
    { whenEmpty: 'Every statement was understood.' },
  );
}
