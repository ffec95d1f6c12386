import { type BaseReviews, mandatory, spot, thorough } from './entry.ts';
import { SCHEMA_OBJECT_REVIEWS } from './schema-objects.ts';

export const objectReviews: Pick<
  BaseReviews,
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
  createEnum: () => spot('nothing uses a new type yet'),
  dropEnum: ({ enum: name }) => mandatory(`the values of ${name} are mapped by nobody`),
  renameEnum: ({ from }) => mandatory(`casts and functions that name ${from} fail`),
  addEnumValue: ({ enum: name }) => thorough(`a value cannot be removed from ${name} again`),
  renameEnumValue: ({ from }) => thorough(`running code that writes ${from} fails at once`),
  createDomain: ({ domain }) =>
    thorough(`every column of the domain ${domain.name} follows its rules`),
  dropDomain: ({ domain }) => mandatory(`the rules of ${domain} hold no longer`),
  createSequence: () => spot('nothing uses a new sequence yet'),
  dropSequence: ({ sequence }) => mandatory(`the position of ${sequence} is lost`),
  setSequence: ({ sequence }) => thorough(`the numbers that ${sequence.name} gives change`),
  createExtension: ({ extension }) => thorough(`not every role may enable ${extension.name}`),
  dropExtension: ({ extension }) => mandatory(`what uses ${extension} can go with it`),
  createNamespace: () => spot('nothing uses a new schema yet'),
  dropNamespace: ({ namespace }) => mandatory(`everything in ${namespace} goes with it`),
  renameNamespace: ({ from }) => mandatory(`every reference to ${from} fails at once`),
  createView: ({ view }) => thorough(`readers of ${view.name} depend on its columns`),
  dropView: ({ view, cascade }) =>
    cascade
      ? mandatory(`what reads ${view} is dropped with it`)
      : thorough(`queries that read ${view} fail`),
  refreshView: ({ view }) => thorough(`the query of ${view} runs in the migration`),
  createFunction: ({ function: { name } }) =>
    thorough(`no engine knows which queries call ${name}`),
  dropFunction: ({ function: name }) => thorough(`no engine knows which queries call ${name}`),
  createTrigger: ({ trigger }) => mandatory(`${trigger.name} runs with writes that do not see it`),
  dropTrigger: ({ trigger }) => mandatory(`${trigger} no longer runs with writes`),
  createPolicy: ({ policy }) => mandatory(`which rows of ${policy.table} a role sees changes`),
  dropPolicy: ({ table }) => mandatory(`which rows of ${table} a role sees changes`),
  createObject: ({ object }) => SCHEMA_OBJECT_REVIEWS[object.type](object),
  dropObject: (object) => SCHEMA_OBJECT_REVIEWS[object.type](object),
  renameObject: ({ from }) => thorough(`what names ${from} in code or queries fails at once`),
};
