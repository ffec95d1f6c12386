import type {
  CreateAmStmt,
  CreateCastStmt,
  CreateConversionStmt,
  CreateEventTrigStmt,
  CreateFdwStmt,
  CreateForeignServerStmt,
  CreateForeignTableStmt,
  CreateOpClassStmt,
  CreateOpFamilyStmt,
  CreatePLangStmt,
  CreatePublicationStmt,
  CreateStatsStmt,
  CreateSubscriptionStmt,
  CreateTransformStmt,
  CreateUserMappingStmt,
  DefineStmt,
  RoleSpec,
  RuleStmt,
} from '@pgsql/types';
import type { SchemaObject, SchemaObjectType } from '../../../model/schema.ts';
import { nameOfList, relationName } from '../names.ts';
import { nodeOf, nodesOf } from '../nodes.ts';
import { withoutPublic } from '../public-names.ts';
import { typeOf } from '../types.ts';
import { optionNamed } from './option-values.ts';
import { type Bodies, NotTold, noEffect, type Reading, type Told } from './reading.ts';

/** An object that is kept by its statement, as the statement that is read makes it. */
export function objectOf(
  type: SchemaObjectType,
  name: string,
  table: string | null,
  { statement }: Reading,
): SchemaObject {
  return { type, name, table, definition: withoutPublic(statement.text) };
}

function created(
  type: SchemaObjectType,
  name: string,
  reading: Reading,
  {
    table = null,
    replace = false,
  }: { readonly table?: string | null; readonly replace?: boolean } = {},
): readonly Told[] {
  return [{ kind: 'createObject', object: objectOf(type, name, table, reading), replace }];
}

/** IF NOT EXISTS with an object that is there does nothing. */
function unlessThere(
  ifNotExists: boolean | undefined,
  type: SchemaObjectType,
  name: string,
  reading: Reading,
): readonly Told[] {
  const { objects = [] } = reading.schema;
  const isThere = objects.some((other) => other.type === type && other.name === name);
  if (ifNotExists && isThere) return [noEffect(reading, `would make ${name}, which is there`)];
  return created(type, name, reading);
}

const DEFINED: { readonly [kind: string]: SchemaObjectType } = {
  OBJECT_COLLATION: 'collation',
  OBJECT_TSCONFIGURATION: 'textSearchConfiguration',
  OBJECT_TSDICTIONARY: 'textSearchDictionary',
  OBJECT_TSPARSER: 'textSearchParser',
  OBJECT_TSTEMPLATE: 'textSearchTemplate',
};

/** CREATE AGGREGATE, OPERATOR, TYPE, COLLATION and TEXT SEARCH share a node. */
export function define(node: DefineStmt, reading: Reading): Bodies {
  const name = nameOfList(node.defnames);
  const { kind = '', replace = false } = node;
  if (kind === 'OBJECT_AGGREGATE') {
    return created('aggregate', `${name}(${aggregateArguments(node)})`, reading, { replace });
  }
  if (kind === 'OBJECT_OPERATOR') return created('operator', `${name}(${operands(node)})`, reading);
  if (kind === 'OBJECT_TYPE') {
    return created(node.definition ? 'baseType' : 'shellType', name, reading);
  }
  const type = DEFINED[kind];
  if (!type) throw new NotTold(`migdocs does not know what ${kind} is`);
  return unlessThere(node.if_not_exists, type, name, reading);
}

/** As COMMENT ON AGGREGATE takes them; the old form names the type in the definition. */
function aggregateArguments({ args, oldstyle, definition }: DefineStmt): string {
  if (oldstyle) {
    const base = nodeOf(optionNamed(definition, 'basetype')?.arg, 'TypeName');
    return base ? typeOf(base) : '*';
  }
  const parameters = nodesOf(nodesOf(args, 'List')[0]?.items, 'FunctionParameter');
  return parameters.length === 0
    ? '*'
    : parameters.map(({ argType }) => typeOf(argType)).join(', ');
}

function operands({ definition }: DefineStmt): string {
  const operand = (name: string): string => {
    const type = nodeOf(optionNamed(definition, name)?.arg, 'TypeName');
    return type ? typeOf(type) : 'NONE';
  };
  return `${operand('leftarg')}, ${operand('rightarg')}`;
}

export function createCast(node: CreateCastStmt, reading: Reading): Bodies {
  return created('cast', `${typeOf(node.sourcetype)} AS ${typeOf(node.targettype)}`, reading);
}

export function createOperatorClass(node: CreateOpClassStmt, reading: Reading): Bodies {
  return created('operatorClass', `${nameOfList(node.opclassname)} USING ${node.amname}`, reading);
}

export function createOperatorFamily(node: CreateOpFamilyStmt, reading: Reading): Bodies {
  return created(
    'operatorFamily',
    `${nameOfList(node.opfamilyname)} USING ${node.amname}`,
    reading,
  );
}

export function createTransform(node: CreateTransformStmt, reading: Reading): Bodies {
  const name = `FOR ${typeOf(node.type_name)} LANGUAGE ${node.lang ?? ''}`;
  return created('transform', name, reading, { replace: node.replace ?? false });
}

export function createConversion(node: CreateConversionStmt, reading: Reading): Bodies {
  return created('conversion', nameOfList(node.conversion_name), reading);
}

export function createLanguage(node: CreatePLangStmt, reading: Reading): Bodies {
  return created('language', node.plname ?? '', reading, { replace: node.replace ?? false });
}

export function createAccessMethod(node: CreateAmStmt, reading: Reading): Bodies {
  return created('accessMethod', node.amname ?? '', reading);
}

export function createEventTrigger(node: CreateEventTrigStmt, reading: Reading): Bodies {
  return created('eventTrigger', node.trigname ?? '', reading);
}

export function createPublication(node: CreatePublicationStmt, reading: Reading): Bodies {
  return created('publication', node.pubname ?? '', reading);
}

export function createSubscription(node: CreateSubscriptionStmt, reading: Reading): Bodies {
  return created('subscription', node.subname ?? '', reading);
}

export function createWrapper(node: CreateFdwStmt, reading: Reading): Bodies {
  return created('foreignDataWrapper', node.fdwname ?? '', reading);
}

export function createServer(node: CreateForeignServerStmt, reading: Reading): Bodies {
  return unlessThere(node.if_not_exists, 'foreignServer', node.servername ?? '', reading);
}

export function createForeignTable(node: CreateForeignTableStmt, reading: Reading): Bodies {
  const name = relationName(node.base?.relation);
  return unlessThere(node.base?.if_not_exists, 'foreignTable', name, reading);
}

export function createUserMapping(node: CreateUserMappingStmt, reading: Reading): Bodies {
  const name = `FOR ${roleName(node.user)} SERVER ${node.servername ?? ''}`;
  return unlessThere(node.if_not_exists, 'userMapping', name, reading);
}

const ROLES: { readonly [type: string]: string } = {
  ROLESPEC_PUBLIC: 'PUBLIC',
  ROLESPEC_CURRENT_USER: 'CURRENT_USER',
  ROLESPEC_CURRENT_ROLE: 'CURRENT_ROLE',
  ROLESPEC_SESSION_USER: 'SESSION_USER',
};

export function roleName(role: RoleSpec | undefined): string {
  return ROLES[role?.roletype ?? ''] ?? role?.rolename ?? '';
}

/** Without a name the server makes one: `t_a_b_stat`. */
export function createStatistics(node: CreateStatsStmt, reading: Reading): Bodies {
  if (!node.defnames) throw new NotTold('the statistics have no name');
  return unlessThere(node.if_not_exists, 'statistics', nameOfList(node.defnames), reading);
}

/**
 * Until version 9.6 pg_dump writes a view that others depend on in a circle as a table, which the
 * rule _RETURN turns into a view.
 */
export function createRule(node: RuleStmt, reading: Reading): Bodies {
  const table = relationName(node.relation);
  const { rulename = '', replace = false } = node;
  if (rulename !== '_RETURN') return created('rule', rulename, reading, { table, replace });
  const { source, text } = reading.statement;
  const start = source.after(source.characterAt(node.relation?.location ?? 0), 'INSTEAD') ?? 0;
  const definition = withoutPublic(
    source.text.slice(start, source.text.indexOf(text) + text.length),
  );
  const view = { name: table, materialized: false, definition: definition.trim() };
  const implied = { impliedBy: 'a table with the rule _RETURN is a view' };
  return [
    { kind: 'dropTable', table, ifExists: true, cascade: false, ...implied },
    {
      kind: 'createView',
      view: { ...view, indexes: [], comment: null },
      replace: true,
      ...implied,
    },
  ];
}
