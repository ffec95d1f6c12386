import type { Schema, Table } from '../../../../model/schema.ts';
import type { Draw } from '../../draw.ts';
import { condition } from '../expressions.ts';
import { partName, sqlName, sqlNames, sqlRelation } from '../names.ts';
import { anyTable, constraintNames, sortable } from '../targets.ts';
import type { StatementForm } from './form.ts';

export const CONSTRAINTS: readonly StatementForm[] = [
  { weight: 6, write: add(check) },
  { weight: 5, write: add(unique) },
  { weight: 4, write: add(primaryKey) },
  { weight: 8, write: addForeignKey },
  { weight: 2, write: add(exclusion) },
  { weight: 2, write: uniqueUsingIndex },
  { weight: 7, write: dropConstraint },
  { weight: 3, write: onConstraint((name) => `VALIDATE CONSTRAINT ${name}`) },
  { weight: 4, write: renameConstraint },
  {
    weight: 1,
    write: onConstraint(
      (name, draw) =>
        `ALTER CONSTRAINT ${name} ${draw.of(['DEFERRABLE INITIALLY DEFERRED', 'NOT DEFERRABLE', 'DEFERRABLE'])}`,
    ),
  },
];

type Clause = (draw: Draw, table: Table) => string | null;

function add(clause: Clause): StatementForm['write'] {
  return (draw, schema) => {
    const table = anyTable(draw, schema);
    const body = table && clause(draw, table);
    return (
      table &&
      body &&
      `ALTER TABLE ${draw.text(8, 'ONLY ')}${sqlRelation(table.name, draw)} ADD ${body}`
    );
  };
}

function named(draw: Draw): string {
  return draw.text(2, `CONSTRAINT ${sqlName(partName(draw), draw)} `);
}

function check(draw: Draw, table: Table): string {
  return `${named(draw)}CHECK (${condition(draw, table)})${draw.of(['', '', ' NOT VALID', ' NO INHERIT'])}`;
}

function unique(draw: Draw, table: Table): string | null {
  const columns = sortable(table);
  if (columns.length === 0) return null;
  const names = draw.some(columns, 3).map(({ name }) => name);
  const nulls = draw.text(5, ' NULLS NOT DISTINCT');
  const include = draw.once(10)
    ? ` INCLUDE (${sqlNames(
        draw.some(columns, 1).map(({ name }) => name),
        draw,
      )})`
    : '';
  return `${named(draw)}UNIQUE${nulls} (${sqlNames(names, draw)})${include}${draw.of(['', '', '', ' DEFERRABLE', ' DEFERRABLE INITIALLY DEFERRED'])}`;
}

function primaryKey(draw: Draw, table: Table): string | null {
  const columns = sortable(table);
  if (columns.length === 0) return null;
  const names = draw.some(columns, 2).map(({ name }) => name);
  return `${named(draw)}PRIMARY KEY (${sqlNames(names, draw)})${draw.text(12, ' DEFERRABLE')}`;
}

function addForeignKey(draw: Draw, schema: Schema): string | null {
  const table = anyTable(draw, schema);
  const parents = schema.tables.filter(
    ({ primaryKey: key, uniqueConstraints }) => key !== null || uniqueConstraints.length > 0,
  );
  const parent = draw.maybeOf(parents);
  if (!table || !parent) return null;
  const keys = [
    ...(parent.primaryKey ? [parent.primaryKey.columns] : []),
    ...parent.uniqueConstraints.map(({ columns }) => columns),
  ];
  const key = draw.maybeOf(keys) ?? [];
  const types = key.map(
    (name) => parent.columns.find((column) => column.name === name)?.type ?? '',
  );
  const columns = types.map(
    (type) => draw.maybeOf(table.columns.filter((column) => column.type === type))?.name,
  );
  const names = columns.filter((name) => name !== undefined);
  if (names.length < types.length || new Set(names).size < names.length) return null;
  const to = key === parent.primaryKey?.columns && draw.once(2) ? '' : ` (${sqlNames(key, draw)})`;
  const actions = `${draw.of(['', '', ' ON DELETE CASCADE', ' ON DELETE SET NULL', ' ON DELETE RESTRICT', ' ON DELETE SET DEFAULT'])}${draw.of(['', '', '', ' ON UPDATE CASCADE', ' ON UPDATE RESTRICT'])}`;
  const match = draw.text(20, ' MATCH FULL');
  const when = draw.of(['', '', '', ' DEFERRABLE', ' DEFERRABLE INITIALLY DEFERRED', ' NOT VALID']);
  return `ALTER TABLE ${sqlRelation(table.name, draw)} ADD ${named(draw)}FOREIGN KEY (${sqlNames(names, draw)}) REFERENCES ${sqlRelation(parent.name, draw)}${to}${match}${actions}${when}`;
}

function exclusion(draw: Draw, table: Table): string | null {
  const range = draw.maybeOf(table.columns.filter(({ type }) => /range$/.test(type)));
  if (!range) return null;
  const where = draw.once(3) ? ` WHERE (${condition(draw, table)})` : '';
  return `${named(draw)}EXCLUDE USING gist (${sqlName(range.name, draw)} WITH &&)${where}${draw.text(4, ' DEFERRABLE INITIALLY DEFERRED')}`;
}

function uniqueUsingIndex(draw: Draw, schema: Schema): string | null {
  const tables = schema.tables.filter(({ indexes }) => indexes.some((index) => index.unique));
  const table = draw.maybeOf(tables);
  const index = table && draw.maybeOf(table.indexes.filter((each) => each.unique));
  if (!table || !index) return null;
  const kind = draw.of(['UNIQUE', 'PRIMARY KEY']);
  return `ALTER TABLE ${sqlRelation(table.name, draw)} ADD ${named(draw)}${kind} USING INDEX ${sqlName(index.name, draw)}`;
}

function dropConstraint(draw: Draw, schema: Schema): string | null {
  return onConstraint(
    (name) => `DROP CONSTRAINT${draw.text(8, ' IF EXISTS')} ${name}${draw.text(3, ' CASCADE')}`,
  )(draw, schema);
}

function renameConstraint(draw: Draw, schema: Schema): string | null {
  return onConstraint((name) => `RENAME CONSTRAINT ${name} TO ${sqlName(partName(draw), draw)}`)(
    draw,
    schema,
  );
}

function onConstraint(action: (name: string, draw: Draw) => string): StatementForm['write'] {
  return (draw, schema) => {
    const table = draw.maybeOf(schema.tables.filter((each) => constraintNames(each).length > 0));
    const name = table && (draw.once(15) ? partName(draw) : draw.maybeOf(constraintNames(table)));
    return (
      table &&
      name &&
      `ALTER TABLE ${sqlRelation(table.name, draw)} ${action(sqlName(name, draw), draw)}`
    );
  };
}
