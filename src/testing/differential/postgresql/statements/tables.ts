import type { Schema } from '../../../../model/schema.ts';
import type { Draw } from '../../draw.ts';
import { NAMESPACE, relationName, sqlName, sqlRelation } from '../names.ts';
import { anyColumn, anyTable } from '../targets.ts';
import { bound } from './create-table.ts';
import type { StatementForm } from './form.ts';

export const TABLES: readonly StatementForm[] = [
  { weight: 5, write: dropTable },
  { weight: 7, write: renameTable },
  { weight: 2, write: setSchema },
  { weight: 4, write: severalActions },
  { weight: 2, write: attach },
  { weight: 2, write: detach },
  { weight: 1, write: inherit },
  {
    weight: 2,
    write: onTable((draw) =>
      draw.of(['SET (fillfactor = 60)', 'RESET (fillfactor)', 'SET (autovacuum_enabled = false)']),
    ),
  },
  { weight: 1, write: onTable((draw) => draw.of(['SET UNLOGGED', 'SET LOGGED'])) },
  {
    weight: 2,
    write: onTable(
      (draw) => `${draw.of(['ENABLE', 'FORCE', 'DISABLE', 'NO FORCE'])} ROW LEVEL SECURITY`,
    ),
  },
  { weight: 2, write: replicaIdentity },
  { weight: 1, write: clusterOn },
];

function onTable(action: (draw: Draw) => string): StatementForm['write'] {
  return (draw, schema) => {
    const table = anyTable(draw, schema);
    return table && `ALTER TABLE ${sqlRelation(table.name, draw)} ${action(draw)}`;
  };
}

function dropTable(draw: Draw, schema: Schema): string | null {
  const tables = draw
    .some(schema.tables, draw.once(4) ? 2 : 1)
    .map(({ name }) => sqlRelation(name, draw));
  if (tables.length === 0) return null;
  return `DROP TABLE ${draw.text(4, 'IF EXISTS ')}${tables.join(', ')}${draw.text(2, ' CASCADE')}`;
}

function renameTable(draw: Draw, schema: Schema): string | null {
  const table = anyTable(draw, schema);
  if (!table) return null;
  const name = relationName(draw).split('.').at(-1) ?? '';
  return `ALTER TABLE ${draw.text(8, 'IF EXISTS ')}${sqlRelation(table.name, draw)} RENAME TO ${sqlName(name, draw)}`;
}

function setSchema(draw: Draw, schema: Schema): string | null {
  const table = anyTable(draw, schema);
  return (
    table &&
    `ALTER TABLE ${sqlRelation(table.name, draw)} SET SCHEMA ${table.name.includes('.') ? 'public' : NAMESPACE}`
  );
}

/** The server carries actions out by kind, not in the order of the text. */
function severalActions(draw: Draw, schema: Schema): string | null {
  const target = anyColumn(draw, schema);
  const other = target && draw.maybeOf(target.table.columns);
  if (!target || !other) return null;
  const [one, two] = [sqlName(target.column.name, draw), sqlName(other.name, draw)];
  const actions = draw.some(
    [
      'ADD COLUMN added_1 integer DEFAULT 1',
      `ALTER COLUMN ${one} DROP NOT NULL`,
      'ADD COLUMN added_2 text',
      `DROP COLUMN ${one}`,
      `ALTER COLUMN ${two} SET NOT NULL`,
      `ALTER COLUMN ${one} DROP DEFAULT, ALTER COLUMN ${one} TYPE text`,
      `ADD CHECK (${two} IS NOT NULL)`,
      'ADD UNIQUE (added_1)',
      'DROP COLUMN IF EXISTS nowhere',
    ],
    4,
  );
  return `ALTER TABLE ${sqlRelation(target.table.name, draw)} ${actions.join(', ')}`;
}

function attach(draw: Draw, schema: Schema): string | null {
  const parent = draw.maybeOf(
    schema.tables.filter(({ options }) => options?.startsWith('PARTITION BY')),
  );
  const child = draw.maybeOf(schema.tables);
  if (!parent || !child) return null;
  return `ALTER TABLE ${sqlRelation(parent.name, draw)} ATTACH PARTITION ${sqlRelation(child.name, draw)} ${bound(draw, parent)}`;
}

function detach(draw: Draw, schema: Schema): string | null {
  const child = draw.maybeOf(schema.tables.filter(({ partition }) => partition !== undefined));
  if (!child?.partition) return null;
  return `ALTER TABLE ${sqlRelation(child.partition.parent, draw)} DETACH PARTITION ${sqlRelation(child.name, draw)}${draw.text(6, ' CONCURRENTLY')}`;
}

function inherit(draw: Draw, schema: Schema): string | null {
  const [child, parent] = [anyTable(draw, schema), anyTable(draw, schema)];
  return (
    child &&
    parent &&
    `ALTER TABLE ${sqlRelation(child.name, draw)} ${draw.of(['INHERIT', 'NO INHERIT'])} ${sqlRelation(parent.name, draw)}`
  );
}

function replicaIdentity(draw: Draw, schema: Schema): string | null {
  const table = anyTable(draw, schema);
  const index = table && draw.maybeOf(table.indexes.filter(({ unique }) => unique));
  const forms = [
    'FULL',
    'NOTHING',
    'DEFAULT',
    ...(index ? [`USING INDEX ${sqlName(index.name, draw)}`] : []),
  ];
  return (
    table && `ALTER TABLE ${sqlRelation(table.name, draw)} REPLICA IDENTITY ${draw.maybeOf(forms)}`
  );
}

function clusterOn(draw: Draw, schema: Schema): string | null {
  const table = draw.maybeOf(schema.tables.filter(({ indexes }) => indexes.length > 0));
  const index = table && draw.maybeOf(table.indexes);
  return (
    table &&
    index &&
    `ALTER TABLE ${sqlRelation(table.name, draw)} ${draw.of([`CLUSTER ON ${sqlName(index.name, draw)}`, 'SET WITHOUT CLUSTER'])}`
  );
}
