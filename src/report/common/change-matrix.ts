import { column, row, table } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import { NO_CHANGE } from '../describe/counts.ts';
import { CHANGE_KINDS, KIND_WORDS } from '../describe/terms.ts';
import { wordsOfChanges } from '../object-types.ts';
import type { ReportBlock } from '../types.ts';
import { objectWord, plural, sentenceCase } from '../words/index.ts';

/** Kinds of objects × kinds of change. */
export function changeMatrix({ facts }: ReportContext): ReportBlock {
  const count = (word: string, kind: string) =>
    facts.changes.filter((change) => objectWord(change.object) === word && change.kind === kind)
      .length;
  return table(
    [
      column('Object', 3),
      ...CHANGE_KINDS.map((kind) => column(sentenceCase(KIND_WORDS[kind]), 1, 'right')),
    ],
    wordsOfChanges(facts.changes).map((word) =>
      row([
        sentenceCase(plural(2, word)),
        ...CHANGE_KINDS.map((kind) => String(count(word, kind))),
      ]),
    ),
    {
      caption: 'Parts of a table that is added or removed as a whole are not counted.',
      whenEmpty: NO_CHANGE,
    },
  );
}
