import { code, column, field, row, section, table } from '../blocks.ts';
import type { ReportContext, VerificationFact } from '../context.ts';
import { idAnchor } from '../links.ts';
import type { ReportBlock, ReportSection } from '../types.ts';

export function verification({ facts }: ReportContext): ReportSection {
  return section({
    anchor: 'verification',
    title: '9 Verification',
    orientation: 'landscape',
    blocks: [verificationTable(facts.verifications.filter((one) => one.when === 'forward'))],
  });
}

/** Queries with what they must give, and fields for what they gave. */
export function verificationTable(verifications: readonly VerificationFact[]): ReportBlock {
  return table(
    [
      column('Id', 1),
      column('Step', 1),
      column('What is checked', 4),
      column('Query', 11),
      column('Expected', 4),
      column('Actual', 2),
      column('Passed', 1, 'center'),
      column('By', 1),
    ],
    verifications.map((one) =>
      row(
        [
          one.id,
          one.step ?? 'release',
          one.what,
          code(one.sql),
          code(one.expected),
          field('text', `check.${one.id.toLowerCase()}.actual`, 'Actual'),
          field('checkbox', `check.${one.id.toLowerCase()}.passed`, 'Passed'),
          field('text', `check.${one.id.toLowerCase()}.by`, 'By'),
        ],
        { anchor: idAnchor('verification', one.id) },
      ),
    ),
    { whenEmpty: 'There is nothing to check.' },
  );
}
