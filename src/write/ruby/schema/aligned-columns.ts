import type { Column, Schema } from '../../../model/schema.ts';
import { columnSpec } from './column.ts';
import type { SchemaForm } from './form.ts';
import { rubyString } from './inspect.ts';

/**
 * The columns of a table as Rails 5.0 writes them: each option has a place of its own, as wide as
 * its longest value in the table.
 *
 * @returns lines with their line breaks, in the order of `columns`.
 */
export function alignedColumnLines(
  columns: readonly Column[],
  schema: Schema,
  form: SchemaForm,
): readonly string[] {
  const rows = columns.map((column) => {
    const spec = columnSpec(column, schema, form);
    const cells = new Map(spec.options.map(({ key, value }) => [key, `${key}: ${value}`]));
    return { type: spec.type, cells: new Map([['name', rubyString(column.name)], ...cells]) };
  });
  const keys = orderedKeys(rows.map(({ cells }) => [...cells.keys()]));
  const typeWidth = Math.max(0, ...rows.map(({ type }) => type.length));
  const widths = keys.map((key) =>
    Math.max(...rows.map(({ cells }) => (cells.has(key) ? (cells.get(key) ?? '').length + 2 : 0))),
  );
  return rows.map(({ type, cells }) => {
    const padded = keys.map((key, position) => {
      const cell = cells.get(key);
      return (cell === undefined ? '' : `${cell}, `).padEnd(widths[position] ?? 0);
    });
    return `    t.${type.padEnd(typeWidth)} ${padded.join('').replace(/,\s*$/, '')}\n`;
  });
}

/** Rails 5.0's `migration_keys`; options that it does not know come after them. */
const KEY_ORDER: readonly string[] = [
  'name',
  'limit',
  'precision',
  'scale',
  'default',
  'null',
  'collation',
  'comment',
  'array',
  'unsigned',
];

function orderedKeys(rows: readonly (readonly string[])[]): readonly string[] {
  const used = new Set(rows.flat());
  return [
    ...KEY_ORDER.filter((key) => used.has(key)),
    ...[...used].filter((key) => !KEY_ORDER.includes(key)),
  ];
}
