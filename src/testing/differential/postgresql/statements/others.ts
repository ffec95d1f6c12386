import type { Schema } from '../../../../model/schema.ts';
import type { Draw } from '../../draw.ts';
import { NAMESPACE, sqlName, sqlNames, sqlRelation } from '../names.ts';
import { anyColumn, anyTable, sortable } from '../targets.ts';
import type { StatementForm } from './form.ts';

export const OTHERS: readonly StatementForm[] = [
  { weight: 6, write: comment },
  { weight: 3, write: (draw) => `CREATE SCHEMA ${draw.text(3, 'IF NOT EXISTS ')}${NAMESPACE}` },
  {
    weight: 1,
    write: (draw) =>
      `DROP SCHEMA ${draw.text(2, 'IF EXISTS ')}${NAMESPACE}${draw.text(2, ' CASCADE')}`,
  },
  { weight: 2, write: createStatistics },
  { weight: 1, write: dropStatistics },
  { weight: 1, write: rows },
];

function comment(draw: Draw, schema: Schema): string | null {
  const target = anyColumn(draw, schema);
  if (!target) return null;
  const table = sqlRelation(target.table.name, draw);
  const index = draw.maybeOf(target.table.indexes);
  const view = draw.maybeOf(schema.views);
  const type = draw.maybeOf(schema.enums);
  const text = draw.of(["'what it is'", "'it''s'", 'NULL', "E'two\\nlines'"]);
  const place = target.table.name.includes('.') ? `${NAMESPACE}.` : '';
  const objects = [
    `TABLE ${table}`,
    `COLUMN ${table}.${sqlName(target.column.name, draw)}`,
    ...(index ? [`INDEX ${place}${sqlName(index.name, draw)}`] : []),
    ...(view
      ? [`${view.materialized ? 'MATERIALIZED ' : ''}VIEW ${sqlRelation(view.name, draw)}`]
      : []),
    ...(type ? [`TYPE ${sqlRelation(type.name, draw)}`] : []),
    ...target.table.checkConstraints.map(
      ({ name }) => `CONSTRAINT ${sqlName(name, draw)} ON ${table}`,
    ),
    ...schema.sequences.map(({ name }) => `SEQUENCE ${sqlRelation(name, draw)}`),
    ...schema.namespaces.map((name) => `SCHEMA ${sqlName(name, draw)}`),
    ...schema.functions.map(({ name }) => `FUNCTION ${sqlRelation(name, draw)}`),
  ];
  return `COMMENT ON ${draw.maybeOf(objects)} IS ${text}`;
}

function createStatistics(draw: Draw, schema: Schema): string | null {
  const table = anyTable(draw, schema);
  const columns = table ? sortable(table).map(({ name }) => name) : [];
  if (!table || columns.length < 2) return null;
  const name = draw.text(2, `${sqlName(draw.of(['stat', 'x']), draw)} `);
  const kinds = name === '' ? '' : draw.text(3, '(dependencies, ndistinct) ');
  return `CREATE STATISTICS ${name}${kinds}ON ${sqlNames(columns.slice(0, 2), draw)} FROM ${sqlRelation(table.name, draw)}`;
}

function dropStatistics(draw: Draw, schema: Schema): string | null {
  const object = draw.maybeOf((schema.objects ?? []).filter(({ type }) => type === 'statistics'));
  return object && `DROP STATISTICS ${draw.text(3, 'IF EXISTS ')}${sqlRelation(object.name, draw)}`;
}

function rows(draw: Draw, schema: Schema): string | null {
  const table = anyTable(draw, schema);
  return (
    table &&
    draw.of([
      `DELETE FROM ${sqlRelation(table.name, draw)}`,
      `ANALYZE ${sqlRelation(table.name, draw)}`,
      `TRUNCATE ${sqlRelation(table.name, draw)}`,
      "SET LOCAL lock_timeout = '5s'",
    ])
  );
}
