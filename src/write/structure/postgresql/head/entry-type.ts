/**
 * What pg_dump calls an entry in its header comment, with the place of its kind in the dump
 * (`dbObjectTypePriority` in pg_dump_sort.c, the same from PostgreSQL 9.2 to 18 but for casts,
 * which stood behind operators until 13). Privileges come behind all objects, event triggers
 * behind these (`_tocEntryRestorePass` in pg_backup_archiver.c).
 */
export const PRIORITIES = {
  SCHEMA: 1,
  'PROCEDURAL LANGUAGE': 2,
  COLLATION: 3,
  TRANSFORM: 4,
  EXTENSION: 5,
  TYPE: 6,
  'SHELL TYPE': 6,
  DOMAIN: 6,
  CAST: 7,
  FUNCTION: 8,
  PROCEDURE: 8,
  AGGREGATE: 9,
  'ACCESS METHOD': 10,
  OPERATOR: 11,
  'OPERATOR FAMILY': 12,
  'OPERATOR CLASS': 12,
  CONVERSION: 13,
  'TEXT SEARCH PARSER': 14,
  'TEXT SEARCH TEMPLATE': 15,
  'TEXT SEARCH DICTIONARY': 16,
  'TEXT SEARCH CONFIGURATION': 17,
  'FOREIGN DATA WRAPPER': 18,
  SERVER: 19,
  'USER MAPPING': 19,
  TABLE: 20,
  'FOREIGN TABLE': 20,
  VIEW: 20,
  'MATERIALIZED VIEW': 20,
  SEQUENCE: 20,
  'SEQUENCE OWNED BY': 20,
  'TABLE ATTACH': 21,
  DEFAULT: 22,
  CONSTRAINT: 30,
  'CHECK CONSTRAINT': 30,
  INDEX: 31,
  'INDEX ATTACH': 32,
  STATISTICS: 33,
  RULE: 34,
  TRIGGER: 35,
  'FK CONSTRAINT': 36,
  POLICY: 37,
  'ROW SECURITY': 37,
  PUBLICATION: 38,
  'PUBLICATION TABLE': 39,
  'PUBLICATION TABLES IN SCHEMA': 40,
  SUBSCRIPTION: 41,
  ACL: 50,
  'DEFAULT ACL': 51,
  'EVENT TRIGGER': 60,
  COMMENT: 0,
  'SECURITY LABEL': 0,
} as const;

export type EntryType = keyof typeof PRIORITIES;

/** The first priority of what needs the tables' rows in place: constraints, indexes, triggers. */
export const POST_DATA = PRIORITIES.CONSTRAINT;

/** Entries that stand right behind the one that they are about, wherever that one goes. */
export const FOLLOWERS: ReadonlySet<EntryType> = new Set([
  'COMMENT',
  'SECURITY LABEL',
  'SEQUENCE OWNED BY',
  'USER MAPPING',
]);
