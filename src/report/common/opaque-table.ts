import { formatLocation } from '../../model/source.ts';
import { code, column, row, table } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import type { ReportBlock } from '../types.ts';
import { sentenceCase } from '../words/index.ts';

/** Every statement that no reader understood. */
export function opaqueTable({ facts }: ReportContext): ReportBlock {
  return table(
    [column('Where', 4), column('Statement', 6), column('Not understood, because', 5)],
    facts.opaque.map(({ text, reason, source }) =>
      row([code(formatLocation(source)), code(text), `${sentenceCase(reason)}.`]),
    ),
    { whenEmpty: 'Every statement was understood.' },
  );
}
