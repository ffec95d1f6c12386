import type {
  AlterDefaultPrivilegesStmt,
  AlterOwnerStmt,
  GrantStmt,
  Node,
  ObjectType,
  SecLabelStmt,
} from '@pgsql/types';
import type { SchemaObjectType } from '../../../model/schema.ts';
import { relationName } from '../names.ts';
import { nodeOf, nodesOf, textsOf } from '../nodes.ts';
import { withoutPublic } from '../public-names.ts';
import { kindOfObject, routineName } from './object-names.ts';
import { objectOf, roleName } from './objects.ts';
import { optionNamed } from './option-values.ts';
import { type Bodies, noEffect, type Reading, type Told } from './reading.ts';

/** Between the statements that one object's privileges take. */
const NEXT = ';\n';

/** GRANT and REVOKE on objects; the privileges of an object are one, with all that grants and revokes them. */
export function grant(node: GrantStmt, reading: Reading): Bodies {
  if (node.targtype !== 'ACL_TARGET_OBJECT') {
    return [noEffect(reading, 'grants or revokes privileges on all objects of a schema')];
  }
  const { objects = [] } = node;
  return objects.map((object) =>
    privileges('grant', aboutName(node.objtype, object), reading, node.is_grant ?? false),
  );
}

function aboutName(kind: ObjectType | undefined, object: Node): string {
  const words = kindOfObject(kind)?.words ?? 'OBJECT';
  const range = nodeOf(object, 'RangeVar');
  if (range) return `${words} ${relationName(range)}`;
  const routine = nodeOf(object, 'ObjectWithArgs');
  if (routine) return `${words} ${routineName(routine)}`;
  return `${words} ${kindOfObject(kind)?.read(object).name ?? ''}`;
}

/** The statement behind those that are there; one that is taken back word by word goes. */
function privileges(
  type: SchemaObjectType,
  name: string,
  reading: Reading,
  isGrant: boolean,
): Told {
  const before = (reading.schema.objects ?? []).find(
    (object) => object.type === type && object.name === name,
  );
  const statement = withoutPublic(reading.statement.text);
  const statements = before?.definition.split(NEXT) ?? [];
  const granted = isGrant ? null : takenBack(statement);
  const kept = statements.filter((other) => spelled(other) !== granted && other !== statement);
  const isTakenBack = granted !== null && kept.length < statements.length;
  const all = isTakenBack ? kept : [...kept, statement];
  if (all.length === 0) return { kind: 'dropObject', type, name, table: null, ifExists: true };
  const object = { type, name, table: null, definition: all.join(NEXT) };
  return { kind: 'createObject', object, replace: true };
}

function spelled(statement: string): string {
  return statement.replace(/\s+/g, ' ').toLowerCase();
}

/** The GRANT that a REVOKE takes back. */
function takenBack(revoke: string): string {
  return spelled(revoke)
    .replace(/\brevoke\b/, 'grant')
    .replace(/ from /, ' to ');
}

/** ALTER DEFAULT PRIVILEGES, which pg_dump writes for each role, schema and kind of object. */
export function defaultPrivileges(node: AlterDefaultPrivilegesStmt, reading: Reading): Bodies {
  const roles = nodesOf(nodeOf(optionNamed(node.options, 'roles')?.arg, 'List')?.items, 'RoleSpec');
  const schemas = textsOf(nodeOf(optionNamed(node.options, 'schemas')?.arg, 'List')?.items);
  const parts = [
    ...(roles.length === 0 ? [] : [`FOR ROLE ${roles.map(roleName).join(', ')}`]),
    ...(schemas.length === 0 ? [] : [`IN SCHEMA ${schemas.join(', ')}`]),
    `ON ${kindOfObject(node.action?.objtype)?.words ?? 'OBJECT'}S`,
  ];
  return [privileges('defaultPrivilege', parts.join(' '), reading, node.action?.is_grant ?? false)];
}

/** An owner is told where the schema tells owners: most dumps leave them out. */
export function ownerOf(kind: ObjectType | undefined, name: string, reading: Reading): Told {
  const { complete, objects = [] } = reading.schema;
  const tellsOwners = objects.some(({ type }) => type === 'owner');
  if (!complete || !(reading.file !== null || tellsOwners))
    return noEffect(reading, 'changes the owner');
  const words = kindOfObject(kind)?.words ?? 'OBJECT';
  const object = objectOf('owner', `${words} ${name}`, null, reading);
  return { kind: 'createObject', object, replace: true };
}

export function alterOwner(node: AlterOwnerStmt, reading: Reading): Bodies {
  const named = kindOfObject(node.objectType)?.read(node.object);
  return [ownerOf(node.objectType, named?.name ?? '', reading)];
}

/** SECURITY LABEL … IS NULL takes it away. */
export function securityLabel(node: SecLabelStmt, reading: Reading): Bodies {
  const kind = kindOfObject(node.objtype);
  const { name = '', table = null } = kind?.read(node.object) ?? {};
  const about = `${kind?.words ?? 'OBJECT'} ${name}`;
  const key = { type: 'securityLabel', name: about, table } as const;
  if (node.label === undefined) return [{ kind: 'dropObject', ...key, ifExists: true }];
  const object = objectOf('securityLabel', about, table, reading);
  return [{ kind: 'createObject', object, replace: true }];
}
