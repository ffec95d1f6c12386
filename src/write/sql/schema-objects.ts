import type { Dialect } from '../../dialect/dialect.ts';
import type { Schema, SchemaObject, SchemaObjectType } from '../../model/schema.ts';
import { SCHEMA_OBJECT_WORDS } from '../../model/schema-object-types.ts';
import { dialectOf, sqlComment, statement } from './statement.ts';
import { undoneStatement } from './undone-statement.ts';

type ObjectKey = Pick<SchemaObject, 'type' | 'name' | 'table'>;

/** Objects that are kept as the statement that makes them. */
export function schemaObjectSql({ definition }: SchemaObject): readonly string[] {
  return definition.split(';\n').map(statement);
}

/** The same where one of that name may be there already. */
export function replaceSchemaObjectSql(object: SchemaObject, schema: Schema): readonly string[] {
  const current = findObject(object, schema);
  if (!current || setsAnew(object.type)) return schemaObjectSql(object);
  const { definition } = object;
  if (KNOWS_OR_REPLACE.includes(object.type)) {
    return [
      statement(definition.replace(/^\s*CREATE\s+(?!OR\s+REPLACE\b)/i, 'CREATE OR REPLACE ')),
    ];
  }
  return [...dropSchemaObjectSql(object, { ifExists: false }, schema), ...schemaObjectSql(object)];
}

/** https://www.postgresql.org/docs/18/sql-commands.html */
const KNOWS_OR_REPLACE: readonly SchemaObjectType[] = [
  'aggregate',
  'language',
  'rule',
  'transform',
];

/** Statements that say how something is, whatever it was. */
function setsAnew(type: SchemaObjectType): boolean {
  return type === 'comment' || type === 'securityLabel' || type === 'setting' || type === 'grant';
}

/** What undoes the object: DROP, or for a property of another object the statement that takes it back. */
export function dropSchemaObjectSql(
  key: ObjectKey,
  { ifExists, cascade }: { readonly ifExists: boolean; readonly cascade?: true },
  schema: Schema,
): readonly string[] {
  const dialect = dialectOf(schema);
  const own = TAKEN_BACK[key.type];
  if (own) return own(key, schema);
  const guard = ifExists ? 'IF EXISTS ' : '';
  const behind = cascade ? ' CASCADE' : '';
  return [statement(`DROP ${kindOf(key.type)} ${guard}${droppedName(key, dialect)}${behind}`)];
}

/** What a statement calls the kind of object, where that is not its name in capitals. */
const KINDS: { readonly [T in SchemaObjectType]?: string } = {
  baseType: 'TYPE',
  compositeType: 'TYPE',
  foreignDataWrapper: 'FOREIGN DATA WRAPPER',
  foreignServer: 'SERVER',
  rangeType: 'TYPE',
  shellType: 'TYPE',
  statistics: 'STATISTICS',
};

/** `EVENT TRIGGER`, `TYPE`: the words of CREATE, ALTER and DROP. */
export function kindOf(type: SchemaObjectType): string {
  return KINDS[type] ?? SCHEMA_OBJECT_WORDS[type].toUpperCase();
}

/** The name as DROP and ALTER want it; a name with arguments stands as it is. */
export function droppedName({ type, name, table }: ObjectKey, dialect: Dialect): string {
  if (type === 'cast') return `(${name})`;
  if (type === 'rule')
    return `${dialect.quoteIdentifier(name)} ON ${dialect.quoteTable(table ?? '')}`;
  return NAMED_BY_SQL.includes(type) ? name : dialect.quoteTable(name);
}

/** Types whose names hold more than an identifier: arguments, operands, an access method, a language. */
const NAMED_BY_SQL: readonly SchemaObjectType[] = [
  'aggregate',
  'operator',
  'operatorClass',
  'operatorFamily',
  'transform',
  'userMapping',
];

/** Objects that are properties of others have no DROP. */
const TAKEN_BACK: {
  readonly [T in SchemaObjectType]?: (key: ObjectKey, schema: Schema) => readonly string[];
} = {
  comment: (key, schema) => [statement(`COMMENT ON ${subjectSql(key, schema)} IS NULL`)],
  securityLabel: (key, schema) => [
    statement(`SECURITY LABEL ON ${subjectSql(key, schema)} IS NULL`),
  ],
  defaultPrivilege: undone,
  grant: undone,
  owner: undone,
  setting: undone,
};

/** The privileges of an object can take several statements. */
function undone(key: ObjectKey, schema: Schema): readonly string[] {
  const definition = findObject(key, schema)?.definition ?? key.name;
  return definition
    .split(';\n')
    .reverse()
    .map((one) => {
      const reverse = undoneStatement(one);
      return reverse === null ? sqlComment('No statement takes back', one) : statement(reverse);
    });
}

/** `TRIGGER touched ON "notes"`, `COLUMN "active_users".name`: as the statement calls it. */
function subjectSql({ name, table }: ObjectKey, schema: Schema): string {
  if (table === null || name.startsWith('INDEX ')) return name;
  const owner = dialectOf(schema).quoteTable(table);
  return name.startsWith('COLUMN ')
    ? `COLUMN ${owner}.${dialectOf(schema).quoteIdentifier(name.slice('COLUMN '.length))}`
    : `${name} ON ${owner}`;
}

function findObject({ type, name, table }: ObjectKey, schema: Schema): SchemaObject | null {
  return (
    schema.objects?.find((one) => one.type === type && one.name === name && one.table === table) ??
    null
  );
}
