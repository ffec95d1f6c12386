import type { AlterTableCmd, AlterTableStmt, AlterTableType } from '@pgsql/types';
import { indexOwner } from '../../../apply/lookup.ts';
import { constraintNames } from '../../../dialect/postgresql/free-names.ts';
import { bareName } from '../../../dialect/sql-names.ts';
import type { Schema, View } from '../../../model/schema.ts';
import { relationName } from '../names.ts';
import { nodeOf } from '../nodes.ts';
import {
  type Attribute,
  attributeOf,
  compositeAttributes,
  compositeType,
} from './composite-types.ts';
import { storageParameters } from './option-values.ts';
import { type Bodies, NotTold, noEffect, type Reading } from './reading.ts';
import { attachedIndex, stated } from './settings.ts';
import { changedParameters, withoutParameters } from './storage-parameters.ts';

/** ALTER TABLE and its sisters on what is no table of the schema: views, indexes, types. */
export function alterElsewhere(
  node: AlterTableStmt,
  command: AlterTableCmd,
  reading: Reading,
): Bodies {
  const name = relationName(node.relation);
  const { schema } = reading;
  if (node.objtype === 'OBJECT_TYPE') return alterComposite(name, command, reading);
  if (node.objtype === 'OBJECT_INDEX') return alterIndex(name, command, reading);
  const view = schema.views.find((other) => other.name === name);
  if (view) return alterView(view, command, reading);
  if (isForeign(schema, name)) return alterForeign(name, command, reading);
  return unknown(node, name, reading);
}

function unknown(node: AlterTableStmt, name: string, reading: Reading): Bodies {
  if (node.missing_ok) return [noEffect(reading, `would change ${name}, which is not there`)];
  const isOther = node.objtype !== 'OBJECT_TABLE' || name.includes('.');
  if (isOther && !reading.schema.complete) {
    return [noEffect(reading, `changes ${name}, which is no table of the schema file`)];
  }
  throw new NotTold(`the schema holds no table "${name}"`);
}

/** The table or materialized view of an index, that of a key among them; null when there is none. */
export function ownerOfIndex(schema: Schema, index: string): string | null {
  const name = bareName(index);
  const owner = indexOwner(schema, name);
  if (owner !== null) return owner;
  return schema.tables.find((table) => constraintNames(table).includes(name))?.name ?? null;
}

function alterIndex(name: string, command: AlterTableCmd, reading: Reading): Bodies {
  const table = ownerOfIndex(reading.schema, name);
  if (command.subtype === 'AT_AttachPartition') {
    const child = relationName(nodeOf(command.def, 'PartitionCmd')?.name);
    return [attachedIndex(name, child, ownerOfIndex(reading.schema, child) ?? '')];
  }
  if (command.subtype === 'AT_SetStatistics') {
    return [
      stated(`INDEX ${bareName(name)} COLUMN ${command.num ?? 0} STATISTICS`, table, reading),
    ];
  }
  if (!reading.schema.complete) return [noEffect(reading, `changes the index ${name}`)];
  throw new NotTold('it changes how an index is stored');
}

type AlterAttributes = (
  before: readonly Attribute[],
  command: AlterTableCmd,
) => readonly Attribute[];

const ATTRIBUTES: { readonly [T in AlterTableType]?: AlterAttributes } = {
  AT_AddColumn: (before, { def }) => {
    const definition = nodeOf(def, 'ColumnDef');
    return definition ? [...before, attributeOf(definition)] : before;
  },
  AT_DropColumn: (before, command) => before.filter(({ name }) => name !== command.name),
  AT_AlterColumnType: (before, { name, def }) => {
    const definition = nodeOf(def, 'ColumnDef');
    const colname = name ?? '';
    return before.map((attribute) =>
      attribute.name === name && definition ? attributeOf({ ...definition, colname }) : attribute,
    );
  },
};

/** ALTER TYPE of a composite type: its statement as it is then. */
function alterComposite(name: string, command: AlterTableCmd, reading: Reading): Bodies {
  const before = compositeAttributes(reading.schema, name);
  const change = ATTRIBUTES[command.subtype ?? 'AT_AddOf'];
  if (!before && !reading.schema.complete) return [noEffect(reading, `changes the type ${name}`)];
  if (!before || !change) throw new NotTold(`the schema holds no composite type "${name}"`);
  return [
    { kind: 'createObject', object: compositeType(name, change(before, command)), replace: true },
  ];
}

function alterView(view: View, command: AlterTableCmd, reading: Reading): Bodies {
  const { name } = view;
  const items = nodeOf(command.def, 'List')?.items;
  switch (command.subtype) {
    case 'AT_SetRelOptions':
      return [withOptions(view, changedParameters(view.options ?? null, storageParameters(items)))];
    case 'AT_ResetRelOptions':
      return [withOptions(view, withoutParameters(view.options ?? null, storageParameters(items)))];
    case 'AT_ColumnDefault':
      if (!command.def) {
        const key = { name: `COLUMN ${command.name ?? ''} DEFAULT`, table: name };
        return [{ kind: 'dropObject', type: 'setting', ...key, ifExists: true }];
      }
      return [stated(`COLUMN ${command.name ?? ''} DEFAULT`, name, reading)];
    case 'AT_ClusterOn':
    case 'AT_SetStatistics':
    case 'AT_SetStorage':
    case 'AT_SetCompression':
      return [stated(`${command.subtype.slice(3)} ${command.name ?? ''}`, name, reading)];
    default:
      if (!reading.schema.complete) return [noEffect(reading, `changes the view ${name}`)];
      throw new NotTold(`migdocs does not know ${command.subtype ?? 'its action'} of a view`);
  }
}

function withOptions(view: View, options: string | null) {
  const { options: _before, ...rest } = view;
  const changed = options === null ? rest : { ...rest, options };
  return { kind: 'createView', view: changed, replace: true } as const;
}

function isForeign(schema: Schema, name: string): boolean {
  const { objects = [] } = schema;
  return objects.some((object) => object.type === 'foreignTable' && object.name === name);
}

/** pg_dump writes options of columns by statements of their own. */
function alterForeign(name: string, command: AlterTableCmd, reading: Reading): Bodies {
  if (command.subtype === 'AT_AlterColumnGenericOptions') {
    return [stated(`COLUMN ${command.name ?? ''} OPTIONS`, name, reading)];
  }
  throw new NotTold('migdocs keeps a foreign table by the statement that makes it');
}
