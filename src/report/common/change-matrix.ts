import type { ObjectType } from '../../model/change.ts';
import { column, row, table } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import { NO_CHANGE } from '../describe/counts.ts';
import { CHANGE_KINDS, KIND_WORDS } from '../describe/terms.ts';
import { OBJECT_TYPES } from '../object-types.ts';
import type { ReportBlock } from '../types.ts';
import { OBJECT_WORDS, plural, sentenceCase } from '../words/index.ts';

/** Kinds of objects × kinds of change. */
export function changeMatrix({ facts }: ReportContext): ReportBlock {
  const count = (type: ObjectType, kind: string) =>
    facts.changes.filter((change) => change.object.type === type && change.kind === kind).length;
  const present = OBJECT_TYPES.filter((type) =>
    facts.changes.some((change) => change.object.type === type),
  );
  return table(
    [
      column('Object', 3),
      ...CHANGE_KINDS.map((kind) => column(sentenceCase(KIND_WORDS[kind]), 1, 'right')),
    ],
    present.map((type) =>
      row([
        sentenceCase(plural(2, OBJECT_WORDS[type])),
        ...CHANGE_KINDS.map((kind) => String(count(type, kind))),
      ]),
    ),
    {
      caption: 'Parts of a table that is added or removed as a whole are not counted.',
      whenEmpty: NO_CHANGE,
    },
  );
}
