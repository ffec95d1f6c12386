import type { KnownDifference } from './known-differences.ts';

/**
 * Where migdocs is known to differ from what is recorded of structure.sql on SQLite and MariaDB, and
 * why; named as `engine group/Migration direction`, or with the judge in front where it is one alone.
 * Each must still differ.
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
      'sqlite columns/RemoveMissingColumn up',
      'sqlite constraints/AddCheckTwice up',
      'sqlite-7.2 constraints/AddCheckIfNotExists up',
      'sqlite-7.2 constraints/AddCheckOfNameIfNotExists up',
      'sqlite foreign_keys/RemoveMissingReference up',
      'sqlite foreign_keys/AddForeignKeyTwice up',
      'sqlite foreign_keys/AddForeignKeyIfNotExists up',
      'sqlite foreign_keys/RemoveForeignKey down',
      'sqlite foreign_keys/RemoveForeignKeyByToTable down',
      'sqlite foreign_keys/RemoveForeignKeyThenIndex down',
      'sqlite-7.2 foreign_keys/AddCompositeForeignKey down',
      'sqlite indexes/AddIndexOnMissingColumn up',
    ],
  },
  {
    reason:
      'SQLite finds out late that a column, the parent of a foreign key, or its key is not there.',
    cases: [
      'sqlite constraints/AddCheckOnMissingColumn up',
      'sqlite foreign_keys/AddReferenceToMissingTable up',
      'sqlite foreign_keys/AddForeignKeyToMissingTable up',
      'sqlite foreign_keys/AddForeignKeyWithoutPrimaryKey up',
    ],
  },
  {
    reason:
      'No dump shows a temporary table, and the columns of a table that Ruby makes of a query are not read.',
    cases: ['sqlite tables/CreateTemporaryTable down', 'sqlite tables/CreateTableAsQuery up'],
  },
  {
    reason:
      '`Migration[4.2]` looks for the index by the name that it had in 4.2, which quarrels with turning around.',
    cases: ['sqlite versions/RemovesIndexByName42 down'],
  },
  {
    reason:
      'What the text of a statement keeps and the model does not: DEFAULT NULL that a migration states, `numeric` for `decimal`, a key without AUTOINCREMENT, the order in which two indexes follow their table.',
    cases: [
      'sqlite-7.2 conversions/Conversion5 up',
      'sqlite-6.1 conversions/Conversion31 up',
      'sqlite sqlite/RenameTableOfIndexes up',
      'sqlite types_sqlite/Type34 up',
      'sqlite types_sqlite/Type35 up',
      'sqlite versions/CreatesTableWithIntegerKey42 up',
      'sqlite versions/CreatesTableWithIntegerKey50 up',
    ],
  },
  {
    reason: "Rails 6.1's own mistakes, as on SQLite.",
    cases: [
      'mysql-6.1 change_table/ChangeTableAsksFirst up',
      'mysql-6.1 change_table/ChangeTableChecks up',
      'mysql-6.1 change_table/ChangeTableRemovesCheck up',
      'mysql-6.1 foreign_keys/AddNewForeignKeyIfNotExists down',
      'mysql-6.1 foreign_keys/AddReferenceIfNotExists up',
    ],
  },
  {
    reason: 'Types, and columns in expressions, that only the database can tell of.',
    cases: [
      'mysql columns/AddColumnOfUnknownType up',
      'mysql constraints/AddCheckOnMissingColumn up',
      'mysql types_mysql/Type64 up',
    ],
  },
  {
    reason: 'A hazard warns of it: foreign keys between types that differ.',
    cases: [
      'mysql foreign_keys/AddForeignKeyOfOtherSize up',
      'mysql foreign_keys/AddForeignKeyOfOtherType up',
      'mysql versions/CreatesTableWithReferences42 up',
      'mysql versions/CreatesTableWithReferences50 up',
    ],
  },
  {
    reason: "MariaDB's own limit: unique indexes keep their columns.",
    cases: [
      'mysql columns/AddStringIfNotExists down',
      'mysql columns/RemoveColumnOfForeignKey up',
      'mysql columns/RemoveColumnWithoutType up',
      'mysql columns/RemoveIndexedColumn up',
      'mysql columns/RemoveTwoColumnsOfAType up',
      'mysql foreign_keys/AddPolymorphicReferenceWithUniqueIndex down',
    ],
  },
  {
    reason:
      'What Active Record takes for a literal on MariaDB, the width of a bigint, and `utf8` as it is given.',
    cases: [
      'mysql-6.1 columns/ChangeDefaultOfDatetimeToFunction up',
      'mysql-6.1 tables/CreateTableWithOptionsAndCharset up',
      'mysql-7.2 conversions/Conversion31 up',
      'mysql-7.2 types_mysql/Type21 up',
    ],
  },
  {
    reason: 'The rows that a migration writes count AUTO_INCREMENT up.',
    cases: [
      'mysql statements/RowsByExec up',
      'mysql statements/RowsByName up',
      'mysql statements/RowsOfFixtures up',
    ],
  },
  {
    reason: 'As on SQLite: a temporary table, and `Migration[4.2]` on its way back.',
    cases: ['mysql tables/CreateTemporaryTable down', 'mysql versions/RemovesIndexByName42 down'],
  },
];
