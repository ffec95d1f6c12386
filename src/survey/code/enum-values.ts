import type { Change } from '../../model/change.ts';
import { isOfType, type JsonValue, type Schema } from '../../model/schema.ts';
import { objectKey } from '../../model/touched-objects.ts';
import type { PlacedUse } from './verdict.ts';

/** Values that an enum loses, and the columns that hold them. */
export interface LostValues {
  /** The enum's key, as `objectKey` has it. */
  readonly key: string;
  readonly columns: readonly { readonly table: string; readonly name: string }[];
  readonly values: readonly string[];
}

/** What enums lose whose values are renamed or taken away; code writes these values and not the type. */
export function lostValues(changes: readonly Change[], before: Schema): readonly LostValues[] {
  return changes.flatMap(({ object, from, differences }) => {
    const difference = differences.find(({ property }) => property === 'values');
    if (object.type !== 'enum' || !difference) return [];
    const kept = new Set(textsOf(difference.after));
    const values = textsOf(difference.before).filter((value) => !kept.has(value));
    const name = from ?? object.name;
    const columns = before.tables.flatMap((table) =>
      table.columns
        .filter(({ type }) => isOfType(type, name))
        .map((column) => ({ table: table.name, name: column.name })),
    );
    return values.length === 0
      ? []
      : [{ key: objectKey({ type: 'enum', table: null, name }), columns, values }];
  });
}

function textsOf(value: JsonValue): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** Whether a line uses one of the enum's columns together with a value that it loses. */
export function usesLostValue({ use, text }: PlacedUse, { columns, values }: LostValues): boolean {
  const isOfColumn = columns.some(
    ({ table, name }) => use.name === name && use.tables?.includes(table),
  );
  return isOfColumn && values.some((value) => words(text).includes(value));
}

function words(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}_-]+/gu) ?? [];
}
