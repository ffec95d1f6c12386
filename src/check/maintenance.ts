import { comparable, identifiersIn } from '../dialect/sql-names.ts';
import type { Schema, Table } from '../model/schema.ts';

/** A statement that builds tables or indexes anew as they are. */
export interface Maintenance {
  readonly verb: 'reindex' | 'cluster' | 'vacuumFull' | 'optimize';
  /** Tables that it works on; null where it names none of the schema, such as REINDEX DATABASE. */
  readonly tables: readonly string[] | null;
  readonly concurrently: boolean;
}

const VERBS: readonly (readonly [Maintenance['verb'], RegExp])[] = [
  ['reindex', /^REINDEX\b/i],
  ['cluster', /^CLUSTER\b/i],
  ['vacuumFull', /^VACUUM\s+FULL\b/i],
  ['vacuumFull', optionIsOn('VACUUM', 'FULL')],
  ['optimize', /^OPTIMIZE\s+(?:NO_WRITE_TO_BINLOG\s+|LOCAL\s+)?TABLE\b/i],
  ['optimize', /^ALTER\s+TABLE\s+\S+\s+(?:FORCE\b|ENGINE\s*=?\s*InnoDB\b)/i],
];

/** An option in parentheses behind the verb: `(FULL)` and `(FULL true)`, but not `(FULL false)`. */
function optionIsOn(verb: string, option: string): RegExp {
  const off = "(?!\\s+'?(?:false|off|0|no)\\b)";
  return new RegExp(`^${verb}\\s*\\([^)]*\\b${option}\\b${off}`, 'i');
}

/** Reads REINDEX, CLUSTER, VACUUM FULL, OPTIMIZE TABLE and its like; null for any other statement. */
export function maintenanceOf(text: string, schema: Schema): Maintenance | null {
  const statement = text.trim();
  const verb = VERBS.find(([, pattern]) => pattern.test(statement))?.[0];
  if (verb === undefined) return null;
  const named = identifiersIn(statement, schema.engine);
  const tables = [
    ...schema.tables.map((table) => [table.name, indexNames(table)] as const),
    ...schema.views.map(({ name, indexes }) => [name, indexes.map((index) => index.name)] as const),
  ].flatMap(([name, indexes]) =>
    [name, ...indexes].some((each) => named.has(comparable(each, schema.engine))) ? [name] : [],
  );
  const concurrently =
    optionIsOn('REINDEX', 'CONCURRENTLY').test(statement) ||
    /^[^(]*\bCONCURRENTLY\b|\)[^(]*\bCONCURRENTLY\b/i.test(statement);
  return { verb, tables: tables.length === 0 ? null : tables, concurrently };
}

/** Names of all indexes of a table, those of its keys among them. */
function indexNames({ name, primaryKey, indexes, uniqueConstraints }: Table): readonly string[] {
  const key = primaryKey ? [primaryKey.name ?? `${name}_pkey`] : [];
  return [
    ...key,
    ...indexes.map((index) => index.name),
    ...uniqueConstraints.map((each) => each.name),
  ];
}
