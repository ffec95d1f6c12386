import { code, codeBlock, column, paragraph, row, section, table } from '../blocks.ts';
import { inputTable } from '../common/input-table.ts';
import type { ReportContext } from '../context.ts';
import { changeDefinitions } from '../definitions.ts';
import { objectName } from '../object-types.ts';
import { MARK_OF } from '../tables.ts';
import type { ReportSection } from '../types.ts';
import { OBJECT_WORDS } from '../words/index.ts';

export function appendix(context: ReportContext): readonly ReportSection[] {
  return [definitions(context), schemaFile(context), digests(context)];
}

function definitions(context: ReportContext): ReportSection {
  return section({
    anchor: 'definitions',
    title: 'Appendix: definitions before and after',
    startsOnNewPage: true,
    blocks: [
      table(
        [column('Id', 1), column('Object', 4), column('Before', 6), column('After', 6)],
        context.facts.changes.map((change) => {
          const { before, after } = changeDefinitions(change);
          return row(
            [
              change.id,
              `${OBJECT_WORDS[change.object.type]} ${objectName(change.object)}`,
              before === null ? '–' : code(before),
              after === null ? '–' : code(after),
            ],
            { mark: MARK_OF[change.kind] },
          );
        }),
        { whenEmpty: 'Nothing changes.' },
      ),
    ],
  });
}

function schemaFile({ facts, schemaFileDiff }: ReportContext): ReportSection {
  return section({
    anchor: 'schema-file',
    title: `Appendix: ${facts.schemaFile.path} before and after`,
    blocks:
      schemaFileDiff === ''
        ? [paragraph('The file stays as it is.')]
        : [codeBlock('diff', schemaFileDiff)],
  });
}

function digests(context: ReportContext): ReportSection {
  return section({
    anchor: 'digests',
    title: 'Appendix: inputs and digests',
    blocks: [
      paragraph('All inputs together: ', code(`sha256:${context.facts.digest}`)),
      inputTable(context),
    ],
  });
}
