import { EXTENSION_NAMES } from '../../../dialect/postgresql/extension-names.ts';
import { EXTENSION_OBJECTS } from '../../../dialect/postgresql/extension-objects.ts';
import type { KnownNames } from '../../../dialect/postgresql/qualified-names.ts';
import { own } from '../../../model/own.ts';
import type { Schema, SchemaObject, SchemaObjectType } from '../../../model/schema.ts';

/**
 * The names that stand in the default schema: those of the schemas' objects, those that extensions
 * bring along, and those that the text of the dump has there.
 */
export function knownNames(schemas: readonly Schema[], text: string): KnownNames {
  const extensions = schemas.flatMap((schema) =>
    schema.extensions.flatMap(({ name }) => own(EXTENSION_OBJECTS, name) ?? []),
  );
  const named = schemas.flatMap((schema) =>
    schema.extensions.flatMap(({ name }) => own(EXTENSION_NAMES, name) ?? []),
  );
  return {
    relations: bare([
      ...schemas.flatMap(relationNames),
      ...named.flatMap(({ relations = [] }) => relations),
    ]),
    types: bare([
      ...named.flatMap(({ types = [] }) => types),
      ...schemas.flatMap(typeNames),
      ...extensions.flatMap(({ types }) => types),
      ...found(text, /(?:::|^ {4}\S+ )public\.("?[\w$]+"?)/gm),
    ]),
    functions: bare([
      ...named.flatMap(({ functions = [] }) => functions).filter((name) => !isServers(name, text)),
      ...schemas.flatMap(({ functions }) => functions.map(({ name }) => name)),
      ...schemas.flatMap((schema) => objectNames(schema, 'aggregate')),
      ...extensions.flatMap(({ functions }) => functions),
      ...found(text, /\bpublic\.("?[\w$]+"?)\(/g),
    ]),
    operatorClasses: bare([
      ...named.flatMap(({ operatorClasses = [] }) => operatorClasses),
      ...extensions.flatMap(({ operatorClasses }) => operatorClasses),
      ...schemas.flatMap((schema) => objectNames(schema, 'operatorClass')),
      ...found(text, /\bpublic\.(\w+_ops)\b/g),
    ]),
  };
}

/**
 * Since version 13 the server has gen_random_uuid() of its own, which it prefers to that of
 * pgcrypto.
 */
function isServers(name: string, text: string): boolean {
  return name === 'gen_random_uuid' && !/\bpublic\.gen_random_uuid\(/.test(text);
}

function relationNames({ tables, views, sequences, objects = [] }: Schema): readonly string[] {
  const columns = tables.flatMap((table) =>
    table.columns.flatMap(({ sequence, autoIncrement, name }) =>
      autoIncrement === null ? [] : [sequence?.name ?? `${table.name}_${name}_seq`],
    ),
  );
  const foreign = objects.filter(({ type }) => type === 'foreignTable');
  return [...[...tables, ...views, ...sequences, ...foreign].map(({ name }) => name), ...columns];
}

function typeNames(schema: Schema): readonly string[] {
  const made = [...schema.enums, ...schema.domains].map(({ name }) => name);
  return [
    ...made,
    ...objectNames(schema, 'compositeType'),
    ...objectNames(schema, 'rangeType'),
    ...objectNames(schema, 'shellType'),
  ];
}

function objectNames({ objects = [] }: Schema, type: SchemaObjectType): readonly string[] {
  return objects.filter((object) => object.type === type).map(nameOf);
}

function nameOf({ name }: SchemaObject): string {
  return name.replace(/\(.*$/s, '');
}

function found(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, name = '']) => name.replaceAll('"', ''));
}

/** Those of the default schema, which have no schema in front. */
function bare(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.filter((name) => !name.includes('.')));
}
