import { objectName } from '../dialect/postgresql/default-names.ts';
import { argumentTypes } from '../dialect/postgresql/function-arguments.ts';
import { findTable, type Schema, type SchemaObject, type Table } from '../model/schema.ts';
import { SCHEMA_OBJECT_WORDS } from '../model/schema-object-types.ts';
import { signatureOf } from './function-signatures.ts';
import { withoutIndexNamed } from './index-names.ts';
import { has } from './lookup.ts';
import { mapped } from './stored-sql.ts';

/** What a comment, grant, setting or rule is about. */
interface Subject {
  /** `TABLE`, `COLUMN`, `CONSTRAINT`: as COMMENT ON says it. */
  readonly kind: string;
  /** As the model names it. */
  readonly name: string;
  /** The table of a trigger, policy, rule or constraint; null for others. */
  readonly table: string | null;
}

/**
 * The schema after an operation without the objects that are about something that it dropped:
 * comments, grants, owners, rules and settings go with what they are about.
 */
export function withoutDangling(before: Schema, dropped: Schema): Schema {
  const after = withIndexesThere(dropped);
  if (!after.objects || before === after) return after;
  const objects = after.objects.filter(
    (object) => isAboutSomething(object, after) || !isAboutSomething(object, before),
  );
  if (objects.length > 0 && objects.length === after.objects.length) return after;
  const { objects: _all, ...rest } = after;
  // What went may have been what others are about: the owner of statistics.
  return objects.length === 0 ? rest : withoutDangling(before, { ...rest, objects });
}

/** The schema with tables that go by the indexes only that they have: for CLUSTER and the replica identity. */
function withIndexesThere(schema: Schema): Schema {
  const tables = mapped(schema.tables, (table) => {
    const named = [table.clusteredBy, table.replicaIdentity?.replace(/^USING INDEX /, '')];
    return named.reduce<Table>((result, index) => {
      const isIndex = index !== undefined && index !== 'FULL' && index !== 'NOTHING';
      return isIndex && !hasIndexNamed(table, index) ? withoutIndexNamed(result, index) : result;
    }, table);
  });
  return tables === schema.tables ? schema : { ...schema, tables };
}

/** An index of its own, or that of a key or constraint. */
function hasIndexNamed(table: Table, quoted: string): boolean {
  const name = plainName(quoted);
  return (
    [...table.indexes, ...table.uniqueConstraints, ...table.exclusionConstraints].some(
      (one) => one.name === name,
    ) || keyNamed(table, name)
  );
}

function keyNamed({ name: table, primaryKey }: Table, name: string): boolean {
  return (
    primaryKey !== null && (primaryKey.name ?? objectName(lastPart(table), null, 'pkey')) === name
  );
}

function isAboutSomething(object: SchemaObject, schema: Schema): boolean {
  if (object.table !== null && !isRelation(schema, object.table)) return false;
  return subjectsOf(object).every((subject) => isThere(subject, schema));
}

/** Types whose name says what they are about, with its kind in front. */
const NAMED_AFTER: readonly SchemaObject['type'][] = ['comment', 'grant', 'owner', 'securityLabel'];

function subjectsOf({ type, name, table, definition }: SchemaObject): readonly Subject[] {
  if (type === 'statistics') return columnsOfStatistics(definition);
  if (type === 'setting') return subjectNamed(name, table, (rest) => rest.split(' ')[0] ?? rest);
  return NAMED_AFTER.includes(type) ? subjectNamed(name, table, (rest) => rest) : [];
}

const KINDS = [
  'MATERIALIZED VIEW',
  'FOREIGN TABLE',
  'EVENT TRIGGER',
  'FOREIGN DATA WRAPPER',
  'STATISTICS',
  'SERVER',
  ...['TABLE', 'VIEW', 'SEQUENCE', 'INDEX', 'COLUMN', 'CONSTRAINT', 'TRIGGER', 'POLICY', 'RULE'],
  ...['FUNCTION', 'PROCEDURE', 'AGGREGATE', 'TYPE', 'DOMAIN', 'SCHEMA', 'EXTENSION'],
  ...Object.values(SCHEMA_OBJECT_WORDS).map((words) => words.toUpperCase()),
];

/**
 * `CONSTRAINT positive` of a table taken apart, or `TABLE users`; empty for a kind that is not known.
 *
 * @param own - the object's name in what stands behind the kind.
 */
function subjectNamed(
  text: string,
  table: string | null,
  own: (rest: string) => string,
): readonly Subject[] {
  const kind = KINDS.find((one) => text.startsWith(`${one} `));
  if (kind === undefined) return [];
  const [rest = '', domain] = text.slice(kind.length + 1).split(' ON DOMAIN ');
  const name = plainName(own(rest));
  const isColumn = kind === 'COLUMN' && table !== null;
  return [{ kind, name: isColumn ? `${table}.${name}` : name, table: domain ?? table }];
}

/** `public."Odd"` → `public.Odd`: the name without its quotes. What has arguments stands as it is. */
function plainName(text: string): string {
  if (text.includes('(')) return text;
  return text.replaceAll(/"((?:[^"]|"")*)"/g, (_all, name: string) => name.replaceAll('""', '"'));
}

/** `CREATE STATISTICS s ON a, b FROM t`: they go with any of their columns. */
function columnsOfStatistics(definition: string): readonly Subject[] {
  const match = /\bON\s+(.+?)\s+FROM\s+(\S+)\s*$/is.exec(definition);
  if (!match) return [];
  const table = plainName(match[2] ?? '');
  const columns = (match[1] ?? '').split(',').map((column) => column.trim());
  return [
    { kind: 'TABLE', name: table, table: null },
    ...columns
      .filter((column) => /^(?:"(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*)$/u.test(column))
      .map((column) => ({ kind: 'COLUMN', name: `${table}.${plainName(column)}`, table: null })),
  ];
}

type IsThere = (schema: Schema, name: string, table: string | null) => boolean;

const relation: IsThere = (schema, name) => isRelation(schema, name);
const routine: IsThere = (schema, name) => isRoutine(schema, name);

/** Where each kind is looked for; what is not here counts as there. */
const PLACES: { readonly [kind: string]: IsThere } = {
  TABLE: relation,
  'FOREIGN TABLE': relation,
  VIEW: relation,
  'MATERIALIZED VIEW': relation,
  SEQUENCE: () => true,
  INDEX: (schema, name) =>
    schema.tables.some((table) => hasIndexNamed(table, lastPart(name))) ||
    schema.views.some(({ indexes }) => has(indexes, lastPart(name))),
  COLUMN: (schema, name) => {
    const owner = name.slice(0, name.lastIndexOf('.'));
    const table = findTable(schema, owner);
    return table ? has(table.columns, lastPart(name)) : isRelation(schema, owner);
  },
  CONSTRAINT: (schema, name, table) => {
    const owner = findTable(schema, table ?? '');
    if (!owner) return schema.domains.some((domain) => domain.name === table);
    const lists = [
      ...owner.foreignKeys,
      ...owner.checkConstraints,
      ...owner.uniqueConstraints,
      ...owner.exclusionConstraints,
    ];
    return has(lists, name) || keyNamed(owner, name);
  },
  TRIGGER: (schema, name, table) =>
    schema.triggers.some((one) => one.name === name && one.table === table),
  POLICY: (schema, name, table) =>
    schema.policies.some((one) => one.name === name && one.table === table),
  RULE: (schema, name, table) =>
    (schema.objects ?? []).some(
      (one) => one.type === 'rule' && one.name === name && one.table === table,
    ),
  FUNCTION: routine,
  PROCEDURE: routine,
  TYPE: (schema, name) => isType(schema, name),
  DOMAIN: (schema, name) => has(schema.domains, name),
  SCHEMA: (schema, name) => name === 'public' || schema.namespaces.includes(name),
  STATISTICS: (schema, name) => isKept(schema, 'statistics', name),
  SERVER: (schema, name) => isKept(schema, 'foreignServer', name),
  'FOREIGN DATA WRAPPER': (schema, name) => isKept(schema, 'foreignDataWrapper', name),
  EXTENSION: (schema, name) => schema.extensions.some((one) => lastPart(one.name) === name),
};

function isThere({ kind, name, table }: Subject, schema: Schema): boolean {
  const place = PLACES[kind];
  if (place) return place(schema, name, table);
  const words = kind.toLowerCase();
  return (schema.objects ?? []).some(
    (one) => SCHEMA_OBJECT_WORDS[one.type] === words && one.name === name,
  );
}

function isKept(schema: Schema, type: SchemaObject['type'], name: string): boolean {
  return (schema.objects ?? []).some((one) => one.type === type && one.name === name);
}

function isRelation(schema: Schema, name: string): boolean {
  return (
    has(schema.tables, name) ||
    has(schema.views, name) ||
    (schema.objects ?? []).some((one) => one.type === 'foreignTable' && one.name === name)
  );
}

function isType(schema: Schema, name: string): boolean {
  return (
    has(schema.enums, name) ||
    has(schema.domains, name) ||
    (schema.objects ?? []).some((one) => /Type$/.test(one.type) && one.name === name)
  );
}

function isRoutine(schema: Schema, text: string): boolean {
  const open = text.indexOf('(');
  const name = plainName(open < 0 ? text : text.slice(0, open));
  const types = open < 0 ? null : argumentTypes(text.slice(open + 1, -1)).join(', ');
  return schema.functions.some(
    (one) => one.name === name && (types === null || signatureOf(one, schema.engine) === types),
  );
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
