import type { ReportContext } from '../context.ts';
import type { Sheet } from '../types.ts';
import { filled, sheet } from './cells.ts';
import { SHEETS } from './names.ts';

export function inputsSheet({ facts }: ReportContext): Sheet {
  return sheet({
    name: SHEETS.inputs,
    purpose: 'The files that this workbook was made from. The digest covers all of them in order.',
    facts: [{ label: 'Input digest', value: `sha256:${facts.digest}` }],
    columns: [
      filled('path', 'File', 60),
      filled('role', 'Role', 20),
      filled('bytes', 'Bytes', 12, { type: 'number' }),
      filled('sha256', 'SHA-256', 68, { type: 'code' }),
    ],
    values: facts.inputs.map(({ path, role, bytes, sha256 }) => ({
      values: { path, role, bytes, sha256 },
    })),
  });
}
