import type { OperationOf } from '../../model/operation.ts';
import type { View } from '../../model/schema.ts';
import type { RuleContext } from '../context.ts';
import { namesAll } from '../dependencies/naming.ts';
import { viewsNaming } from '../dependencies/users.ts';
import { type Classified, type Classifiers, classified, mandatoryIf } from './entry.ts';
import { functionChange } from './functions.ts';
import { SCHEMA_OBJECT_CLASSES } from './schema-objects.ts';

export const objectClassifiers: Pick<
  Classifiers,
  | 'createEnum'
  | 'dropEnum'
  | 'renameEnum'
  | 'addEnumValue'
  | 'renameEnumValue'
  | 'createDomain'
  | 'dropDomain'
  | 'createSequence'
  | 'dropSequence'
  | 'setSequence'
  | 'createExtension'
  | 'dropExtension'
  | 'createNamespace'
  | 'dropNamespace'
  | 'renameNamespace'
  | 'createView'
  | 'dropView'
  | 'refreshView'
  | 'createFunction'
  | 'dropFunction'
  | 'createTrigger'
  | 'dropTrigger'
  | 'createPolicy'
  | 'dropPolicy'
  | 'createObject'
  | 'dropObject'
  | 'renameObject'
> = {
  createEnum: () => classified('create-enum', 'nothing uses a new type yet'),
  dropEnum: ({ enum: name }) =>
    classified('drop-type', `the values of ${name} are mapped by nobody`),
  renameEnum: ({ from }) => classified('rename-enum', `casts and functions that name ${from} fail`),
  addEnumValue: ({ enum: name }) =>
    classified('add-enum-value', `a value cannot be removed from ${name} again`),
  renameEnumValue: ({ from }) =>
    classified('rename-enum-value', `running code that writes ${from} fails at once`),
  createDomain: ({ domain }) =>
    classified('create-domain', `every column of the domain ${domain.name} follows its rules`),
  dropDomain: ({ domain }) => classified('drop-type', `the rules of ${domain} no longer hold`),
  createSequence: () => classified('create-sequence', 'nothing uses a new sequence yet'),
  dropSequence: ({ sequence }) =>
    classified('reset-sequence', `the position of ${sequence} is lost`),
  setSequence,
  createExtension: ({ extension }) =>
    classified('enable-extension', `not every role may enable ${extension.name}`),
  dropExtension: ({ extension }) =>
    classified('drop-extension', `what uses ${extension} can go with it`),
  createNamespace: () => classified('create-schema', 'nothing uses a new schema yet'),
  dropNamespace: ({ namespace }) =>
    classified('drop-schema', `everything in ${namespace} goes with it`),
  renameNamespace: ({ from }) =>
    classified('rename-schema', `every reference to ${from} fails at once`),
  createView: ({ view }, context) =>
    viewChange(
      view.name,
      view.materialized,
      `readers of ${view.name} depend on its columns`,
      context,
    ),
  dropView: ({ view, materialized, cascade }, context) => {
    const change = viewChange(view, materialized, `queries that read ${view} fail`, context);
    const reason = `what reads ${view} is dropped with it`;
    return cascade
      ? { ...change, escalations: [...change.escalations, { level: 'mandatory', reason }] }
      : change;
  },
  refreshView,
  createFunction: ({ function: { name } }, context) => functionChange(name, context),
  dropFunction: ({ function: name }, context) => functionChange(name, context),
  createTrigger: ({ trigger }) =>
    classified('trigger', `${trigger.name} runs with writes that do not see it`),
  dropTrigger: ({ trigger }) => classified('trigger', `${trigger} no longer runs with writes`),
  createPolicy: ({ policy }) =>
    classified('access', `which rows of ${policy.table} a role sees changes`),
  dropPolicy: ({ table }) => classified('access', `which rows of ${table} a role sees changes`),
  createObject: ({ object }) => SCHEMA_OBJECT_CLASSES[object.type](object),
  dropObject: (object) => SCHEMA_OBJECT_CLASSES[object.type](object),
  renameObject: ({ from }) =>
    classified('rename-object', `what names ${from} in code or queries fails at once`),
};

/** RESTART is no part of a schema: a statement that changes nothing in it asked for that. */
function setSequence(
  { sequence }: OperationOf<'setSequence'>,
  { before }: RuleContext,
): Classified {
  const current = before.sequences.find(({ name }) => name === sequence.name);
  const same = current !== undefined && JSON.stringify(current) === JSON.stringify(sequence);
  return same
    ? classified('reset-sequence', `${sequence.name} continues at another number`)
    : classified('alter-sequence', `the numbers that ${sequence.name} gives change`);
}

function viewChange(
  name: string,
  materialized: boolean,
  reason: string,
  { before, readSql }: RuleContext,
): Classified {
  const there = before.views.some((view) => view.name === name);
  const readers = there
    ? viewsNaming(before, name, null, readSql).filter((view) => view.name !== name)
    : [];
  const names = readers.map((view) => view.name).join(', ');
  return classified(
    materialized ? 'materialized-view' : 'view',
    reason,
    mandatoryIf(readers.length > 0, `${names} ${readers.length === 1 ? 'reads' : 'read'} ${name}`),
  );
}

function refreshView(
  { view, concurrently }: OperationOf<'refreshView'>,
  context: RuleContext,
): Classified {
  const large = concurrently ? [] : largeTablesOf(view, context);
  return classified(
    'materialized-view',
    `the query of ${view} runs in the migration`,
    mandatoryIf(large.length > 0, `readers of ${view} wait while it reads ${large.join(', ')}`),
  );
}

function largeTablesOf(name: string, context: RuleContext): readonly string[] {
  const view: View | undefined = context.before.views.find((each) => each.name === name);
  if (!view) return [];
  return context.before.tables
    .filter((table) => context.sizeOf(table.name).class === 'large')
    .filter((table) => namesAll(view.definition, [table.name], context.engine))
    .map((table) => context.withSize(table.name));
}
