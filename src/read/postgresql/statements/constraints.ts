import type { Constraint } from '@pgsql/types';
import {
  constraintNameTaken,
  freeName,
  nameAddition,
  relationNameTaken,
} from '../../../dialect/postgresql/free-names.ts';
import { own } from '../../../model/own.ts';
import {
  type CheckConstraint,
  type ExclusionConstraint,
  type ForeignKey,
  findTable,
  type PrimaryKey,
  type ReferentialAction,
  type Schema,
  type Table,
  type UniqueConstraint,
} from '../../../model/schema.ts';
import { relationName } from '../names.ts';
import { allOf, textsOf } from '../nodes.ts';
import type { SqlText } from '../sql-text.ts';
import { columnNames } from './index-columns.ts';
import { indexStorage } from './option-values.ts';
import { NotTold } from './reading.ts';

/** A constraint, with the table as it stands and the column that it is written on. */
export interface ConstraintReading {
  readonly constraint: Constraint;
  readonly schema: Schema;
  /** As the columns and constraints before left it. */
  readonly table: Table;
  /** Null for a constraint of the table. */
  readonly column: string | null;
  readonly source: SqlText;
}

/** A check; without a name it gets `t_c_check` when it computes with one column, else `t_check`. */
export function checkOf({ constraint, schema, table, source }: ConstraintReading): CheckConstraint {
  const start = source.after(placeOf(constraint, source), 'CHECK');
  const expression = start === null ? null : source.enclosed(start);
  if (expression === null) throw new NotTold('its check could not be found in the text');
  const name =
    constraint.conname ??
    freeName(table.name, onlyColumn(constraint), 'check', constraintNameTaken(schema, table));
  return {
    name,
    expression: expression.text,
    validated: isValid(constraint),
    ...(constraint.is_no_inherit ? { inherited: false } : {}),
    ...enforcementOf(constraint),
  };
}

/** NOT ENFORCED is stored as not valid, and printed without NOT VALID. */
function isValid(constraint: Constraint): boolean {
  return !constraint.skip_validation || !constraint.is_enforced;
}

function enforcementOf({ is_enforced: enforced }: Constraint): { readonly enforced?: false } {
  return enforced ? {} : { enforced: false };
}

/** Where the constraint begins: at CONSTRAINT, or at its own first word. */
export function placeOf(constraint: Constraint, source: SqlText): number {
  return source.characterAt(constraint.location ?? 0);
}

/** AddRelationNewConstraints in src/backend/catalog/heap.c. */
function onlyColumn(constraint: Constraint): string | null {
  const columns = allOf(constraint.raw_expr, 'ColumnRef').map(({ fields }) =>
    textsOf(fields).at(-1),
  );
  const [first, ...more] = new Set(columns);
  return first !== undefined && more.length === 0 ? first : null;
}

export function uniqueOf(reading: ConstraintReading): UniqueConstraint {
  const { constraint, schema, table } = reading;
  const columns = keysOf(reading);
  const included = [...columns, ...textsOf(constraint.including)];
  const addition = nameAddition(columnNames(included.map((name) => ({ name }))));
  return {
    name:
      constraint.conname ??
      constraint.indexname ??
      freeName(table.name, addition, 'key', relationNameTaken(schema, table)),
    columns,
    deferrable: deferrableOf(constraint),
    nullsNotDistinct: constraint.nulls_not_distinct ?? false,
    ...behindKey(constraint),
  };
}

/** The columns of a key: those in its parentheses, or the one that it is written on. */
export function keysOf({ constraint, column }: ConstraintReading): readonly string[] {
  return column === null ? textsOf(constraint.keys) : [column];
}

/** INCLUDE, WITH and USING INDEX TABLESPACE of a key, and WITHOUT OVERLAPS. */
function behindKey(
  constraint: Constraint,
): Pick<UniqueConstraint, 'include' | 'storage' | 'withoutOverlaps'> {
  const include = textsOf(constraint.including);
  const storage = indexStorage(constraint.options, constraint.indexspace);
  return {
    ...(include.length === 0 ? {} : { include }),
    ...(storage === null ? {} : { storage }),
    ...(constraint.without_overlaps ? { withoutOverlaps: true } : {}),
  };
}

/**
 * The key with the columns of its parentheses, or the one that it is written on. Over a schema file
 * that names keys it is named as the server does, `t_pkey`.
 */
export function primaryKeyOf(reading: ConstraintReading): PrimaryKey {
  const { constraint, schema, table } = reading;
  const deferrable = deferrableOf(constraint);
  const chosen = () => freeName(table.name, null, 'pkey', relationNameTaken(schema, table));
  return {
    name: constraint.conname ?? (schema.complete ? chosen() : null),
    columns: keysOf(reading),
    ...(deferrable === null ? {} : { deferrable }),
    ...behindKey(constraint),
  };
}

function deferrableOf({ deferrable, initdeferred }: Constraint): ForeignKey['deferrable'] {
  if (!deferrable) return null;
  return initdeferred ? 'deferred' : 'immediate';
}

/** Letters of pg_constraint.confdeltype. */
const ACTIONS: { readonly [letter: string]: ReferentialAction } = {
  a: 'noAction',
  r: 'restrict',
  c: 'cascade',
  n: 'setNull',
  d: 'setDefault',
};

export function foreignKeyOf({ constraint, schema, table, column }: ConstraintReading): ForeignKey {
  const toTable = relationName(constraint.pktable);
  const columns = column === null ? textsOf(constraint.fk_attrs) : [column];
  const named = textsOf(constraint.pk_attrs);
  const setColumns = textsOf(constraint.fk_del_set_cols);
  const parent = toTable === table.name ? table : findTable(schema, toTable);
  return {
    name:
      constraint.conname ??
      freeName(table.name, nameAddition(columns), 'fkey', constraintNameTaken(schema, table)),
    columns,
    toTable,
    toColumns: named.length > 0 ? named : (parent?.primaryKey?.columns ?? ['id']),
    onDelete: own(ACTIONS, constraint.fk_del_action ?? 'a') ?? 'noAction',
    onUpdate: own(ACTIONS, constraint.fk_upd_action ?? 'a') ?? 'noAction',
    deferrable: deferrableOf(constraint),
    validated: isValid(constraint),
    ...(constraint.fk_matchtype === 'f' ? { matchFull: true } : {}),
    ...(setColumns.length === 0 ? {} : { setColumns }),
    ...(constraint.fk_with_period ? { period: true } : {}),
    ...enforcementOf(constraint),
  };
}

/** The elements as they are written: `room WITH =, during WITH &&`. */
export function exclusionOf({
  constraint,
  schema,
  table,
  source,
}: ConstraintReading): ExclusionConstraint {
  const start = source.after(placeOf(constraint, source), 'EXCLUDE');
  const elements = start === null ? null : source.enclosed(start);
  if (elements === null) throw new NotTold('its elements could not be found in the text');
  const wherePlace = constraint.where_clause ? source.after(elements.end, 'WHERE') : null;
  const columns = columnNames(allOf(constraint.exclusions, 'IndexElem'));
  const { include = [], storage = null } = behindKey(constraint);
  return {
    name:
      constraint.conname ??
      freeName(table.name, nameAddition(columns), 'excl', relationNameTaken(schema, table)),
    expression: elements.text,
    using: constraint.access_method ?? null,
    where: wherePlace === null ? null : (source.enclosed(wherePlace)?.text ?? null),
    deferrable: deferrableOf(constraint),
    ...(include.length === 0 ? {} : { include }),
    ...(storage === null ? {} : { storage }),
  };
}
