import { ENGINES } from '../../model/engine.ts';
import type { OperationOf, RowModel } from '../../model/operation.ts';
import type { RuleContext, Sibling } from '../context.ts';
import { code, text } from '../ruby.ts';
import { defineRule, type Finding } from '../rule.ts';

export const modelInMigration = defineRule({
  id: 'model-in-migration',
  title: "Rows are written through the application's model",
  engines: ENGINES,
  severity: 'warning',
  on: ['changeRows'],
  docs: {
    why: 'A migration keeps running on new databases for years, and the class goes on changing: once it is renamed or expects a later column, the migration fails. Its callbacks send mail and enqueue jobs, its validations refuse old rows, and its default scope leaves rows out, also when a migration runs. Active Record caches the columns of a class, so that one that was used before does not know a column of this release.',
    instead:
      'Define a small class inside of the migration, which has the table and nothing else, and call reset_column_information on it after columns were added.',
    reference:
      'https://guides.rubyonrails.org/active_record_migrations.html#using-models-in-your-migrations',
  },
  check(operation, context) {
    const { model } = operation;
    // On the way back the same class is used again.
    if (context.direction === 'down' || !model || !isOfApplication(model)) return null;
    const active = hooksOf(operation, model);
    const before = rowChanges(context.earlier);
    if (active.length === 0) return ofPlainClasses(operation, before, context);
    // Said once for a model, where its callbacks run first.
    if (before.some((other) => isOf(other, model) && isActive(other))) return null;
    return {
      severity: 'warning',
      message: `${nameOf(model)} is ${ownerOf(model)}, and ${model.method} ${runs(active)}.`,
      instead: smallClass(model, operation.table),
    };
  },
});

/** Classes of which nothing but the table is used here: one finding for the migration. */
function ofPlainClasses(
  operation: RowChange,
  before: readonly RowChange[],
  context: RuleContext,
): Finding | null {
  if (before.some((other) => isOfOthers(other))) return null;
  const all = [operation, ...rowChanges(context.later)];
  const models = all.flatMap((each) =>
    each.model && isOfOthers(each) && !isActive(each) ? [each.model] : [],
  );
  const names = [...new Set(models.map(nameOf))];
  const [model] = models;
  if (!model) return null;
  const [are, state] = names.length === 1 ? ['is a class', 'it is'] : ['are classes', 'they are'];
  return {
    severity: 'info',
    message: `${names.join(', ')} ${are} of the application, so this depends on what ${state} when the migration runs.`,
    instead: smallClass(model, operation.table),
  };
}

function smallClass({ name }: RowModel, table: string | null): string {
  return code(
    `class Migrated${name.split('::').at(-1) ?? name} < ActiveRecord::Base`,
    [`self.table_name = ${text(table ?? 'table')}`],
    'end',
  );
}

function rowChanges(siblings: readonly Sibling[]): readonly RowChange[] {
  return siblings.flatMap(({ operation }) => (operation.kind === 'changeRows' ? [operation] : []));
}

function isOfOthers({ model }: RowChange): boolean {
  return model !== undefined && isOfApplication(model);
}

function isActive(operation: RowChange): boolean {
  return operation.model !== undefined && hooksOf(operation, operation.model).length > 0;
}

function isOf({ model }: RowChange, { name }: RowModel): boolean {
  return model?.name === name;
}

function nameOf({ name, path }: RowModel): string {
  return path === null ? name : `${name} (${path})`;
}

type RowChange = OperationOf<'changeRows'>;

function isOfApplication({ definedIn, hooks }: RowModel): boolean {
  return definedIn === 'application' || hooks.length > 0;
}

function ownerOf({ definedIn }: RowModel): string {
  return definedIn === 'application'
    ? 'a class of the application'
    : 'defined in the migration on top of a class of the application';
}

/**
 * Methods that send one statement, without callbacks and validations.
 * https://guides.rubyonrails.org/active_record_callbacks.html#skipping-callbacks
 */
const SKIPS_CALLBACKS =
  /^(?:update_all|update_columns?!?|update_counters|touch_all|delete|delete_all|delete_by|insert(?:_all)?!?|upsert(?:_all)?|(?:in|de)crement_counter|reset_counters|bulk_insert|copy_from)$/;
const SKIPS_VALIDATIONS =
  /^(?:update_attribute|touch|toggle!|(?:in|de)crement!|destroy(?:_all|_by)?!?)$/;

/** What of a class takes effect in the method that is called. */
function hooksOf(
  { verb, text: written }: Pick<RowChange, 'verb' | 'text'>,
  { method, hooks }: RowModel,
): readonly string[] {
  return hooks.filter((hook) => {
    if (hook.startsWith('default_scope')) return verb !== 'insert' && !/\bunscoped\b/.test(written);
    if (SKIPS_CALLBACKS.test(method)) return false;
    const skipped = SKIPS_VALIDATIONS.test(method) || /validate:\s*false/.test(written);
    return isOfVerb(hook, verb) && !(skipped && hook.startsWith('validate'));
  });
}

const EVENTS = { insert: 'create', update: 'update', delete: 'destroy' } as const;

/** `before_destroy` is none of an update, and neither is `on: :create`. */
function isOfVerb(hook: string, verb: RowChange['verb']): boolean {
  const event =
    /^\w+?_(create|update|destroy)(?:_commit)?\b/.exec(hook)?.[1] ??
    /\bon:\s*:(create|update|destroy)\b/.exec(hook)?.[1];
  if (event !== undefined) {
    return verb === 'unknown' || verb === 'truncate' || EVENTS[verb] === event;
  }
  return (
    verb !== 'delete' || !/^(?:validates?|(?:before|after|around)_(?:save|validation))/.test(hook)
  );
}

function runs(hooks: readonly string[]): string {
  // Callbacks do more than validations, which only refuse.
  const inOrder = [
    ...hooks.filter((hook) => !hook.startsWith('validate')),
    ...hooks.filter((hook) => hook.startsWith('validate')),
  ];
  const shown = inOrder.slice(0, 3).join('; ');
  const more = hooks.length - 3;
  return `goes through ${shown}${more > 0 ? ` and ${more} more` : ''}`;
}
