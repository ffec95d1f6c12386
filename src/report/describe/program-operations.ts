import { hasOwnList, type RenamedObjectType } from '../../model/operation.ts';
import type { SchemaObject } from '../../model/schema.ts';
import { describeReference, OBJECT_WORDS, objectWord } from '../words/index.ts';
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
  | 'createObject'
  | 'dropObject'
  | 'renameObject'
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
  createObject: ({ object, replace }) =>
    `${replace ? 'Create or replace' : 'Create'} the ${objectWords(object)}.`,
  dropObject: ({ ifExists, ...object }) => `Drop the ${objectWords(object)}${ifThere(ifExists)}.`,
  renameObject: ({ type, table, from, to }) =>
    `Rename the ${renamedWord(type)} ${from}${table === null ? '' : ` of ${table}`} to ${to}.`,
  createVirtualTable: ({ virtualTable: { name, module } }) =>
    `Create the virtual table ${name} with the module ${module}.`,
  dropVirtualTable: ({ virtualTable }) => `Drop the virtual table ${virtualTable}.`,
};

/** `rule protect of users`. */
function objectWords({ type, table, name }: Pick<SchemaObject, 'type' | 'table' | 'name'>): string {
  return describeReference({ type: 'object', table, name, objectType: type });
}

function renamedWord(type: RenamedObjectType): string {
  return hasOwnList(type) ? OBJECT_WORDS[type] : objectWord({ type: 'object', objectType: type });
}

function viewWord(materialized: boolean): string {
  return materialized ? 'materialized view' : 'view';
}
