import { SCHEMA_OBJECT_WORDS } from '../../model/schema-object-types.ts';
import { type Inverters, inverse, nothingToUndo, undoing } from './inverse.ts';
import { restore } from './restore.ts';
import { lostColumns } from './types.ts';

type ObjectKind = 'createObject' | 'dropObject' | 'renameObject';

export const objectInverters: Inverters<ObjectKind> = {
  createObject: ({ object, source }, { before }) => {
    const { type, name, table } = object;
    const words = SCHEMA_OBJECT_WORDS[type];
    const was = before.objects?.find(
      (one) => one.type === type && one.name === name && one.table === table,
    );
    if (was) {
      return inverse({
        action: `Sets the ${words} ${name} back to what it was.`,
        operations: [undoing(source, { kind: 'createObject', object: was, replace: true })],
        class: 'assisted',
      });
    }
    return inverse({
      action: `Drops the ${words} ${name}.`,
      operations: [undoing(source, { kind: 'dropObject', type, name, table, ifExists: false })],
      class: 'assisted',
    });
  },
  dropObject: ({ type, name, table, source }, { before, after, dialect }) => {
    const words = SCHEMA_OBJECT_WORDS[type];
    if ((before.objects?.length ?? 0) === (after.objects?.length ?? 0)) {
      return nothingToUndo(`there was no ${words} ${name}`);
    }
    return inverse({
      action: `Creates the ${words} ${name} again${table === null ? '' : ` on ${table}`}.`,
      ...restore(after, before, dialect, source),
      class: 'assisted',
      ...lostColumns(before, after, name),
    });
  },
  renameObject: ({ type, table, from, to, source }) =>
    inverse({
      action: `Renames ${to} back to ${from}.`,
      operations: [undoing(source, { kind: 'renameObject', type, table, from: to, to: from })],
      class: 'assisted',
      precondition: `The running code uses it under the name ${from}.`,
    }),
};
