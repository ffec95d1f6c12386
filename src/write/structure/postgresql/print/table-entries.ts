import { type Column, findTable, type Table } from '../../../../model/schema.ts';
import { besides, objectNameOf, qualified, quoted } from '../names.ts';
import { defaultText } from './columns.ts';
import { commentOn } from './comments.ts';
import {
  addConstraint,
  addConstraintToAll,
  checkDefinition,
  exclusionDefinition,
  foreignKeyDefinition,
  inlineChecks,
  primaryKeyDefinition,
  primaryKeyName,
  uniqueDefinition,
} from './constraints.ts';
import type { PrintContext } from './context.ts';
import { type Entry, entry } from './entry.ts';
import { createIndex } from './indexes.ts';
import { isInherited, isInheritedCheck, lacksDefault } from './inheritance.ts';
import {
  columnSequence,
  identity,
  nextValue,
  ownedBy,
  ownSequence,
  serialSequence,
  setDefault,
} from './sequences.ts';
import { attachPartition, createTable, indexSettings, isPartitioned } from './tables.ts';

/** The entries of a table and of all its parts. */
export function tableEntries(table: Table, context: PrintContext): readonly Entry[] {
  const made = entry(createTable(table, context), { needs: parentKeys(table) });
  return [
    made,
    ...commentEntries(table, made),
    ...table.columns.flatMap((column) => sequenceEntries(column, table, made, context)),
    ...table.columns.flatMap((column, position) =>
      defaultEntries(column, position, table, context),
    ),
    ...partitionEntries(table, context),
    ...keyEntries(table, context),
    ...checkEntries(table, context),
    ...table.indexes.flatMap((index) => {
      const text = createIndex(index, table.name, isPartitioned(table), context);
      return indexEntries(text + indexSettings(table, index.name), index, table.name);
    }),
    ...foreignKeyEntries(table, context),
    ...rowSecurityEntries(table),
  ];
}

/** A partition stands behind the table that it is a partition of. */
function parentKeys({ partition }: Table): readonly string[] {
  if (!partition) return [];
  const { namespace, name } = objectNameOf(partition.parent);
  return [`relation:${namespace}.${name}`];
}

function commentEntries(table: Table, { head }: Entry): readonly Entry[] {
  const about = { host: head.key };
  const own =
    table.comment === null
      ? []
      : [entry(commentOn(`TABLE ${qualified(table.name)}`, table.comment), about)];
  const columns = table.columns.flatMap(({ name, comment }) => {
    if (comment === null) return [];
    return [entry(commentOn(`COLUMN ${qualified(table.name)}.${quoted(name)}`, comment), about)];
  });
  return [...own, ...columns];
}

/** The sequence behind a serial or identity column, which is made once the table is there. */
function sequenceEntries(
  column: Column,
  table: Table,
  { head }: Entry,
  context: PrintContext,
): readonly Entry[] {
  if (column.autoIncrement === null) return [];
  if (column.autoIncrement !== 'sequence') {
    return [entry(identity(column, table), { needs: [head.key] })];
  }
  const made = entry(serialSequence(column, table, context.form), { needs: [head.key] });
  const owner = `${table.name}.${column.name}`;
  const owned = ownedBy(columnSequence(column, table), owner);
  return [made, entry(owned, { host: made.head.key })];
}

function defaultEntries(
  column: Column,
  position: number,
  table: Table,
  context: PrintContext,
): readonly Entry[] {
  if (column.autoIncrement === 'sequence') {
    const value = nextValue(columnSequence(column, table));
    return [entry(setDefault(column, table, value), { position })];
  }
  if (lacksDefault(column, table, context.schema) && isInherited(column, table, context.schema)) {
    return [entry(setDefault(column, table, 'NULL'), { position })];
  }
  if (column.default === null || !isSeparate(column, table, context)) return [];
  const value = defaultText(column.default, column.type, context);
  return [entry(setDefault(column, table, value), { position })];
}

/** The default of a column that the table does not state itself, or whose sequence needs the table. */
function isSeparate(column: Column, table: Table, { schema }: PrintContext): boolean {
  return ownSequence(column, table, schema) !== null || isInherited(column, table, schema);
}

function partitionEntries(table: Table, { form }: PrintContext): readonly Entry[] {
  if (!table.partition || !form.attachEntries) return [];
  const { parent, bound } = table.partition;
  return [entry(attachPartition(table, parent, bound))];
}

/** Primary key, unique and exclusion constraints, each of which has an index. */
function keyEntries(table: Table, context: PrintContext): readonly Entry[] {
  const key = table.primaryKey;
  const definitions: readonly (readonly [name: string, definition: string])[] = [
    ...(key ? [[primaryKeyName(key, table), primaryKeyDefinition(key)] as const] : []),
    ...table.uniqueConstraints.map((unique) => [unique.name, uniqueDefinition(unique)] as const),
    ...table.exclusionConstraints.map(
      (exclusion) =>
        [exclusion.name, exclusionDefinition(exclusion, table.columns, context)] as const,
    ),
  ];
  return definitions.map(([name, definition]) =>
    entry(addConstraint(table.name, name, definition) + indexSettings(table, name)),
  );
}

/** A check that was never validated is added behind the rows. */
function checkEntries(table: Table, context: PrintContext): readonly Entry[] {
  const inline = new Set(inlineChecks(table.checkConstraints));
  return table.checkConstraints
    .filter((check) => !inline.has(check) && !isInheritedCheck(check, table, context.schema))
    .map((check) => {
      const definition = checkDefinition(check, table.columns, context);
      return entry(addConstraintToAll(table.name, check.name, definition));
    });
}

/** An index and its comment. */
export function indexEntries(
  text: string,
  { name, comment }: { readonly name: string; readonly comment: string | null },
  table: string,
): readonly Entry[] {
  const made = entry(text);
  if (comment === null) return [made];
  const about = `INDEX ${qualified(besides(table, name))}`;
  return [made, entry(commentOn(about, comment), { host: made.head.key })];
}

/** A key of a partitioned table is added to its partitions too. */
function foreignKeyEntries(table: Table, { schema }: PrintContext): readonly Entry[] {
  const add = isPartitioned(table) ? addConstraintToAll : addConstraint;
  return table.foreignKeys.map((key) => {
    const parent = key.toTable === table.name ? table : findTable(schema, key.toTable);
    return entry(add(table.name, key.name, foreignKeyDefinition(key, parent)));
  });
}

function rowSecurityEntries(table: Table): readonly Entry[] {
  if (!table.rowSecurity?.enabled) return [];
  return [entry(`ALTER TABLE ${qualified(table.name)} ENABLE ROW LEVEL SECURITY;`)];
}
