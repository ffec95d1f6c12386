import type { Schema, Table } from '../../../../model/schema.ts';
import type { Draw } from '../../draw.ts';
import { condition } from '../expressions.ts';
import { columnName, relationName, sqlName, sqlRelation } from '../names.ts';
import { anyTable, anyView, numbers } from '../targets.ts';
import type { StatementForm } from './form.ts';

export const VIEWS: readonly StatementForm[] = [
  { weight: 8, write: createView },
  { weight: 3, write: createMaterializedView },
  { weight: 2, write: replaceView },
  { weight: 3, write: dropView },
  { weight: 3, write: renameView },
  { weight: 1, write: refresh },
];

function createView(draw: Draw, schema: Schema): string | null {
  const query = anyQuery(draw, schema);
  const options = draw.text(10, ' WITH (security_barrier=true)');
  return (
    query &&
    `CREATE ${draw.text(6, 'OR REPLACE ')}VIEW ${sqlRelation(relationName(draw), draw)}${options} AS ${query}`
  );
}

function createMaterializedView(draw: Draw, schema: Schema): string | null {
  const query = anyQuery(draw, schema);
  return (
    query &&
    `CREATE MATERIALIZED VIEW ${sqlRelation(relationName(draw), draw)} AS ${query}${draw.text(3, ' WITH NO DATA')}`
  );
}

function replaceView(draw: Draw, schema: Schema): string | null {
  const view = anyView(draw, schema, false);
  const query = anyQuery(draw, schema);
  return view && query && `CREATE OR REPLACE VIEW ${sqlRelation(view.name, draw)} AS ${query}`;
}

function anyQuery(draw: Draw, schema: Schema): string | null {
  const view = draw.once(5) ? draw.maybeOf(schema.views) : null;
  if (view) return `SELECT * FROM ${sqlRelation(view.name, draw)}`;
  const table = anyTable(draw, schema);
  const [first] = table?.columns ?? [];
  return table && first ? queryOf(draw, schema, table) : null;
}

function queryOf(draw: Draw, schema: Schema, table: Table): string {
  const from = sqlRelation(table.name, draw);
  const columns = draw.some(table.columns, 3).map(({ name }) => sqlName(name, draw));
  const number = draw.maybeOf(numbers(table));
  const sum = number ? `sum(${sqlName(number.name, draw)}) AS n` : 'count(*) AS n';
  const [one = '1'] = columns;
  const other = anyTable(draw, schema) ?? table;
  const forms = [
    `SELECT ${columns.join(', ')} FROM ${from}`,
    `SELECT ${columns.join(', ')} FROM ${from} WHERE ${condition(draw, table)}`,
    `SELECT * FROM ${from}`,
    `SELECT ${one}, ${sum} FROM ${from} GROUP BY ${one}`,
    `SELECT x.${one}, count(*) AS n FROM ${from} x LEFT JOIN ${sqlRelation(other.name, draw)} y ON x.${one} IS NOT NULL GROUP BY x.${one} HAVING count(*) > 1`,
    `SELECT ${one} AS a FROM ${from} ORDER BY ${one} DESC LIMIT 10`,
    `WITH q AS (SELECT ${one} AS a FROM ${from}) SELECT a FROM q`,
    `SELECT ${one} AS a FROM ${from} UNION ALL SELECT ${one} FROM ${from}`,
    `SELECT DISTINCT ${one} AS b, row_number() OVER (ORDER BY ${one}) AS n FROM ${from}`,
    `SELECT x.* FROM ${from} x WHERE EXISTS (SELECT 1 FROM ${sqlRelation(other.name, draw)})`,
  ];
  return draw.maybeOf(forms) ?? '';
}

function dropView(draw: Draw, schema: Schema): string | null {
  const view = draw.maybeOf(schema.views);
  if (!view) return null;
  const kind = view.materialized ? 'MATERIALIZED VIEW' : 'VIEW';
  return `DROP ${kind} ${draw.text(5, 'IF EXISTS ')}${sqlRelation(view.name, draw)}${draw.text(2, ' CASCADE')}`;
}

function renameView(draw: Draw, schema: Schema): string | null {
  const view = draw.maybeOf(schema.views);
  if (!view) return null;
  const kind = view.materialized ? 'MATERIALIZED VIEW' : 'VIEW';
  const name = sqlName(relationName(draw).split('.').at(-1) ?? '', draw);
  const action = draw.of([
    `RENAME TO ${name}`,
    `RENAME COLUMN ${draw.of(['a', 'n', 'b'])} TO ${sqlName(columnName(draw), draw)}`,
    `SET SCHEMA ${view.name.includes('.') ? 'public' : 'billing'}`,
  ]);
  return `ALTER ${kind} ${sqlRelation(view.name, draw)} ${action}`;
}

function refresh(draw: Draw, schema: Schema): string | null {
  const view = anyView(draw, schema, true);
  return view && `REFRESH MATERIALIZED VIEW ${sqlRelation(view.name, draw)}`;
}
