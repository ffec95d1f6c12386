import { dumperOmitsName } from '../../../dialect/rails/names.ts';
import { railsAtLeast } from '../../../model/engine.ts';
import type {
  CheckConstraint,
  ExclusionConstraint,
  Table,
  UniqueConstraint,
} from '../../../model/schema.ts';
import { dumpedSql } from './dumped-sql.ts';
import type { SchemaForm } from './form.ts';
import { rubyString, rubyStrings, rubySymbol } from './inspect.ts';
import { formatOptions, type Option, options } from './options.ts';

/** `    t.check_constraint "price > 0", name: "price_check"` with its line break. */
export function checkConstraintLine(
  check: CheckConstraint,
  table: Table,
  form: SchemaForm,
): string {
  return `    t.check_constraint ${checkArguments(check, table, form)}\n`;
}

/** `  add_check_constraint "items", "price > 0", ..., validate: false`: its form outside of the table. */
export function addCheckConstraintLine(
  check: CheckConstraint,
  table: Table,
  form: SchemaForm,
): string {
  return `  add_check_constraint ${rubyString(table.name)}, ${checkArguments(check, table, form)}\n`;
}

/** True when the check stands after its table and not in it: NOT VALID ones since Rails 7.2.3. */
export function isDumpedOutside(check: CheckConstraint, form: SchemaForm): boolean {
  return !check.validated && form.invalidChecksOutside;
}

export function exclusionConstraintLine(exclusion: ExclusionConstraint): string {
  return line(
    't.exclusion_constraint',
    rubyString(exclusion.expression),
    options(
      ['where', exclusion.where === null ? null : rubyString(exclusion.where)],
      ['using', exclusion.using === null ? null : rubySymbol(exclusion.using)],
      ['deferrable', exclusion.deferrable === null ? null : rubySymbol(exclusion.deferrable)],
      ['name', exportedName('exclusionConstraint', exclusion.name)],
    ),
  );
}

export function uniqueConstraintLine(unique: UniqueConstraint, { rails }: SchemaForm): string {
  const nullsNotDistinct = unique.nullsNotDistinct && railsAtLeast(rails, 8, 0);
  return line(
    't.unique_constraint',
    rubyStrings(unique.columns),
    options(
      ['nulls_not_distinct', nullsNotDistinct ? 'true' : null],
      ['deferrable', unique.deferrable === null ? null : rubySymbol(unique.deferrable)],
      ['name', exportedName('uniqueConstraint', unique.name)],
    ),
  );
}

function checkArguments(check: CheckConstraint, table: Table, form: SchemaForm): string {
  const isMarked = !check.validated && railsAtLeast(form.rails, 7, 1);
  const expression = railsAtLeast(form.rails, 7, 0)
    ? check.expression
    : fullyGrouped(check, table, form);
  return joined(
    rubyString(dumpedSql(expression, form)),
    options(
      ['name', exportedName('checkConstraint', check.name)],
      ['validate', isMarked ? 'false' : null],
    ),
  );
}

/**
 * Rails 6.1 asks PostgreSQL for the form with all parentheses and takes the outer ones away; since
 * 7.0.1 it asks for the one with few (`check_constraints` of the adapter).
 */
function fullyGrouped({ expression }: CheckConstraint, table: Table, form: SchemaForm): string {
  const context = { place: 'predicate', columns: table.columns, enums: [] } as const;
  const full = form.dialect.storedExpression(expression, context);
  return full === expression ? expression : full.replace(/^\((.*)\)$/s, '$1');
}

function exportedName(kind: Parameters<typeof dumperOmitsName>[0], name: string): string | null {
  return dumperOmitsName(kind, name) ? null : rubyString(name);
}

function line(method: string, argument: string, list: readonly Option[]): string {
  return `    ${method} ${joined(argument, list)}\n`;
}

function joined(argument: string, list: readonly Option[]): string {
  return list.length === 0 ? argument : `${argument}, ${formatOptions(list)}`;
}
