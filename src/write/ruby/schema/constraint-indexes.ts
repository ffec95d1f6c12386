import { railsAtLeast } from '../../../model/engine.ts';
import { plainIndex } from '../../../model/plain-index.ts';
import type { ExclusionConstraint, Index, Table } from '../../../model/schema.ts';
import type { SchemaForm } from './form.ts';

/**
 * The indexes of a table as the dumper lists them. Since Rails 7.1 those that unique and exclusion
 * constraints stand on are left to the constraints; before, the dumper knows no such constraints
 * and lists their indexes like any other.
 */
export function listedIndexes(table: Table, { rails }: SchemaForm): readonly Index[] {
  const { indexes, uniqueConstraints, exclusionConstraints } = table;
  const behind = [
    ...uniqueConstraints.map(({ name, columns, nullsNotDistinct }) => ({
      ...plainIndex(name, columns),
      unique: true,
      nullsNotDistinct,
    })),
    ...exclusionConstraints.map(exclusionIndex),
  ];
  const names = new Set(behind.map(({ name }) => name));
  const alone = indexes.filter(({ name }) => !names.has(name));
  return railsAtLeast(rails, 7, 1) ? alone : [...alone, ...behind];
}

/** The index without the operators: `room WITH =, daterange(a, b) WITH &&` is on `room, daterange(a, b)`. */
function exclusionIndex({ name, expression, using, where }: ExclusionConstraint): Index {
  const elements = expression.replaceAll(/ WITH [^\s\w(),"']+(?=,|$)/g, '');
  const columns = elements.split(', ');
  const index = plainIndex(name, columns);
  const isPlain = columns.every((column) => /^\w+$/.test(column));
  const [part] = index.parts;
  return {
    ...index,
    parts: isPlain || !part ? index.parts : [{ ...part, column: null, expression: elements }],
    using,
    where: where === null ? null : `(${where})`,
  };
}
