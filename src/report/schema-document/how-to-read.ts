import { column, list, paragraph, row, section, table } from '../blocks.ts';
import { MARKS, type Mark, type ReportSection } from '../types.ts';

const MEANINGS: readonly { readonly mark: Mark; readonly meaning: string }[] = [
  { mark: 'added', meaning: 'It is new with this change.' },
  {
    mark: 'removed',
    meaning: 'It is there now and gone after the change. It stays visible in this document.',
  },
  { mark: 'altered', meaning: 'It is there before and after, and something about it differs.' },
  { mark: 'renamed', meaning: 'It has another name after the change.' },
  {
    mark: 'unknown',
    meaning: 'A statement that was not understood names it; what happens to it is not known.',
  },
];

const KEYS = [
  'PK: the column is part of the primary key.',
  'FK: the column refers to another table.',
  'UK: the column is the only one of a unique constraint or unique index.',
  'IX: the column is part of an index.',
];

export function howToRead(): ReportSection {
  return section({
    anchor: 'how-to-read',
    title: 'How to read this document',
    blocks: [
      paragraph(
        'It shows the schema as it is after the change. What changes carries a mark, always a sign and a word and never a colour alone.',
      ),
      table(
        [column('Mark', 1, 'center'), column('Word', 2), column('Meaning', 8)],
        MEANINGS.map(({ mark, meaning }) =>
          row([MARKS[mark].symbol, MARKS[mark].word, meaning], { mark }),
        ),
        { whenEmpty: 'There are no marks.' },
      ),
      paragraph('Keys of columns:'),
      list(KEYS),
      paragraph(
        'A column of a table that would be empty is left out. A foreign key without words on updates does nothing then, and one without words on its check is checked at each statement, for all rows.',
      ),
      paragraph('In a diagram a line leads from the table that refers to the table referred to.'),
    ],
  });
}
