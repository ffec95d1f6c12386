import { isPlainIdentifier } from '../../dialect/reserved-words.ts';
import type { Schema, SchemaObject } from '../../model/schema.ts';
import { mapped } from '../stored-sql.ts';

/** The index of a partition that belongs to the one of its parent. */
export interface AttachedIndex {
  /** The parent's, with its schema in front where that is not the default. */
  readonly parent: string;
  /** The partition. */
  readonly table: string;
  /** The partition's own. */
  readonly index: string;
}

const NAME = String.raw`(?:"(?:[^"]|"")+"|[^\s".]+)`;
const ATTACHED = new RegExp(
  `^ALTER INDEX (${NAME}(?:\\.${NAME})?) ATTACH PARTITION (${NAME}(?:\\.${NAME})?)$`,
);

/** All indexes that ALTER INDEX … ATTACH PARTITION, or the server of itself, has attached. */
export function attachedIndexes({ objects = [] }: Schema): readonly AttachedIndex[] {
  return objects.flatMap((object) => attachedIndex(object) ?? []);
}

function attachedIndex({ type, table, definition }: SchemaObject): AttachedIndex | null {
  if (type !== 'setting' || table === null) return null;
  const [, parent, child] = ATTACHED.exec(definition) ?? [];
  if (parent === undefined || child === undefined) return null;
  return { parent: plain(parent), table, index: bareIndex(plain(child)) };
}

/** The attachment as the schema keeps it. */
export function attachment({ parent, table, index }: AttachedIndex): SchemaObject {
  const child = indexOf(table, index);
  return {
    type: 'setting',
    name: `INDEX ${index} ATTACH`,
    table,
    definition: `ALTER INDEX ${printed(parent)} ATTACH PARTITION ${printed(child)}`,
  };
}

/** An index as {@link AttachedIndex.parent} names it: it stands in the schema of its table. */
export function indexOf(table: string, index: string): string {
  return `${table.slice(0, table.lastIndexOf('.') + 1)}${index}`;
}

/** The schema with an index, or the index of a constraint, under its new name wherever it is attached. */
export function withAttachedNamed(
  schema: Schema,
  { table, from, to }: { readonly table: string; readonly from: string; readonly to: string },
): Schema {
  if (!schema.objects || from === to) return schema;
  const objects = mapped(schema.objects, (object) => {
    const attached = attachedIndex(object);
    if (!attached) return object;
    if (attached.table === table && attached.index === from) {
      return attachment({ ...attached, index: to });
    }
    if (attached.parent !== indexOf(table, from)) return object;
    return attachment({ ...attached, parent: indexOf(table, to) });
  });
  return objects === schema.objects ? schema : { ...schema, objects };
}

function bareIndex(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function plain(text: string): string {
  return text.replaceAll(/"((?:[^"]|"")*)"/g, (_all, name: string) => name.replaceAll('""', '"'));
}

function printed(name: string): string {
  return name
    .split('.')
    .map((part) =>
      isPlainIdentifier(part, 'postgresql') ? part : `"${part.replaceAll('"', '""')}"`,
    )
    .join('.');
}
