import type { DropStmt, Node, ObjectType } from '@pgsql/types';
import { indexOwner } from '../../../apply/lookup.ts';
import { sequenceTaken } from '../../../dialect/postgresql/free-names.ts';
import { bareName } from '../../../dialect/sql-names.ts';
import { findTable, type SchemaObjectType } from '../../../model/schema.ts';
import { nameOfList, partOfList } from '../names.ts';
import { nodeOf } from '../nodes.ts';
import { argumentList, functionOf } from './function-arguments.ts';
import { isChildOf } from './inheritance.ts';
import { kindOfObject, routineName } from './object-names.ts';
import { type Bodies, NotTold, noEffect, type Reading } from './reading.ts';

/** One object of a DROP, with the clauses that hold for all of them. */
interface Dropped {
  readonly object: Node;
  /** The object's name; for a trigger or policy `table.name`. */
  readonly name: string;
  readonly ifExists: boolean;
  readonly cascade: boolean;
  readonly concurrently: boolean;
}

type ReadDrop = (dropped: Dropped, reading: Reading) => Bodies;

/**
 * What a Ruby schema file holds only with the help of a gem, or not at all, may be there without
 * it: then the operation is told with IF EXISTS, for else it would not apply.
 */
const DROPS: { readonly [T in ObjectType]?: ReadDrop } = {
  OBJECT_TABLE: dropTable,
  OBJECT_INDEX: dropIndex,
  OBJECT_VIEW: (dropped, reading) => dropView(dropped, reading, false),
  OBJECT_MATVIEW: (dropped, reading) => dropView(dropped, reading, true),
  OBJECT_SEQUENCE: dropSequence,
  OBJECT_TYPE: dropType,
  OBJECT_DOMAIN: ({ name, ifExists, cascade }, { schema }) => [
    {
      ...{ kind: 'dropDomain', domain: name, ifExists: ifExists || schema.domains.length === 0 },
      ...cascading(cascade),
    },
  ],
  OBJECT_FUNCTION: dropFunction,
  OBJECT_PROCEDURE: dropFunction,
  OBJECT_ROUTINE: dropFunction,
  OBJECT_TRIGGER: dropTrigger,
  OBJECT_POLICY: dropPolicy,
  OBJECT_EXTENSION: dropExtension,
  OBJECT_SCHEMA: dropNamespace,
};

/** The clause as an operation has it, which leaves it out where it is not said. */
function cascading(cascade: boolean): { readonly cascade?: true } {
  return cascade ? { cascade } : {};
}

/** DROP of one or several objects of a kind. */
export function* drop(node: DropStmt, reading: Reading): Bodies {
  const read = DROPS[node.removeType ?? 'OBJECT_ACCESS_METHOD'];
  const all = (node.objects ?? []).map((object) => ({
    object,
    name: nameOfObject(object),
    ifExists: node.missing_ok ?? false,
    cascade: node.behavior === 'DROP_CASCADE',
    concurrently: node.concurrent ?? false,
  }));
  for (const dropped of node.removeType === 'OBJECT_TABLE' ? childrenFirst(all, reading) : all) {
    if (read) yield* read(dropped, reading);
    else yield* dropKept(dropped, node.removeType, reading);
  }
}

/** Tables that are dropped together may refer to each other; those that refer go first. */
function childrenFirst(all: readonly Dropped[], { schema }: Reading): readonly Dropped[] {
  const left = [...all];
  const sorted: Dropped[] = [];
  const isReferredTo = ({ name }: Dropped): boolean =>
    left.some((other) => {
      const keys = findTable(schema, other.name)?.foreignKeys ?? [];
      return other.name !== name && keys.some(({ toTable }) => toTable === name);
    });
  while (left.length > 0) {
    const free = left.findIndex((dropped) => !isReferredTo(dropped));
    sorted.push(...left.splice(Math.max(free, 0), 1));
  }
  return sorted;
}

function nameOfObject(object: Node): string {
  const list = nodeOf(object, 'List');
  if (list) return nameOfList(list.items);
  const type = nodeOf(object, 'TypeName');
  if (type) return nameOfList(type.names);
  const routine = nodeOf(object, 'ObjectWithArgs');
  if (routine) return nameOfList(routine.objname);
  return nodeOf(object, 'String')?.sval ?? '';
}

function dropTable({ name, ifExists, cascade }: Dropped, reading: Reading): Bodies {
  if (!findTable(reading.schema, name) && name.includes('.')) {
    return [noEffect(reading, `drops the table ${name}, which the schema file does not hold`)];
  }
  const children = inheriting(name, cascade, reading).map((child) => ({
    ...({ kind: 'dropTable', table: child, ifExists: false, cascade } as const),
    impliedBy: `its parent ${name} is dropped`,
  }));
  return [...children, { kind: 'dropTable', table: name, ifExists, cascade }];
}

/** Partitions go with their table, tables that inherit with CASCADE. */
function inheriting(name: string, cascade: boolean, { schema }: Reading): readonly string[] {
  const isPartitioned = /\bPARTITION BY\b/.test(findTable(schema, name)?.options ?? '');
  if (!isPartitioned && !cascade) return [];
  return schema.tables.filter((table) => isChildOf(table, name)).map((child) => child.name);
}

/** Without the schema's telling whose index it is, it is of a relation that no dump shows. */
function dropIndex(dropped: Dropped, reading: Reading): Bodies {
  const { name, ifExists, concurrently } = dropped;
  const index = bareName(name);
  const table = indexOwner(reading.schema, index);
  if (table !== null) return [{ kind: 'dropIndex', table, index, ifExists, concurrently }];
  const unique = reading.schema.tables.find(({ uniqueConstraints }) =>
    uniqueConstraints.some((constraint) => constraint.name === index),
  );
  if (unique) {
    return [{ kind: 'dropIndex', table: unique.name, index, ifExists: false, concurrently }];
  }
  if (ifExists || (name.includes('.') && !reading.schema.complete)) {
    return [noEffect(reading, 'drops an index that the schema does not hold')];
  }
  throw new NotTold(`the schema holds no index "${index}"`);
}

function dropView(dropped: Dropped, { schema }: Reading, materialized: boolean): Bodies {
  const { name, cascade } = dropped;
  const isHeld = schema.views.some(({ dumped }) => dumped !== false);
  const ifExists = dropped.ifExists || !isHeld;
  return [{ kind: 'dropView', view: name, materialized, ifExists, cascade }];
}

/** CASCADE takes the defaults along that take from the sequence. */
function* dropSequence({ name, cascade }: Dropped, { schema }: Reading): Bodies {
  const impliedBy = `the sequence ${name} is dropped with CASCADE`;
  for (const table of cascade ? schema.tables : []) {
    for (const column of table.columns) {
      if (sequenceTaken(column, table.name) !== name) continue;
      const set = { ...column, default: null, autoIncrement: null };
      const at = { kind: 'setColumn', table: table.name, column: set } as const;
      yield { ...at, using: null, position: null, impliedBy };
    }
  }
  yield { kind: 'dropSequence', sequence: name, ifExists: true, ...cascading(cascade) };
}

/** What is kept by its statement. A Ruby schema file shows none of it, so it may be there. */
function dropKept(
  { object, ifExists, cascade }: Dropped,
  objectType: ObjectType | undefined,
  reading: Reading,
): Bodies {
  const kind = kindOfObject(objectType);
  if (!kind?.type) return [noEffect(reading, 'drops an object that no dump shows')];
  const key = kind.read(object);
  const isHeld = reading.schema.complete ?? false;
  const guard = { ifExists: ifExists || !isHeld, ...cascading(cascade) };
  return [{ kind: 'dropObject', type: kind.type, ...key, ...guard }];
}

const TYPES: ReadonlySet<SchemaObjectType> = new Set([
  'compositeType',
  'rangeType',
  'baseType',
  'shellType',
]);

/** Composite, range and base types are no part of a Ruby schema file. */
function dropType({ name, ifExists, cascade }: Dropped, reading: Reading): Bodies {
  const { schema } = reading;
  if (schema.domains.some((domain) => domain.name === name)) {
    return [{ kind: 'dropDomain', domain: name, ifExists, ...cascading(cascade) }];
  }
  const columns = schema.tables.flatMap((table) =>
    table.columns
      .filter(({ type }) => type.replace('[]', '') === name)
      .map((column) => ({
        ...({ kind: 'dropColumn', table: table.name, column: column.name } as const),
        ifExists: false,
        cascade,
      })),
  );
  const taken = cascade ? columns : [];
  if (schema.enums.some((other) => other.name === name)) {
    return [...taken, { kind: 'dropEnum', enum: name, ifExists, ...cascading(cascade) }];
  }
  const kept = (schema.objects ?? []).filter(
    (other) => other.name === name && TYPES.has(other.type),
  );
  if (kept.length === 0) return [...taken, noEffect(reading, `drops the type ${name}`)];
  const drops = kept.map(({ type }) => ({
    ...({ kind: 'dropObject', type, name, table: null, ifExists } as const),
    ...cascading(cascade),
  }));
  return [...taken, ...drops];
}

function dropFunction({ object, name, ifExists, cascade }: Dropped, { schema }: Reading): Bodies {
  const routine = nodeOf(object, 'ObjectWithArgs');
  const isKept = (schema.objects ?? []).some(
    (other) => other.type === 'aggregate' && other.name === routineName(routine),
  );
  if (isKept) {
    const key = { type: 'aggregate', name: routineName(routine), table: null } as const;
    return [{ kind: 'dropObject', ...key, ifExists, ...cascading(cascade) }];
  }
  const found = routine?.args_unspecified ? null : functionOf(schema, routineName(routine));
  const known = schema.functions.filter((other) => other.name === name);
  const list = found === null ? '' : argumentList(found);
  return [
    {
      kind: 'dropFunction',
      function: known.length < 2 ? name : `${name}${list}`,
      ifExists: ifExists || schema.functions.length === 0,
      ...cascading(cascade),
    },
  ];
}

function dropTrigger({ object, ifExists }: Dropped, { schema }: Reading): Bodies {
  const { owner, part } = partOfList(nodeOf(object, 'List')?.items);
  const isHeld = schema.triggers.length > 0;
  return [{ kind: 'dropTrigger', trigger: part, table: owner, ifExists: ifExists || !isHeld }];
}

function dropPolicy({ object }: Dropped, reading: Reading): Bodies {
  const { owner: table, part: policy } = partOfList(nodeOf(object, 'List')?.items);
  const isThere = reading.schema.policies.some(
    (other) => other.name === policy && other.table === table,
  );
  if (isThere) return [{ kind: 'dropPolicy', policy, table }];
  return [noEffect(reading, `drops the policy ${policy} of ${table}`)];
}

/** Since Rails 8.0 a dump names an extension with its schema. */
function dropExtension({ name, cascade }: Dropped, { schema }: Reading): Bodies {
  const known = schema.extensions.find((other) => bareName(other.name) === name);
  return [{ kind: 'dropExtension', extension: known?.name ?? name, cascade }];
}

function dropNamespace({ name, ifExists, cascade }: Dropped, reading: Reading): Bodies {
  if (!reading.schema.namespaces.includes(name)) {
    return [noEffect(reading, `drops the schema ${name}, which the schema file does not hold`)];
  }
  const restrict: { readonly restrict?: true } = cascade ? {} : { restrict: true };
  return [{ kind: 'dropNamespace', namespace: name, ifExists, ...restrict }];
}
