import { ifThere, type Sentences, withDependents } from './sentence.ts';

export const PROGRAM_OPERATIONS: Sentences<
  | 'createView'
  | 'dropView'
  | 'refreshView'
  | 'createFunction'
  | 'dropFunction'
  | 'createTrigger'
  | 'dropTrigger'
  | 'createPolicy'
  | 'dropPolicy'
  | 'createVirtualTable'
  | 'dropVirtualTable'
> = {
  createView: ({ view, replace }) =>
    `${replace ? 'Create or replace' : 'Create'} the ${viewWord(view.materialized)} ${view.name}.`,
  dropView: ({ view, materialized, ifExists, cascade }) =>
    `Drop the ${viewWord(materialized)} ${view}${withDependents(cascade)}${ifThere(ifExists)}.`,
  refreshView: ({ view, concurrently }) =>
    `Compute the materialized view ${view} anew${concurrently ? ' while it can be read' : ''}.`,
  createFunction: ({ function: { name }, replace }) =>
    `${replace ? 'Create or replace' : 'Create'} the function ${name}.`,
  dropFunction: ({ function: name, ifExists }) => `Drop the function ${name}${ifThere(ifExists)}.`,
  createTrigger: ({ trigger: { name, table } }) =>
    `Create the trigger ${name}${table === null ? '' : ` on ${table}`}.`,
  dropTrigger: ({ trigger, table, ifExists }) =>
    `Drop the trigger ${trigger}${table === null ? '' : ` of ${table}`}${ifThere(ifExists)}.`,
  createPolicy: ({ policy: { name, table } }) => `Create the row policy ${name} on ${table}.`,
  dropPolicy: ({ policy, table }) => `Drop the row policy ${policy} of ${table}.`,
  createVirtualTable: ({ virtualTable: { name, module } }) =>
    `Create the virtual table ${name} with the module ${module}.`,
  dropVirtualTable: ({ virtualTable }) => `Drop the virtual table ${virtualTable}.`,
};

function viewWord(materialized: boolean): string {
  return materialized ? 'materialized view' : 'view';
}
