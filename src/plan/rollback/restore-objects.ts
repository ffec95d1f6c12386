import type { OperationBody } from '../../model/operation.ts';
import type { Policy, Schema, SchemaObject, Trigger } from '../../model/schema.ts';

import { sameValue } from './same-value.ts';

type Named = { readonly name: string };

/** What tables need: namespaces, extensions, types and sequences that are gone. */
export function missingTypes(current: Schema, wanted: Schema): readonly OperationBody[] {
  return [
    ...wanted.namespaces
      .filter((namespace) => !current.namespaces.includes(namespace))
      .map((namespace): OperationBody => ({ kind: 'createNamespace', namespace })),
    ...missing(current.extensions, wanted.extensions).map(
      (extension): OperationBody => ({ kind: 'createExtension', extension }),
    ),
    ...missing(current.enums, wanted.enums).map(
      (type): OperationBody => ({ kind: 'createEnum', enum: type }),
    ),
    ...missing(current.domains, wanted.domains).map(
      (domain): OperationBody => ({ kind: 'createDomain', domain }),
    ),
    ...missing(current.sequences, wanted.sequences).map(
      (sequence): OperationBody => ({ kind: 'createSequence', sequence }),
    ),
    ...missingObjects(current, wanted)
      .filter(({ type }) => isEarly(type))
      .map(objectBack),
  ];
}

/** Objects that tables can need: types, collations, operators, languages of functions. */
function isEarly(type: SchemaObject['type']): boolean {
  return !TABLES_FIRST.includes(type);
}

const TABLES_FIRST: readonly SchemaObject['type'][] = [
  'comment',
  'eventTrigger',
  'foreignTable',
  'grant',
  'owner',
  'publication',
  'rule',
  'securityLabel',
  'setting',
  'statistics',
];

/** Those that are gone, or are otherwise. */
function missingObjects(current: Schema, wanted: Schema): readonly SchemaObject[] {
  const present = current.objects ?? [];
  return (wanted.objects ?? []).filter((object) => !present.some((one) => sameValue(one, object)));
}

function objectBack(object: SchemaObject): OperationBody {
  return { kind: 'createObject', object, replace: true };
}

/** What needs tables: functions, views, triggers and policies that are gone. */
export function missingPrograms(current: Schema, wanted: Schema): readonly OperationBody[] {
  return [
    ...wanted.functions
      .filter(({ definition }) => !current.functions.some((one) => one.definition === definition))
      .map(
        (program): OperationBody => ({
          kind: 'createFunction',
          function: program,
          replace: true,
        }),
      ),
    ...missing(current.views, wanted.views).map(
      (view): OperationBody => ({ kind: 'createView', view, replace: false }),
    ),
    ...missing(current.virtualTables, wanted.virtualTables).map(
      (virtualTable): OperationBody => ({ kind: 'createVirtualTable', virtualTable }),
    ),
    ...missingOnTable(current.triggers, wanted.triggers).map(
      (trigger): OperationBody => ({ kind: 'createTrigger', trigger }),
    ),
    ...missingOnTable(current.policies, wanted.policies).map(
      (policy): OperationBody => ({ kind: 'createPolicy', policy }),
    ),
    ...missingObjects(current, wanted)
      .filter(({ type }) => !isEarly(type))
      .map(objectBack),
  ];
}

function missing<T extends Named>(current: readonly T[], wanted: readonly T[]): readonly T[] {
  return wanted.filter(({ name }) => !current.some((one) => one.name === name));
}

function missingOnTable<T extends Trigger | Policy>(
  current: readonly T[],
  wanted: readonly T[],
): readonly T[] {
  return wanted.filter(
    ({ name, table }) => !current.some((one) => one.name === name && one.table === table),
  );
}
