import type { Engine } from '../model/engine.ts';

/** What an engine does of its own accord when something that others depend on changes. */
export interface EngineEffects {
  /** DROP TABLE is refused while foreign keys of other tables point at the table. */
  readonly protectsReferencedTables: boolean;
  /** CASCADE takes the foreign keys along that point at a table; others take the word and do nothing. */
  readonly cascadesToKeys: boolean;
  /** CASCADE takes the views along that read what is dropped. */
  readonly cascadesToViews: boolean;
  /**
   * What becomes of an index with several columns when one of them is dropped: the index goes
   * (PostgreSQL), or it loses that column (MySQL; SQLite through Rails' copy of the table).
   */
  readonly indexLosesColumn: boolean;
  /** DROP COLUMN takes the table's own constraints along, or is refused while they need the column. */
  readonly dropColumnDropsConstraints: boolean;
  /** DROP COLUMN takes the foreign keys of the table itself along that hold the column. */
  readonly dropColumnDropsForeignKeys: boolean;
  /** DROP COLUMN is refused while a foreign key of another table refers to the column. */
  readonly protectsReferencedColumns: boolean;
  /** Index names are unique in a schema (namespace), not only in a table. */
  readonly indexNamesPerNamespace: boolean;
  /** A foreign key is refused when the table that it refers to is not there. */
  readonly foreignKeyNeedsParent: boolean;
  /** An index that the engine made for a foreign key goes when another one serves the key. */
  readonly replacesImplicitIndex: boolean;
  /** Rails changes and drops columns by copying the table, which drops its triggers. */
  readonly copiesTable: boolean;
  /** Queries of views and the heads of triggers and policies follow a rename of a table. */
  readonly definitionsFollowTable: boolean;
  /** The heads of triggers and policies follow a rename of a column. */
  readonly definitionsFollowColumn: boolean;
  /** Constraint names that follow a rename of the table, as suffix after its old name. */
  readonly tableNamedConstraints: RegExp | null;
  /** `rename_table` renames the index `<table>_pkey` and the sequence `<table>_<key>_seq` too. */
  readonly railsRenamesPrimaryKey: boolean;
  /** A serial column has a sequence, whose name does not follow that of the column. */
  readonly namesSequences: boolean;
  /** Rows are numbered by the primary key, not by a property of the column. */
  readonly numbersByKey: boolean;
  /** The name of a trigger is unique in the schema (namespace), not only on its table. */
  readonly triggerNamesPerNamespace: boolean;
  /** Foreign keys follow a rename of the column that they refer to; not where Rails copies its table. */
  readonly keysFollowColumn: boolean;
  /** A table has at least one column, so that the last one cannot be dropped. */
  readonly tablesNeedColumns: boolean;
}

/** Keyed by engine, so that a new engine does not compile until every effect is known. */
export const ENGINE_EFFECTS: { readonly [E in Engine]: EngineEffects } = {
  // https://www.postgresql.org/docs/17/sql-altertable.html and sql-droptable.html
  postgresql: {
    protectsReferencedTables: true,
    cascadesToKeys: true,
    cascadesToViews: true,
    indexLosesColumn: false,
    dropColumnDropsConstraints: true,
    dropColumnDropsForeignKeys: true,
    protectsReferencedColumns: true,
    indexNamesPerNamespace: true,
    foreignKeyNeedsParent: true,
    replacesImplicitIndex: false,
    copiesTable: false,
    definitionsFollowTable: true,
    definitionsFollowColumn: true,
    tableNamedConstraints: null,
    railsRenamesPrimaryKey: true,
    namesSequences: true,
    numbersByKey: false,
    triggerNamesPerNamespace: false,
    keysFollowColumn: true,
    tablesNeedColumns: false,
  },
  // https://dev.mysql.com/doc/refman/8.4/en/alter-table.html, rename-table.html and
  // create-table-foreign-keys.html
  mysql: {
    protectsReferencedTables: true,
    cascadesToKeys: false,
    cascadesToViews: false,
    indexLosesColumn: true,
    dropColumnDropsConstraints: false,
    dropColumnDropsForeignKeys: false,
    protectsReferencedColumns: true,
    indexNamesPerNamespace: false,
    foreignKeyNeedsParent: true,
    replacesImplicitIndex: true,
    copiesTable: false,
    definitionsFollowTable: false,
    definitionsFollowColumn: false,
    tableNamedConstraints: /^_(?:ibfk|chk)_/,
    railsRenamesPrimaryKey: false,
    namesSequences: false,
    numbersByKey: false,
    triggerNamesPerNamespace: true,
    keysFollowColumn: true,
    tablesNeedColumns: true,
  },
  // Active Record 7.1, sqlite3_adapter.rb: remove_column, alter_table, copy_table_indexes.
  // https://www.sqlite.org/lang_altertable.html
  sqlite: {
    protectsReferencedTables: false,
    cascadesToKeys: false,
    cascadesToViews: false,
    indexLosesColumn: true,
    dropColumnDropsConstraints: false,
    dropColumnDropsForeignKeys: true,
    protectsReferencedColumns: false,
    indexNamesPerNamespace: true,
    foreignKeyNeedsParent: false,
    replacesImplicitIndex: false,
    copiesTable: true,
    definitionsFollowTable: true,
    definitionsFollowColumn: false,
    tableNamedConstraints: null,
    railsRenamesPrimaryKey: false,
    namesSequences: false,
    numbersByKey: true,
    triggerNamesPerNamespace: true,
    keysFollowColumn: false,
    tablesNeedColumns: true,
  },
};
