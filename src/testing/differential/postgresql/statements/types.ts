import { quoteString } from '../../../../dialect/postgresql/quoting.ts';
import type { Schema } from '../../../../model/schema.ts';
import type { Draw } from '../../draw.ts';
import { partName, sqlName, sqlRelation } from '../names.ts';
import { anyColumn } from '../targets.ts';
import type { StatementForm } from './form.ts';

export const TYPES: readonly StatementForm[] = [
  { weight: 5, write: (draw) => `CREATE TYPE ${typeName(draw)} AS ENUM ('1', 'old', 'it''s')` },
  { weight: 3, write: addValue },
  { weight: 2, write: renameValue },
  { weight: 3, write: dropType },
  { weight: 2, write: renameType },
  { weight: 4, write: createDomain },
  { weight: 3, write: alterDomain },
  { weight: 1, write: (draw) => `CREATE TYPE ${typeName(draw)} AS (a integer, b text)` },
  { weight: 1, write: (draw) => `CREATE TYPE ${typeName(draw)} AS RANGE (subtype = time)` },
  { weight: 4, write: createSequence },
  { weight: 3, write: alterSequence },
  { weight: 2, write: dropSequence },
];

function typeName(draw: Draw): string {
  const name = draw.of([
    'mood',
    'level',
    'Größe',
    'very_long_type_name_that_is_cut_by_the_server_at_63_bytes_and_more',
  ]);
  return sqlRelation(draw.once(10) ? `billing.${name}` : name, draw);
}

function addValue(draw: Draw, schema: Schema): string | null {
  const type = draw.maybeOf(schema.enums);
  const place = type && draw.maybeOf(type.values);
  if (!type || place === null) return null;
  const where = draw.of(['', ` BEFORE ${quoteString(place)}`, ` AFTER ${quoteString(place)}`]);
  const value = draw.of(['new', 'old', '2']);
  return `ALTER TYPE ${sqlRelation(type.name, draw)} ADD VALUE ${draw.text(3, 'IF NOT EXISTS ')}'${value}'${where}`;
}

function renameValue(draw: Draw, schema: Schema): string | null {
  const type = draw.maybeOf(schema.enums);
  const value = type && draw.maybeOf(type.values);
  return type && value !== null
    ? `ALTER TYPE ${sqlRelation(type.name, draw)} RENAME VALUE ${quoteString(value)} TO '${draw.of(['fresh', 'old', '1'])}'`
    : null;
}

function dropType(draw: Draw, schema: Schema): string | null {
  const all = [
    ...schema.enums.map(({ name }) => ({ name, kind: 'TYPE' })),
    ...schema.domains.map(({ name }) => ({ name, kind: 'DOMAIN' })),
  ];
  const type = draw.maybeOf(all);
  return (
    type &&
    `DROP ${type.kind} ${draw.text(4, 'IF EXISTS ')}${sqlRelation(type.name, draw)}${draw.text(2, ' CASCADE')}`
  );
}

function renameType(draw: Draw, schema: Schema): string | null {
  const type = draw.maybeOf([...schema.enums, ...schema.domains]);
  if (!type) return null;
  const to = draw.of([
    `RENAME TO ${sqlName(draw.of(['feeling', 'mood', 't']), draw)}`,
    `SET SCHEMA ${type.name.includes('.') ? 'public' : 'billing'}`,
  ]);
  return `ALTER TYPE ${sqlRelation(type.name, draw)} ${to}`;
}

function createDomain(draw: Draw): string {
  const base = draw.of(['integer', 'text', 'varchar(10)', 'numeric(6,2)', 'bigint']);
  const named = draw.text(3, 'CONSTRAINT positive ');
  const check = draw.of([
    `${named}CHECK (VALUE IS NOT NULL)`,
    '',
    /^(?:int|num|big)/.test(base)
      ? `${named}CHECK (VALUE > 0)`
      : `${named}CHECK (length(VALUE) < 9)`,
  ]);
  return `CREATE DOMAIN ${typeName(draw)} AS ${base}${draw.text(4, " DEFAULT '1'")}${draw.text(4, ' NOT NULL')} ${check}`.trimEnd();
}

function alterDomain(draw: Draw, schema: Schema): string | null {
  const domain = draw.maybeOf(schema.domains);
  if (!domain) return null;
  const constraint = draw.maybeOf(domain.checkConstraints)?.name ?? 'positive';
  const action = draw.of([
    'SET NOT NULL',
    'DROP NOT NULL',
    "SET DEFAULT '2'",
    'DROP DEFAULT',
    'ADD CONSTRAINT present CHECK (VALUE IS NOT NULL)',
    'ADD CHECK (VALUE IS NOT NULL) NOT VALID',
    `DROP CONSTRAINT ${sqlName(constraint, draw)}`,
    `RENAME CONSTRAINT ${sqlName(constraint, draw)} TO other`,
    `VALIDATE CONSTRAINT ${sqlName(constraint, draw)}`,
  ]);
  return `ALTER DOMAIN ${sqlRelation(domain.name, draw)} ${action}`;
}

const SEQUENCE_OPTIONS = [
  '',
  ' START WITH 5',
  ' INCREMENT BY 10 MAXVALUE 100 CYCLE',
  ' AS integer',
  ' MINVALUE 0 START 0',
  ' INCREMENT -1',
  ' CACHE 20',
  ' NO CYCLE',
] as const;

function createSequence(draw: Draw, schema: Schema): string {
  const target = draw.once(3) ? anyColumn(draw, schema) : null;
  const owner = target
    ? ` OWNED BY ${sqlRelation(target.table.name, draw)}.${sqlName(target.column.name, draw)}`
    : '';
  const name = draw.of(['numbers_seq', 't_id_seq', 'Seq', 'x']);
  return `CREATE SEQUENCE ${draw.text(6, 'IF NOT EXISTS ')}${sqlRelation(name, draw)}${draw.of([...SEQUENCE_OPTIONS])}${owner}`;
}

function alterSequence(draw: Draw, schema: Schema): string | null {
  const sequence = draw.maybeOf(schema.sequences);
  if (!sequence) return null;
  const target = anyColumn(draw, schema);
  const owner = target
    ? `OWNED BY ${sqlRelation(target.table.name, draw)}.${sqlName(target.column.name, draw)}`
    : 'OWNED BY NONE';
  const action = draw.of([
    `RENAME TO ${sqlName(partName(draw), draw)}`,
    'INCREMENT BY 3',
    'OWNED BY NONE',
    owner,
    'AS smallint',
    'RESTART',
    'MAXVALUE 500 START WITH 2',
    `SET SCHEMA ${sequence.name.includes('.') ? 'public' : 'billing'}`,
  ]);
  return `ALTER SEQUENCE ${sqlRelation(sequence.name, draw)} ${action}`;
}

function dropSequence(draw: Draw, schema: Schema): string | null {
  const sequence = draw.maybeOf(schema.sequences);
  const name = sequence?.name ?? (draw.once(3) ? 't_id_seq' : null);
  return (
    name &&
    `DROP SEQUENCE ${draw.text(4, 'IF EXISTS ')}${sqlRelation(name, draw)}${draw.text(2, ' CASCADE')}`
  );
}
