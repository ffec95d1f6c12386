import { APPROVE, APPROVE_WITH_CONDITIONS } from '../choices.ts';
import type { ReportContext } from '../context.ts';
import type { Sheet, SheetColumn } from '../types.ts';
import { filled, formula, input, sheet } from './cells.ts';
import { SHEETS } from './names.ts';

const COLUMNS: readonly SheetColumn[] = [
  filled('role', 'Role', 22),
  filled('statement', 'What is confirmed', 60),
  input('name', 'Name', 22, 'Who decides in this role'),
  input('decision', 'Decision', 22, 'Choose one', {
    choices: 'Decision',
    tones: {
      [APPROVE]: 'good',
      [APPROVE_WITH_CONDITIONS]: 'attention',
      Reject: 'bad',
      Defer: 'attention',
      'Not applicable': 'neutral',
    },
  }),
  input('conditions', 'Conditions or comments', 36),
  input('date', 'Date', 14, 'Day of the decision', { type: 'date' }),
  input('reference', 'Signature or ticket', 24),
  filled('approvedDigest', 'Digest that is approved', 34, { type: 'code' }),
  filled('digest', 'Digest of these inputs', 34, { type: 'code' }),
  filled('valid', 'Valid', 10, { tones: { yes: 'good', no: 'attention' } }),
];

/** An approval counts when somebody gave it by name for the inputs that this workbook was made from. */
const VALID = `IF(AND([@name]<>"",OR([@decision]="${APPROVE}",[@decision]="${APPROVE_WITH_CONDITIONS}",[@decision]="Not applicable"),[@approvedDigest]=[@digest]),"yes","no")`;

export function approvalsSheet({ facts }: ReportContext): Sheet {
  return sheet({
    name: SHEETS.approvals,
    purpose: 'Who decides what. An approval holds only for the input digest beside it.',
    columns: COLUMNS,
    values: facts.roles.map((role) => ({
      anchor: role.id,
      values: {
        role: role.title,
        statement: role.statement,
        approvedDigest: facts.digest,
        digest: facts.digest,
        valid: formula(VALID, 'no'),
      },
    })),
  });
}
