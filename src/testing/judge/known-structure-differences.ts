import type { KnownDifference } from './known-differences.ts';

/**
 * Where migdocs is known to differ from what is recorded of structure.sql on SQLite, and why; named as
 * `group/Migration direction`, with the judge in front where it is one alone. Each must still differ.
 */
export const KNOWN_STRUCTURE_DIFFERENCES: readonly KnownDifference[] = [
  {
    reason:
      "Rails 6.1's own mistakes: methods of `change_table` that raise, conditions that it does not heed, types without a method.",
    cases: [
      'sqlite-6.1 change_table/ChangeTableChecks up',
      'sqlite-6.1 change_table/ChangeTableRemovesCheck up',
      'sqlite-6.1 change_table/ChangeTableAsksFirst up',
      'sqlite-6.1 columns/RemoveMissingColumnIfExists up',
      'sqlite-6.1 foreign_keys/AddReferenceIfNotExists up',
      'sqlite-6.1 foreign_keys/AddForeignKeyIfNotExists down',
      'sqlite-6.1 foreign_keys/AddNewForeignKeyIfNotExists down',
      'sqlite-6.1 sqlite/AddTypesToTable up',
    ],
  },
  {
    reason:
      'SQLite takes the same check, foreign key or name of a missing column for good; migdocs refuses what would be a mistake elsewhere.',
    cases: [
      'columns/RemoveMissingColumn up',
      'constraints/AddCheckTwice up',
      'sqlite-7.2 constraints/AddCheckIfNotExists up',
      'sqlite-7.2 constraints/AddCheckOfNameIfNotExists up',
      'foreign_keys/RemoveMissingReference up',
      'foreign_keys/AddForeignKeyTwice up',
      'foreign_keys/AddForeignKeyIfNotExists up',
      'foreign_keys/RemoveForeignKey down',
      'foreign_keys/RemoveForeignKeyByToTable down',
      'foreign_keys/RemoveForeignKeyThenIndex down',
      'sqlite-7.2 foreign_keys/AddCompositeForeignKey down',
      'indexes/AddIndexOnMissingColumn up',
    ],
  },
  {
    reason:
      'SQLite finds out late that a column, the parent of a foreign key, or its key is not there.',
    cases: [
      'constraints/AddCheckOnMissingColumn up',
      'foreign_keys/AddReferenceToMissingTable up',
      'foreign_keys/AddForeignKeyToMissingTable up',
      'foreign_keys/AddForeignKeyWithoutPrimaryKey up',
    ],
  },
  {
    reason:
      'No dump shows a temporary table, and the columns of a table that Ruby makes of a query are not read.',
    cases: ['tables/CreateTemporaryTable down', 'tables/CreateTableAsQuery up'],
  },
  {
    reason:
      '`Migration[4.2]` looks for the index by the name that it had in 4.2, which quarrels with turning around.',
    cases: ['versions/RemovesIndexByName42 down'],
  },
  {
    reason:
      'What the text of a statement keeps and the model does not: DEFAULT NULL that a migration states, `numeric` for `decimal`, a key without AUTOINCREMENT, the order in which two indexes follow their table.',
    cases: [
      'sqlite-7.2 conversions/Conversion5 up',
      'sqlite-6.1 conversions/Conversion31 up',
      'sqlite/RenameTableOfIndexes up',
      'types_sqlite/Type34 up',
      'types_sqlite/Type35 up',
      'versions/CreatesTableWithIntegerKey42 up',
      'versions/CreatesTableWithIntegerKey50 up',
    ],
  },
];
