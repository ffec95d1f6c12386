/** Where migdocs is known to differ from what is recorded, and why. */
export interface KnownDifference {
  readonly reason: string;
  /** `engine group/Migration direction`, or with `engine-version` for one Active Record alone. */
  readonly cases: readonly string[];
}

/** Each of them must still differ: one that no longer does is to be taken off the list. */
export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    reason:
      "Rails 6.1's own mistakes: methods of `change_table` that raise, conditions that it does not heed, types without a method.",
    cases: [
      'mysql types_mysql/Type64 up',
      'postgresql-6.1 change_table/ChangeTableChecks up',
      'postgresql-6.1 change_table/ChangeTableRemovesCheck up',
      'postgresql-6.1 change_table/ChangeTableAsksFirst up',
      'postgresql-6.1 foreign_keys/AddReferenceIfNotExists up',
      'postgresql-6.1 foreign_keys/AddNewForeignKeyIfNotExists down',
      'postgresql-6.1 types_postgresql/Type63 up',
      'postgresql-6.1 types_postgresql/Type64 up',
      'postgresql-6.1 types_postgresql/Type65 up',
      'mysql-6.1 change_table/ChangeTableChecks up',
      'mysql-6.1 change_table/ChangeTableRemovesCheck up',
      'mysql-6.1 change_table/ChangeTableAsksFirst up',
      'mysql-6.1 foreign_keys/AddReferenceIfNotExists up',
      'mysql-6.1 foreign_keys/AddNewForeignKeyIfNotExists down',
      'sqlite-6.1 change_table/ChangeTableChecks up',
      'sqlite-6.1 change_table/ChangeTableRemovesCheck up',
      'sqlite-6.1 change_table/ChangeTableAsksFirst up',
      'sqlite-6.1 foreign_keys/AddReferenceIfNotExists up',
      'sqlite-6.1 foreign_keys/AddNewForeignKeyIfNotExists down',
      'sqlite-6.1 sqlite/AddTypesToTable up',
    ],
  },
  {
    reason: 'Types, extensions and columns in expressions that only the database can tell of.',
    cases: [
      'postgresql columns/AddColumnOfUnknownType up',
      'postgresql constraints/AddCheckOnMissingColumn up',
      'postgresql postgresql/EnableUnknownExtension up',
      'mysql columns/AddColumnOfUnknownType up',
      'mysql constraints/AddCheckOnMissingColumn up',
      'sqlite columns/AddColumnOfUnknownType up',
      'sqlite columns/AddColumnOfUnknownType down',
      'sqlite constraints/AddCheckOnMissingColumn up',
    ],
  },
  {
    reason:
      'A hazard warns of it: foreign keys between types that differ, and an index built concurrently in a transaction.',
    cases: [
      'postgresql foreign_keys/AddForeignKeyOfOtherType up',
      'postgresql indexes/AddIndexConcurrentlyInTransaction up',
      'mysql foreign_keys/AddForeignKeyOfOtherType up',
      'mysql foreign_keys/AddForeignKeyOfOtherSize up',
      'mysql versions/CreatesTableWithReferences42 up',
      'mysql versions/CreatesTableWithReferences50 up',
    ],
  },
  {
    reason:
      "MariaDB's own limits: unique indexes keep their columns, and indexes on long columns become hashes or prefixes.",
    cases: [
      'mysql change_table/ChangeTableInChangeChangesType up',
      'mysql columns/AddStringIfNotExists down',
      'mysql columns/RemoveIndexedColumn up',
      'mysql columns/RemoveColumnOfForeignKey up',
      'mysql columns/RemoveColumnWithoutType up',
      'mysql columns/RemoveTwoColumnsOfAType up',
      'mysql columns/ChangeColumnInChange up',
      'mysql directions/ReversibleUpOnly up',
      'mysql directions/ChangeColumnInChangeWithOther up',
      'mysql foreign_keys/AddPolymorphicReferenceWithUniqueIndex down',
      'mysql indexes/AddIndexOnTextWithoutLength up',
    ],
  },
  {
    reason: "MariaDB's own types and forms of defaults, where MySQL is predicted.",
    cases: [
      'mysql columns/AddTimestampsNotNull up',
      'mysql-7.2 conversions/Conversion31 up',
      'mysql conversions/Conversion31 down',
      'mysql-7.2 mysql/ChangeDefaultOfText down',
      'mysql-6.1 mysql/AddUuidDefault up',
      'mysql mysql/AddJsonColumn up',
      'mysql-6.1 tables/CreateTableWithOptionsAndCharset up',
      'mysql types_mysql/Type42 up',
      'mysql-7.2 types_mysql/Type48 up',
      'mysql types_mysql/Type61 up',
      'mysql types_mysql/Type62 up',
      'mysql-6.1 columns/ChangeDefaultOfDatetimeToFunction up',
      'mysql-6.1 mysql/AddTimestampOnUpdate up',
    ],
  },
  {
    reason:
      "The name of a constraint is made of the author's expression, which the schema file does not have.",
    cases: ['mysql constraints/AddCheckTwice up'],
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
      'sqlite foreign_keys/AddForeignKeyTwice down',
      'sqlite foreign_keys/AddForeignKeyIfNotExists up',
      'sqlite foreign_keys/AddForeignKeyIfNotExists down',
      'sqlite foreign_keys/RemoveForeignKey down',
      'sqlite foreign_keys/RemoveForeignKeyByToTable down',
      'sqlite foreign_keys/RemoveForeignKeyThenIndex down',
      'sqlite-7.2 foreign_keys/AddCompositeForeignKey down',
      'sqlite indexes/AddIndexOnMissingColumn up',
    ],
  },
  {
    reason: 'SQLite finds out late that the parent of a foreign key, or its key, is not there.',
    cases: [
      'sqlite foreign_keys/AddReferenceToMissingTable up',
      'sqlite foreign_keys/AddForeignKeyWithoutPrimaryKey up',
    ],
  },
  {
    reason:
      'SQL in `execute`, and tables made of a query, that are not read yet; the operation is shown as not understood, or the object is none that Rails dumps.',
    cases: [
      'postgresql postgresql/ChangeIntegerToIdentity up',
      'sqlite sqlite/ExecuteCreatesViewOnSqlite down',
      'sqlite tables/CreateTableAsQuery up',
      'postgresql-6.1 postgresql/AddEnumValueBySql up',
    ],
  },
  {
    reason:
      'No dump shows a temporary table, so that a way back that starts from a dump does not know of it.',
    cases: [
      'postgresql tables/CreateTemporaryTable down',
      'mysql tables/CreateTemporaryTable down',
      'sqlite tables/CreateTemporaryTable down',
    ],
  },
  {
    reason:
      'The file does not tell whether 7.2.2 or 7.2.3 dumps, which puts checks that are NOT VALID after the table.',
    cases: ['postgresql-7.2 constraints/AddCheckNotValid up'],
  },
  {
    reason:
      '`Migration[4.2]` looks for the index by the name that it had in 4.2, which quarrels with turning around.',
    cases: [
      'postgresql versions/RemovesIndexByName42 down',
      'mysql versions/RemovesIndexByName42 down',
      'sqlite versions/RemovesIndexByName42 down',
    ],
  },
  {
    reason:
      'Defaults that PostgreSQL prints, or Rails reads back, in another form: expressions over literals, points, ranges of days, which Rails dumps as Ruby that is not valid.',
    cases: [
      'postgresql tables/CreateTableWithUuidKeyAndDefault up',
      'postgresql-7.2 types_postgresql/Type21 up',
      'postgresql types_postgresql/Type96 up',
      'postgresql types_postgresql/Type109 up',
      'postgresql types_postgresql/Type109 down',
    ],
  },
];
