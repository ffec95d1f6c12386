import type { ObjectReference } from '../../model/change.ts';
import type { SchemaObjectType } from '../../model/schema.ts';
import { lastPart, type Probe, type ProbeContext, row } from './probe.ts';

/** Whether the schema has the object that the reference names. */
function hasObject(
  { objectType, table, name }: ObjectReference,
  { schema }: ProbeContext,
): boolean {
  return (schema.objects ?? []).some(
    (one) => one.type === objectType && one.name === name && one.table === table,
  );
}

/** A condition that is true when PostgreSQL has the object; null for what has no row of its own. */
type Condition = (name: string, table: string | null, context: ProbeContext) => string;

/** A catalog whose names are unique in the database. */
const listed =
  (catalog: string, column: string): Condition =>
  (name, _table, { dialect }) =>
    `EXISTS (SELECT 1 FROM ${catalog} WHERE ${column} = ${dialect.quoteString(name)})`;

/** A catalog whose names are unique in their schema. */
const listedIn =
  (catalog: string, prefix: string, visible: string): Condition =>
  (name, _table, { dialect }) => {
    const dot = name.lastIndexOf('.');
    const namespace = dialect.quoteString(dialect.quoteIdentifier(name.slice(0, dot)));
    const place =
      dot < 0 ? `${visible}(oid)` : `${prefix}namespace = to_regnamespace(${namespace})`;
    return `EXISTS (SELECT 1 FROM ${catalog} WHERE ${prefix}name = ${dialect.quoteString(lastPart(name))} AND ${place})`;
  };

/** What a function finds by the name as SQL writes it: `total(integer)`, `===(text, text)`. */
const foundAs =
  (find: string): Condition =>
  (name, _table, { dialect }) =>
    `${find}(${dialect.quoteString(name)}) IS NOT NULL`;

const foundAsType: Condition = (name, _table, { dialect }) =>
  `to_regtype(${dialect.quoteString(dialect.quoteTable(name))}) IS NOT NULL`;

/** https://www.postgresql.org/docs/18/catalogs.html and functions-info.html; tried on 15.18. */
const CONDITIONS: { readonly [T in SchemaObjectType]?: Condition } = {
  accessMethod: listed('pg_am', 'amname'),
  aggregate: foundAs('to_regprocedure'),
  collation: listedIn('pg_collation', 'coll', 'pg_collation_is_visible'),
  compositeType: foundAsType,
  conversion: listedIn('pg_conversion', 'con', 'pg_conversion_is_visible'),
  eventTrigger: listed('pg_event_trigger', 'evtname'),
  foreignDataWrapper: listed('pg_foreign_data_wrapper', 'fdwname'),
  foreignServer: listed('pg_foreign_server', 'srvname'),
  foreignTable: (name, _table, { dialect }) =>
    `to_regclass(${dialect.quoteString(dialect.quoteTable(name))}) IS NOT NULL`,
  language: listed('pg_language', 'lanname'),
  operator: foundAs('to_regoperator'),
  publication: listed('pg_publication', 'pubname'),
  rangeType: foundAsType,
  rule: (name, table, { dialect }) => {
    const of = dialect.quoteString(dialect.quoteTable(table ?? ''));
    return `EXISTS (SELECT 1 FROM pg_rewrite WHERE rulename = ${dialect.quoteString(name)} AND ev_class = to_regclass(${of}))`;
  },
  shellType: foundAsType,
  statistics: listedIn('pg_statistic_ext', 'stx', 'pg_statistics_obj_is_visible'),
  subscription: listed('pg_subscription', 'subname'),
  textSearchConfiguration: listedIn('pg_ts_config', 'cfg', 'pg_ts_config_is_visible'),
  textSearchDictionary: listedIn('pg_ts_dict', 'dict', 'pg_ts_dict_is_visible'),
  textSearchParser: listedIn('pg_ts_parser', 'prs', 'pg_ts_parser_is_visible'),
  textSearchTemplate: listedIn('pg_ts_template', 'tmpl', 'pg_ts_template_is_visible'),
};

/**
 * Asks PostgreSQL whether the object is there. Null for grants, comments, settings and the like,
 * which are properties of other objects.
 */
export function postgresqlObject(reference: ObjectReference, context: ProbeContext): Probe | null {
  const condition = reference.objectType && CONDITIONS[reference.objectType];
  if (!condition) return null;
  return {
    sql: `SELECT ${condition(reference.name, reference.table, context)} AS found;`,
    expected: row({ found: hasObject(reference, context) }),
  };
}

/** Asks MySQL, which has events alone. */
export function mysqlObject(reference: ObjectReference, context: ProbeContext): Probe | null {
  if (reference.objectType !== 'event') return null;
  const name = context.dialect.quoteString(reference.name);
  return {
    sql: `SELECT COUNT(*) AS found FROM information_schema.events WHERE event_schema = DATABASE() AND event_name = ${name};`,
    expected: row({ found: hasObject(reference, context) ? 1 : 0 }),
  };
}
