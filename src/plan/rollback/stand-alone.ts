import type { Table } from '../../model/schema.ts';
import { type InverseContext, type Inverters, inverse, nothingToUndo, undoing } from './inverse.ts';
import { restore } from './restore.ts';
import { savedName, saveTable } from './saves.ts';

type StandAloneKind =
  | 'createSequence'
  | 'dropSequence'
  | 'setSequence'
  | 'createExtension'
  | 'dropExtension'
  | 'createNamespace'
  | 'dropNamespace'
  | 'renameNamespace';

export const standAloneInverters: Inverters<StandAloneKind> = {
  createSequence: ({ sequence: { name }, source }) =>
    inverse({
      action: `Drops sequence ${name}.`,
      operations: [undoing(source, { kind: 'dropSequence', sequence: name, ifExists: false })],
      class: 'assisted',
      dataLost: `The position that sequence ${name} has reached.`,
    }),
  dropSequence: ({ sequence: name, source }, { before, dialect }) => {
    const sequence = before.sequences.find((one) => one.name === name);
    if (!sequence) return nothingToUndo(`there was no sequence ${name}`);
    const [original, saved] = [name, savedName(name, null, dialect)].map(dialect.quoteTable);
    return inverse({
      action: `Creates sequence ${name} again, from its start.`,
      operations: [undoing(source, { kind: 'createSequence', sequence })],
      putBack: [
        `SELECT setval(${dialect.quoteString(original ?? name)}, last_value, is_called) FROM ${saved};`,
      ],
      fidelity: 'schemaOnly',
      class: 'humanOnly',
      dataLost: `The position that sequence ${name} had reached, unless it was saved before.`,
      reason: `a sequence that starts anew gives numbers a second time`,
      saveFirst: [`CREATE TABLE ${saved} AS SELECT last_value, is_called FROM ${original};`],
      questions: [`From which number must ${name} go on?`],
    });
  },
  setSequence: ({ sequence: { name }, source }, { before }) => {
    const was = before.sequences.find((one) => one.name === name);
    if (!was) return nothingToUndo(`there was no sequence ${name}`);
    return inverse({
      action: `Sets sequence ${name} back to what it was.`,
      operations: [undoing(source, { kind: 'setSequence', sequence: was })],
      class: 'assisted',
      precondition: `The numbers that ${name} has given since fit its earlier bounds.`,
    });
  },
  createExtension: ({ extension: { name }, source }, { before }) => {
    if (before.extensions.some((one) => one.name === name)) {
      return nothingToUndo(`extension ${name} was there already`);
    }
    return inverse({
      action: `Drops extension ${name}.`,
      operations: [undoing(source, { kind: 'dropExtension', extension: name, cascade: false })],
    });
  },
  dropExtension: ({ extension: name, cascade, source }, { before }) => {
    const extension = before.extensions.find((one) => one.name === name);
    if (!extension) return nothingToUndo(`there was no extension ${name}`);
    return inverse({
      action: `Creates extension ${name} again.`,
      operations: [undoing(source, { kind: 'createExtension', extension })],
      fidelity: cascade ? 'schemaOnly' : 'exact',
      class: 'humanOnly',
      dataLost: cascade
        ? `Columns, indexes and functions that needed ${name}, with their data.`
        : null,
      reason: cascade
        ? `CASCADE drops all that needs ${name}, which no schema file names`
        : `the extension's version and settings are the server's`,
      questions: [
        `What else in this database uses ${name}, and which version of it must come back?`,
      ],
    });
  },
  createNamespace: ({ namespace, source }, { before }) => {
    if (before.namespaces.includes(namespace)) {
      return nothingToUndo(`schema ${namespace} was there already`);
    }
    return inverse({
      action: `Drops schema ${namespace}.`,
      operations: [undoing(source, { kind: 'dropNamespace', namespace, ifExists: false })],
      class: 'assisted',
      dataLost: `Whatever was created in schema ${namespace} since: CASCADE takes it along.`,
      precondition: `Schema ${namespace} is empty.`,
    });
  },
  dropNamespace: ({ namespace, source }, context) => {
    const { before, after, dialect } = context;
    if (!before.namespaces.includes(namespace)) {
      return nothingToUndo(`there was no schema ${namespace}`);
    }
    const tables = before.tables.filter(({ name }) => name.startsWith(`${namespace}.`));
    return inverse({
      action: `Creates schema ${namespace} again with its ${tables.length} tables, empty.`,
      ...restore(after, before, dialect, source),
      ...savedTables(tables, context),
      fidelity: 'schemaOnly',
      class: 'humanOnly',
      dataLost: `All rows of the tables in ${namespace}, unless they were saved before.`,
      reason: `dropping ${namespace} deletes all that is in it`,
      questions: [`Is anything in schema ${namespace} still needed, and where is its copy kept?`],
    });
  },
  renameNamespace: ({ from, to, source }) =>
    inverse({
      action: `Renames schema ${to} back to ${from}.`,
      operations: [undoing(source, { kind: 'renameNamespace', from: to, to: from })],
      class: 'assisted',
    }),
};

/** Copies beside the tables would go with the schema: only dumps keep them. */
function savedTables(
  tables: readonly Table[],
  context: InverseContext,
): { readonly saveFirst: readonly string[] } {
  return {
    saveFirst: tables.flatMap((table) => saveTable(table, context).saveFirst.slice(1)),
  };
}
