import { objectName } from '../../../../dialect/postgresql/default-names.ts';
import { REFERENTIAL_ACTIONS } from '../../../../dialect/referential-actions.ts';
import type {
  CheckConstraint,
  Column,
  ExclusionConstraint,
  ForeignKey,
  PrimaryKey,
  Table,
  UniqueConstraint,
} from '../../../../model/schema.ts';
import { objectNameOf, qualified, quoted } from '../names.ts';
import { conditionSql, expressionSql, type PrintContext } from './context.ts';

/** ALTER TABLE … ADD CONSTRAINT, with the line break of dumpConstraint. */
export function addConstraint(table: string, name: string, definition: string): string {
  return `ALTER TABLE ONLY ${qualified(table)}\n    ADD CONSTRAINT ${quoted(name)} ${definition};`;
}

/** The same without ONLY, as for checks and for foreign keys of partitioned tables. */
export function addConstraintToAll(table: string, name: string, definition: string): string {
  return `ALTER TABLE ${qualified(table)}\n    ADD CONSTRAINT ${quoted(name)} ${definition};`;
}

/** The stated name, or the one that the server chooses. */
export function primaryKeyName(key: PrimaryKey, table: Table): string {
  return key.name ?? objectName(objectNameOf(table.name).name, null, 'pkey');
}

export function primaryKeyDefinition(key: PrimaryKey): string {
  const columns = keyColumns(key.columns, key.withoutOverlaps ?? false);
  return `PRIMARY KEY (${columns})${indexClauses(key)}${deferrableClause(key.deferrable ?? null)}`;
}

export function uniqueDefinition(unique: UniqueConstraint): string {
  const nulls = unique.nullsNotDistinct ? ' NULLS NOT DISTINCT' : '';
  const columns = keyColumns(unique.columns, unique.withoutOverlaps ?? false);
  return `UNIQUE${nulls} (${columns})${indexClauses(unique)}${deferrableClause(unique.deferrable)}`;
}

function keyColumns(columns: readonly string[], withoutOverlaps: boolean): string {
  return `${names(columns)}${withoutOverlaps ? ' WITHOUT OVERLAPS' : ''}`;
}

interface IndexClauses {
  readonly include?: readonly string[];
  readonly storage?: string;
}

/** INCLUDE and WITH of the index behind a constraint. */
function indexClauses({ include = [], storage }: IndexClauses): string {
  const covered = include.length === 0 ? '' : ` INCLUDE (${names(include)})`;
  return `${covered}${storage === undefined ? '' : ` ${withoutTablespace(storage)}`}`.trimEnd();
}

/** A tablespace is a setting of the session in a dump, and no part of the statement. */
export function withoutTablespace(storage: string): string {
  return storage.replace(/(?:USING INDEX )?\bTABLESPACE \S+/i, '').trim();
}

export function exclusionDefinition(
  exclusion: ExclusionConstraint,
  columns: readonly Column[],
  context: PrintContext,
): string {
  const where =
    exclusion.where === null ? '' : ` WHERE (${conditionSql(exclusion.where, columns, context)})`;
  const elements = expressionSql(exclusion.expression, context);
  const head = `EXCLUDE USING ${exclusion.using ?? 'btree'} (${elements})${indexClauses(exclusion)}`;
  return `${head}${where}${deferrableClause(exclusion.deferrable)}`;
}

/** Checks that stand in the statement of their table: those that hold for all its rows, by name. */
export function inlineChecks(checks: readonly CheckConstraint[]): readonly CheckConstraint[] {
  return checks
    .filter(({ validated, enforced }) => validated && enforced !== false)
    .toSorted((left, right) => (left.name < right.name ? -1 : 1));
}

/** pg_get_constraintdef(): an expression has its own parentheses inside of those of CHECK. */
export function checkDefinition(
  check: CheckConstraint,
  columns: readonly Column[],
  context: PrintContext,
): string {
  const alone = check.inherited === false ? ' NO INHERIT' : '';
  const condition = conditionSql(check.expression, columns, context);
  return `CHECK (${condition})${alone}${state(check)}`;
}

export function foreignKeyDefinition(key: ForeignKey, parent: Table | null): string {
  const columns = key.toColumns.length > 0 ? key.toColumns : (parent?.primaryKey?.columns ?? []);
  const period = key.period ?? false;
  const target = `${qualified(key.toTable)}(${withPeriod(columns, period)})`;
  return [
    `FOREIGN KEY (${withPeriod(key.columns, period)}) REFERENCES ${target}`,
    key.matchFull ? ' MATCH FULL' : '',
    key.onUpdate === 'noAction' ? '' : ` ON UPDATE ${REFERENTIAL_ACTIONS[key.onUpdate]}`,
    key.onDelete === 'noAction' ? '' : ` ON DELETE ${REFERENTIAL_ACTIONS[key.onDelete]}`,
    key.setColumns ? ` (${names(key.setColumns)})` : '',
    deferrableClause(key.deferrable),
    state(key),
  ].join('');
}

function withPeriod(columns: readonly string[], period: boolean): string {
  if (!period) return names(columns);
  return [...columns.slice(0, -1), `PERIOD ${quoted(columns.at(-1) ?? '')}`]
    .map((column) => (column.startsWith('PERIOD ') ? column : quoted(column)))
    .join(', ');
}

/** Whether a constraint holds for the rows that are there says nothing while it is not enforced. */
function state({ validated, enforced }: { validated: boolean; enforced?: false }): string {
  if (enforced === false) return ' NOT ENFORCED';
  return validated ? '' : ' NOT VALID';
}

/** INITIALLY IMMEDIATE is the default, and not printed. */
function deferrableClause(deferrable: 'immediate' | 'deferred' | null): string {
  if (deferrable === null) return '';
  return deferrable === 'deferred' ? ' DEFERRABLE INITIALLY DEFERRED' : ' DEFERRABLE';
}

function names(columns: readonly string[]): string {
  return columns.map(quoted).join(', ');
}
