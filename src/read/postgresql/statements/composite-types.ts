import type { ColumnDef, CompositeTypeStmt } from '@pgsql/types';
import type { Column, Schema, SchemaObject } from '../../../model/schema.ts';
import { relationName } from '../names.ts';
import { nodeOf, nodesOf } from '../nodes.ts';
import { parseOne } from '../parse.ts';
import { typeOf } from '../types.ts';
import { collationOf } from './columns.ts';
import { printedName, printedNames } from './option-values.ts';
import type { Bodies } from './reading.ts';

/** One attribute of a composite type. */
export type Attribute = Pick<Column, 'name' | 'type' | 'collation'>;

export function createComposite(node: CompositeTypeStmt): Bodies {
  const name = relationName(node.typevar);
  const attributes = nodesOf(node.coldeflist, 'ColumnDef').map(attributeOf);
  return [{ kind: 'createObject', object: compositeType(name, attributes), replace: false }];
}

export function attributeOf(definition: ColumnDef): Attribute {
  const { colname: name = '' } = definition;
  return { name, type: typeOf(definition.typeName), collation: collationOf(definition) };
}

/** The type as pg_dump writes it (dumpCompositeType), with a line for each attribute. */
export function compositeType(name: string, attributes: readonly Attribute[]): SchemaObject {
  const lines = attributes.map(({ name: attribute, type, collation }) => {
    const collate = collation === null ? '' : ` COLLATE ${collationName(collation)}`;
    return `\n\t${printedName(attribute)} ${type}${collate}`;
  });
  const definition = `CREATE TYPE ${printedNames(name)} AS (${lines.join(',')}\n)`;
  return { type: 'compositeType', name, table: null, definition };
}

/** pg_dump names the schema of a collation, which for those of the server is pg_catalog. */
function collationName(collation: string): string {
  return /^[A-Z]|_|-/.test(collation) && !collation.includes('.')
    ? `pg_catalog.${printedName(collation)}`
    : printedNames(collation);
}

/** The attributes of a composite type; null when the schema holds none of that name. */
export function compositeAttributes(schema: Schema, name: string): readonly Attribute[] | null {
  const object = (schema.objects ?? []).find(
    (other) => other.type === 'compositeType' && other.name === name,
  );
  const { node } = object ? parseOne(object.definition) : { node: null };
  const made = node && nodeOf(node, 'CompositeTypeStmt');
  return made ? nodesOf(made.coldeflist, 'ColumnDef').map(attributeOf) : null;
}

/** The attributes as columns of a table that is OF the type; null when there is no such type. */
export function compositeColumns(schema: Schema, name: string): readonly Column[] | null {
  const attributes = compositeAttributes(schema, name);
  return (
    attributes?.map((attribute) => ({
      ...attribute,
      nullable: true,
      default: null,
      autoIncrement: null,
      generated: null,
      comment: null,
      extraOptions: [],
    })) ?? null
  );
}
