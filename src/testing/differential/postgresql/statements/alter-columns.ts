import type { Schema } from '../../../../model/schema.ts';
import type { Draw } from '../../draw.ts';
import { columnName, sqlName, sqlRelation } from '../names.ts';
import { anyColumn, anyTable, type ColumnTarget } from '../targets.ts';
import { anyType, defaultFor } from '../types.ts';
import { columnDefinition } from './create-table.ts';
import type { StatementForm } from './form.ts';

export const ALTER_COLUMNS: readonly StatementForm[] = [
  { weight: 10, write: addColumn },
  { weight: 10, write: dropColumn },
  { weight: 8, write: renameColumn },
  { weight: 8, write: setType },
  { weight: 6, write: setDefault },
  { weight: 3, write: onColumn(() => 'DROP DEFAULT') },
  { weight: 5, write: onColumn(() => 'SET NOT NULL') },
  { weight: 5, write: onColumn(() => 'DROP NOT NULL') },
  {
    weight: 2,
    write: onColumn((draw) => `ADD GENERATED ${draw.of(['BY DEFAULT', 'ALWAYS'])} AS IDENTITY`),
  },
  { weight: 2, write: onColumn((draw) => `DROP IDENTITY${draw.text(2, ' IF EXISTS')}`) },
  { weight: 1, write: onColumn((draw) => `SET GENERATED ${draw.of(['ALWAYS', 'BY DEFAULT'])}`) },
  {
    weight: 1,
    write: onColumn((draw) =>
      draw.of(['RESTART WITH 10', 'SET INCREMENT BY 2', 'SET START WITH 7 SET CACHE 3']),
    ),
  },
  { weight: 2, write: onColumn((draw) => `DROP EXPRESSION${draw.text(2, ' IF EXISTS')}`) },
  {
    weight: 2,
    write: onColumn(
      (draw) => `SET STORAGE ${draw.of(['EXTERNAL', 'PLAIN', 'MAIN', 'EXTENDED', 'DEFAULT'])}`,
    ),
  },
  { weight: 2, write: onColumn((draw) => `SET STATISTICS ${draw.of(['500', '-1', '0'])}`) },
  { weight: 1, write: onColumn((draw) => `SET COMPRESSION ${draw.of(['pglz', 'default'])}`) },
  { weight: 1, write: onColumn((draw) => draw.of(['SET (n_distinct = 5)', 'RESET (n_distinct)'])) },
];

function addColumn(draw: Draw, schema: Schema): string | null {
  const table = anyTable(draw, schema);
  if (!table) return null;
  const { definition } = columnDefinition(draw, schema, columnName(draw), table);
  const verb = draw.of(['ADD COLUMN', 'ADD']);
  const guard = verb === 'ADD COLUMN' ? draw.text(6, ' IF NOT EXISTS') : '';
  return `ALTER TABLE ${draw.text(10, 'ONLY ')}${sqlRelation(table.name, draw)} ${verb}${guard} ${definition}`;
}

function dropColumn(draw: Draw, schema: Schema): string | null {
  const target = anyColumn(draw, schema);
  if (!target) return null;
  const { table, column } = target;
  const guard = draw.text(6, ' IF EXISTS');
  const cascade = draw.text(3, ' CASCADE');
  return `ALTER TABLE ${draw.text(10, 'ONLY ')}${sqlRelation(table.name, draw)} DROP COLUMN${guard} ${sqlName(column.name, draw)}${cascade}`;
}

function renameColumn(draw: Draw, schema: Schema): string | null {
  const target = anyColumn(draw, schema);
  if (!target) return null;
  const { table, column } = target;
  return `ALTER TABLE ${draw.text(10, 'ONLY ')}${sqlRelation(table.name, draw)} RENAME COLUMN ${sqlName(column.name, draw)} TO ${sqlName(columnName(draw), draw)}`;
}

function setType(draw: Draw, schema: Schema): string | null {
  const target = anyColumn(draw, schema);
  if (!target) return null;
  const { table, column } = target;
  const { sql } = anyType(draw, schema);
  const name = sqlName(column.name, draw);
  const using = draw.text(2, ` USING ${name}::text::${sql}`);
  const verb = draw.of(['TYPE', 'SET DATA TYPE']);
  return `ALTER TABLE ${draw.text(10, 'ONLY ')}${sqlRelation(table.name, draw)} ALTER COLUMN ${name} ${verb} ${sql}${using}`;
}

function setDefault(draw: Draw, schema: Schema): string | null {
  const target = anyColumn(draw, schema);
  const value = target && defaultFor(target.column.type, schema, draw);
  return target && value && alter(draw, target, `SET DEFAULT ${value}`);
}

function onColumn(action: (draw: Draw) => string): StatementForm['write'] {
  return (draw, schema) => {
    const target = anyColumn(draw, schema);
    return target && alter(draw, target, action(draw));
  };
}

function alter(draw: Draw, { table, column }: ColumnTarget, action: string): string {
  const only = draw.text(12, 'ONLY ');
  return `ALTER TABLE ${only}${sqlRelation(table.name, draw)} ALTER COLUMN ${sqlName(column.name, draw)} ${action}`;
}
