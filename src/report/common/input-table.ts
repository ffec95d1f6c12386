import { code, column, row, table } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import { grouped } from '../numbers.ts';
import type { ReportBlock } from '../types.ts';

/** Every file that was read, with its digest. */
export function inputTable({ facts }: ReportContext): ReportBlock {
  return table(
    [column('File', 5), column('Role', 2), column('Bytes', 1, 'right'), column('SHA-256', 6)],
    facts.inputs.map(({ path, role, bytes, sha256 }) =>
      row([code(path), role, grouped(bytes), code(sha256)]),
    ),
    { whenEmpty: 'No file was read.' },
  );
}
