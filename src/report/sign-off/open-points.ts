import { own } from '../../model/own.ts';
import { formatLocation } from '../../model/source.ts';
import { column, field, row, section, table } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import type { ReportSection } from '../types.ts';
import { waitsOf } from '../waits.ts';

/** What has to be settled before the change can be approved. */
export function openPoints(context: ReportContext): ReportSection {
  const points = openSentences(context);
  return section({
    anchor: 'open-points',
    title: '15 Open points',
    blocks: [
      table(
        [column('No.', 1, 'right'), column('Open point', 8), column('Owner', 2), column('Due', 2)],
        points.map((text, position) =>
          row([
            String(position + 1),
            text,
            field('text', `open.${position + 1}.owner`, 'Owner'),
            field('date', `open.${position + 1}.due`, 'Due'),
          ]),
        ),
        { whenEmpty: 'The files leave nothing open.' },
      ),
    ],
  });
}

/** Each open point as a sentence, the gravest kind first. */
function openSentences(context: ReportContext): readonly string[] {
  const { facts } = context;
  return [
    ...facts.opaque.map(
      ({ reason, source }) => `${formatLocation(source)} was not understood, because ${reason}.`,
    ),
    ...facts.rollback
      .filter((step) => step.fidelity === 'impossible')
      .map((step) => `${step.undoes} cannot be undone. ${step.reason ?? ''}`.trim()),
    ...facts.migrations.flatMap(({ path, irreversible }) =>
      irreversible.map(
        ({ reason, source }) =>
          `bin/rails db:rollback does not undo ${path} (line ${source.line}), because ${reason}.`,
      ),
    ),
    ...unknownSizes(context),
    ...facts.possibleRenames.map(
      ({ from, to, reason }) => `${from} → ${to} may be one object renamed, because ${reason}.`,
    ),
    ...(facts.drift ?? []).map(
      ({ words }) => `The committed schema file differs from the predicted one. ${words}`,
    ),
  ];
}

/** Tables on which somebody waits for a time that depends on their size, and the size is not known. */
function unknownSizes(context: ReportContext): readonly string[] {
  const tables = waitsOf(context).long.map(({ through }) => through);
  return [...new Set(tables)]
    .filter((table) => own(context.proposal.options.rows, table) === undefined)
    .map((table) => `The size of ${table} is not known, so how long the wait is cannot be said.`);
}
