import { defaultCheckConstraintName, defaultForeignKeyName } from '../../../dialect/rails/names.ts';
import type { OperationBody } from '../../../model/operation.ts';
import { plainIndex } from '../../../model/plain-index.ts';
import type {
  CheckConstraint,
  Column,
  ColumnDefault,
  ForeignKey,
  Index,
  Schema,
  Table,
} from '../../../model/schema.ts';
import type { Draw } from '../draw.ts';
import { columnName, partName, tableName } from './names.ts';

/** Makes an operation over the schema as it stands; null when nothing there fits. */
type Form = (draw: Draw, schema: Schema) => OperationBody | null;

const FORMS: readonly (readonly [weight: number, form: Form])[] = [
  [5, createTable],
  [4, (draw, schema) => onTable(draw, schema, (table) => addColumn(draw, table))],
  [3, (draw, schema) => onColumn(draw, schema, dropColumn)],
  [
    3,
    (draw, schema) => onColumn(draw, schema, (table, { name }) => renameColumn(draw, table, name)),
  ],
  [
    3,
    (draw, schema) =>
      onPlainColumn(draw, schema, (table, column) => setColumn(draw, table, column)),
  ],
  [
    2,
    (draw, schema) =>
      onPlainColumn(draw, schema, (table, column) => setDefault(draw, table, column)),
  ],
  [2, (draw, schema) => onPlainColumn(draw, schema, setNull)],
  [2, (draw, schema) => onTable(draw, schema, ({ name }) => renameTable(draw, name))],
  [1, (draw, schema) => onTable(draw, schema, dropTable)],
  [4, (draw, schema) => onTable(draw, schema, (table) => addIndex(draw, table))],
  [2, (draw, schema) => onIndex(draw, schema, dropIndex)],
  [2, (draw, schema) => onIndex(draw, schema, (table, { name }) => renameIndex(draw, table, name))],
  [3, (draw, schema) => onTable(draw, schema, (table) => addForeignKey(draw, table, schema))],
  [1, (draw, schema) => onTable(draw, schema, (table) => dropForeignKey(draw, table))],
  [3, (draw, schema) => onTable(draw, schema, (table) => addCheck(draw, table))],
  [1, (draw, schema) => onTable(draw, schema, (table) => dropCheck(draw, table))],
  [2, (draw, schema) => onTable(draw, schema, (table) => createView(draw, table))],
  [2, (draw, schema) => onTable(draw, schema, (table) => createTrigger(draw, table))],
];

const TOTAL = FORMS.reduce((sum, [weight]) => sum + weight, 0);

/** The operation that the draw chooses, as Ruby would ask for it; null when nothing fits. */
export function randomOperation(draw: Draw, schema: Schema): OperationBody | null {
  let place = draw.below(TOTAL);
  for (const [weight, form] of FORMS) {
    if (place < weight) return form(draw, schema);
    place -= weight;
  }
  return null;
}

type Made = OperationBody | null;

function onTable(draw: Draw, schema: Schema, make: (table: Table) => Made): Made {
  const table = draw.maybeOf(schema.tables);
  return table && make(table);
}

type OfColumn = (table: string, column: Column) => Made;

function onColumn(draw: Draw, schema: Schema, make: OfColumn): Made {
  return onTable(draw, schema, (table) => {
    const column = draw.maybeOf(table.columns.filter(({ name }) => name !== 'id'));
    return column && make(table.name, column);
  });
}

/** A key that numbers the rows is never NULL, whatever is stated. */
function onPlainColumn(draw: Draw, schema: Schema, make: OfColumn): Made {
  return onTable(draw, schema, (table) => {
    const keys = table.primaryKey?.columns ?? [];
    const column = draw.maybeOf(table.columns.filter(({ name }) => !keys.includes(name)));
    return column && make(table.name, column);
  });
}

function onIndex(draw: Draw, schema: Schema, make: (table: string, index: Index) => Made): Made {
  return onTable(draw, schema, (table) => {
    const index = draw.maybeOf(table.indexes);
    return index && make(table.name, index);
  });
}

const TYPES: readonly (readonly [type: string, defaults: readonly ColumnDefault[]])[] = [
  ['integer', [literal(0), literal(-5)]],
  ['varchar', [literal('x'), literal("it's")]],
  ['varchar(20)', [literal('')]],
  ['text', [{ kind: 'expression', sql: "lower('A')" }]],
  ['boolean', [literal(true), literal(false)]],
  ['float', [literal(1.5), literal(2)]],
  ['decimal(8,2)', [literal('1.5')]],
  ['datetime(6)', [{ kind: 'expression', sql: 'CURRENT_TIMESTAMP' }]],
  ['json', [literal({})]],
  ['bigint', [literal(7)]],
];

function literal(value: Extract<ColumnDefault, { kind: 'literal' }>['value']): ColumnDefault {
  return { kind: 'literal', value };
}

const PLAIN: Omit<Column, 'name' | 'type'> = {
  nullable: true,
  default: null,
  autoIncrement: null,
  generated: null,
  collation: null,
  comment: null,
  extraOptions: [],
};

function columnOf(name: string, draw: Draw): Column {
  const [type, defaults] = draw.maybeOf(TYPES) ?? ['integer', []];
  const collation = /char|text/.test(type) && draw.once(4) ? 'NOCASE' : null;
  const value = draw.once(3) ? draw.maybeOf(defaults) : null;
  return { ...PLAIN, name, type, nullable: !draw.once(3), default: value, collation };
}

const KEY: Column = {
  ...PLAIN,
  name: 'id',
  type: 'integer',
  nullable: false,
  autoIncrement: 'autoIncrement',
};

function createTable(draw: Draw): OperationBody {
  const name = tableName(draw);
  const names = draw.some(['a', 'b', 'c', 'kind', 'order', 'Mixed Case', 'user_id'], 4);
  const own = names.map((column) => columnOf(column, draw));
  const composite = draw.once(6);
  const keyed = draw.once(6) || composite ? own : [KEY, ...own];
  const columns = keyed.map((column, at) =>
    composite && at < 2 ? { ...column, nullable: false } : column,
  );
  const key = composite ? columns.slice(0, 2).map((column) => column.name) : ['id'];
  const hasKey = composite || columns.includes(KEY);
  const table: Table = {
    name,
    columns,
    primaryKey: hasKey ? { name: null, columns: key } : null,
    indexes: [],
    foreignKeys: [],
    checkConstraints: draw.once(4) ? [checkOf(draw, name, names[0] ?? 'a')] : [],
    uniqueConstraints: [],
    exclusionConstraints: [],
    comment: null,
    options: null,
    charset: null,
    collation: null,
  };
  return { kind: 'createTable', table, ifNotExists: false };
}

function addColumn(draw: Draw, table: Table): OperationBody {
  const column = columnOf(columnName(draw), draw);
  const [source] = table.columns;
  const generated =
    draw.once(6) && source && source.name !== column.name
      ? { expression: `length("${source.name}") * 2`, stored: draw.once(2) }
      : null;
  const added = generated
    ? { ...column, type: 'integer', nullable: true, default: null, collation: null, generated }
    : column;
  return {
    kind: 'addColumn',
    table: table.name,
    column: added,
    ifNotExists: draw.once(6),
    position: null,
  };
}

function dropColumn(table: string, { name }: Column): OperationBody {
  return { kind: 'dropColumn', table, column: name, ifExists: false, cascade: false };
}

function renameColumn(draw: Draw, table: string, from: string): OperationBody {
  return { kind: 'renameColumn', table, from, to: columnName(draw) };
}

function setColumn(draw: Draw, table: string, current: Column): OperationBody | null {
  if (current.generated) return null;
  return {
    kind: 'setColumn',
    table,
    column: columnOf(current.name, draw),
    using: null,
    position: null,
  };
}

function setDefault(draw: Draw, table: string, current: Column): OperationBody | null {
  if (current.generated) return null;
  const defaults = TYPES.find(([type]) => type === current.type)?.[1] ?? [];
  const value = draw.once(3) ? null : draw.maybeOf(defaults);
  return { kind: 'setColumnDefault', table, column: current.name, default: value };
}

function setNull(table: string, { name, nullable, generated }: Column): OperationBody | null {
  if (generated) return null;
  return { kind: 'setColumnNull', table, column: name, nullable: !nullable, backfill: null };
}

function renameTable(draw: Draw, from: string): OperationBody {
  return { kind: 'renameTable', from, to: tableName(draw) };
}

function dropTable({ name }: Table): OperationBody {
  return { kind: 'dropTable', table: name, ifExists: false, cascade: false };
}

function addIndex(draw: Draw, table: Table): OperationBody {
  const columns = draw.some(table.columns, 2).map(({ name }) => name);
  const name = draw.once(3) ? partName(draw) : `index_${table.name}_on_${columns.join('_and_')}`;
  const plain = plainIndex(name, columns);
  const parts = plain.parts.map((part): (typeof plain.parts)[number] => {
    if (draw.once(6)) return { ...part, column: null, expression: `lower("${part.column}")` };
    return draw.once(4) ? { ...part, order: 'desc' } : part;
  });
  const where = draw.once(4) ? `"${columns[0]}" > 1` : null;
  const index = { ...plain, parts, unique: draw.once(3), where };
  return {
    kind: 'addIndex',
    table: table.name,
    index,
    ifNotExists: draw.once(6),
    concurrently: false,
  };
}

function dropIndex(table: string, { name }: Index): OperationBody {
  return { kind: 'dropIndex', table, index: name, ifExists: false, concurrently: false };
}

function renameIndex(draw: Draw, table: string, from: string): OperationBody | null {
  const to = partName(draw);
  return to === from ? null : { kind: 'renameIndex', table, from, to };
}

function addForeignKey(draw: Draw, table: Table, schema: Schema): OperationBody | null {
  const column = draw.maybeOf(table.columns);
  const parent = draw.maybeOf(schema.tables);
  const key = parent?.primaryKey?.columns ?? [];
  const [toColumn] = key;
  if (!column || !parent || toColumn === undefined || key.length > 1) return null;
  const foreignKey: ForeignKey = {
    name: defaultForeignKeyName(table.name, [column.name]),
    columns: [column.name],
    toTable: parent.name,
    toColumns: [toColumn],
    onDelete: draw.of(['noAction', 'cascade', 'setNull', 'restrict']),
    onUpdate: draw.of(['noAction', 'cascade']),
    deferrable: draw.once(4) ? 'deferred' : null,
    validated: true,
  };
  return { kind: 'addForeignKey', table: table.name, foreignKey, ifNotExists: false };
}

function dropForeignKey(draw: Draw, table: Table): OperationBody | null {
  const key = draw.maybeOf(table.foreignKeys);
  return (
    key && { kind: 'dropForeignKey', table: table.name, foreignKey: key.name, ifExists: false }
  );
}

function checkOf(draw: Draw, table: string, column: string): CheckConstraint {
  const expression = draw.of([`"${column}" > 0`, `length("${column}") < (5 + 1)`]);
  const name = draw.once(2) ? partName(draw) : defaultCheckConstraintName(table, expression);
  return { name, expression, validated: true };
}

function addCheck(draw: Draw, table: Table): OperationBody | null {
  const column = draw.maybeOf(table.columns);
  if (!column) return null;
  const checkConstraint = checkOf(draw, table.name, column.name);
  return { kind: 'addCheckConstraint', table: table.name, checkConstraint, ifNotExists: false };
}

function dropCheck(draw: Draw, table: Table): OperationBody | null {
  const name = draw.maybeOf(table.checkConstraints)?.name;
  if (name === undefined) return null;
  return { kind: 'dropCheckConstraint', table: table.name, checkConstraint: name, ifExists: false };
}

function createView(draw: Draw, table: Table): OperationBody {
  const view = {
    name: tableName(draw),
    materialized: false,
    definition: `SELECT "${table.columns[0]?.name}" AS "one" FROM "${table.name}"`,
    indexes: [],
    comment: null,
  };
  return { kind: 'createView', view, replace: false };
}

function createTrigger(draw: Draw, table: Table): OperationBody {
  const name = partName(draw);
  const column = table.columns[0]?.name;
  const definition = `CREATE TRIGGER "${name}" AFTER INSERT ON "${table.name}" BEGIN UPDATE "${table.name}" SET "${column}" = 1; END`;
  return { kind: 'createTrigger', trigger: { name, table: table.name, definition } };
}
