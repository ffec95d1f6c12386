import type { SchemaObject, SchemaObjectType } from '../../model/schema.ts';
import { SCHEMA_OBJECT_WORDS } from '../../model/schema-object-types.ts';
import { code, column, denseTable, row, subheading } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import { type ChangeFact, MARK_OF } from '../tables.ts';
import type { ReportBlock, TableRow } from '../types.ts';
import { oneLine, plural, sentenceCase } from '../words/index.ts';
import { changeCell } from './table-columns.ts';

/** Characters of a statement that a row shows. */
const STATEMENT_LIMIT = 300;

/** What SQL alone makes, a table a type, A to Z: rules, grants, comments, operators and so on. */
export function keptObjects(context: ReportContext): readonly ReportBlock[] {
  const objects = context.proposal.after.objects ?? [];
  const removed = context.facts.changes.filter(
    ({ kind, object }) => kind === 'removed' && object.type === 'object',
  );
  const types = new Set([
    ...objects.map(({ type }) => type),
    ...removed.flatMap(({ object }) => object.objectType ?? []),
  ]);
  return [...types]
    .toSorted((left, right) => (wordsOf(left) < wordsOf(right) ? -1 : 1))
    .flatMap((type) => [
      subheading(sentenceCase(plural(2, wordsOf(type)))),
      denseTable(
        [column('Name', 4), column('Statement', 8), column('Change', 3)],
        [
          ...objects.filter((one) => one.type === type).map((one) => objectRow(context, one)),
          ...removed.filter(({ object }) => object.objectType === type).map(removedRow),
        ],
        { whenEmpty: 'There are none.' },
      ),
    ]);
}

function wordsOf(type: SchemaObjectType): string {
  return SCHEMA_OBJECT_WORDS[type];
}

function objectRow(
  { facts }: ReportContext,
  { type, table, name, definition }: SchemaObject,
): TableRow {
  const change =
    facts.changes.find(
      ({ kind, object }) =>
        kind !== 'removed' &&
        object.objectType === type &&
        object.table === table &&
        object.name === name,
    ) ?? null;
  return row(
    [nameCell(name, table), code(oneLine(definition, STATEMENT_LIMIT)), changeCell(change)],
    { mark: change === null ? 'none' : MARK_OF[change.kind] },
  );
}

function removedRow(change: ChangeFact): TableRow {
  const { name, table } = change.object;
  return row([nameCell(name, table), '', changeCell(change)], { mark: 'removed' });
}

function nameCell(name: string, table: string | null) {
  return table === null ? [code(name)] : [code(name), ' of ', code(table)];
}
