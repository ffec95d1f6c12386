import { code, codeBlock, paragraph, section } from '../blocks.ts';
import { changedSql, sqlDiff } from '../changed-sql.ts';
import { inputTable } from '../common/input-table.ts';
import type { ReportContext } from '../context.ts';
import { NO_CHANGE } from '../describe/counts.ts';
import { KIND_WORDS } from '../describe/terms.ts';
import { objectName } from '../object-types.ts';
import type { ChangeFact } from '../tables.ts';
import type { ReportSection } from '../types.ts';
import { objectWord } from '../words/index.ts';

export function appendix(context: ReportContext): readonly ReportSection[] {
  return [definitions(context), schemaFile(context), digests(context)];
}

/** For each table or stand-alone object, what creates its changed parts before and after. */
function definitions(context: ReportContext): ReportSection {
  const { changes } = context.facts;
  const names = [...new Set(changes.map(groupName))];
  const blocks = names.map((name) => {
    const own = changes.filter((change) => groupName(change) === name);
    const texts = own.map((change) => {
      const words = `${objectWord(change.object)} ${objectName(change.object)}`;
      const head = ` -- ${change.id} ${words} ${KIND_WORDS[change.kind]}`;
      return `${head}\n${sqlDiff(changedSql(context, change))}`;
    });
    return codeBlock('diff', texts.join('\n\n'), name);
  });
  return section({
    anchor: 'definitions',
    title: 'Appendix: definitions before and after',
    startsOnNewPage: true,
    blocks:
      blocks.length === 0
        ? [paragraph(NO_CHANGE)]
        : [
            paragraph(
              'What creates each object that changes, as it was (−) and as it will be (+). These are definitions to compare; what is run stands with the steps of the change.',
            ),
            ...blocks,
          ],
  });
}

/** Parts stand with their table. */
function groupName({ object }: ChangeFact): string {
  if (object.table !== null) return `table ${object.table}`;
  return `${objectWord(object)} ${object.name}`;
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
