import { findTable } from '../../model/schema.ts';
import { type Inverters, inverse, nothingToUndo, undoing } from './inverse.ts';
import { viewsBefore } from './renamed-views.ts';
import { restore } from './restore.ts';
import { optionsBack } from './restore-table.ts';
import { sameValue } from './same-value.ts';
import { saveTable } from './saves.ts';

export const tableInverters: Inverters<
  | 'createTable'
  | 'dropTable'
  | 'renameTable'
  | 'setTableComment'
  | 'setTableOptions'
  | 'attachPartition'
  | 'detachPartition'
> = {
  createTable: ({ table, source }, { before, dialect }) => {
    if (findTable(before, table.name)) {
      return nothingToUndo(`table ${table.name} was there already`);
    }
    const dropped = {
      kind: 'dropTable',
      table: table.name,
      ifExists: false,
      cascade: false,
    } as const;
    return inverse({
      action: `Drops table ${table.name}.`,
      operations: [undoing(source, dropped)],
      class:
        table.foreignKeys.length > 0 && !dialect.supportsTransactionalDdl
          ? 'assisted'
          : 'automatic',
      dataLost: `Rows written to ${table.name} since.`,
    });
  },
  dropTable: ({ table: name, source }, context) => {
    const { before, after, dialect } = context;
    const table = findTable(before, name);
    if (!table) return nothingToUndo(`there was no table ${name}`);
    const { saveFirst, putBack } = saveTable(table, context);
    return inverse({
      action: `Creates table ${name} again, empty, with its keys, indexes and constraints, and what went with it.`,
      ...restore(after, before, dialect, source),
      putBack,
      fidelity: 'schemaOnly',
      class: 'humanOnly',
      dataLost: `All rows of ${name}, unless they were saved before.`,
      reason: `dropping ${name} deletes its rows, and the schema does not hold them`,
      saveFirst,
      questions: [
        `Are the rows of ${name} still needed, and for how long must a copy be kept?`,
        `Who confirms that the copy of ${name} is complete before the table is dropped?`,
      ],
    });
  },
  renameTable: ({ from, to, views, source }, { before }) =>
    inverse({
      action: `Renames table ${to} back to ${from}.`,
      operations: [
        undoing(source, { kind: 'renameTable', from: to, to: from, ...viewsBefore(views, before) }),
      ],
      class: 'assisted',
      precondition: `The running code uses the table under the name ${from}.`,
    }),
  setTableComment: ({ table: name, source }, { before }) => {
    const comment = findTable(before, name)?.comment ?? null;
    return inverse({
      action:
        comment === null ? `Removes the comment of ${name}.` : `Sets the comment of ${name} back.`,
      operations: [undoing(source, { kind: 'setTableComment', table: name, comment })],
    });
  },
  setTableOptions: ({ table: name, source }, { before, after }) => {
    const [was, is] = [findTable(before, name), findTable(after, name)];
    if (!was || sameValue(was, is)) return nothingToUndo(`the options of ${name} did not change`);
    return inverse({
      action: `Sets the options of ${name} back.`,
      operations: [undoing(source, optionsBack(is ?? was, was))],
      class: 'assisted',
      precondition: `There is time to rebuild ${name} if the engine has to.`,
    });
  },
  attachPartition: ({ table, partition: { parent }, source }) =>
    inverse({
      action: `Detaches ${table} from ${parent}.`,
      operations: [undoing(source, { kind: 'detachPartition', table, concurrently: false })],
      class: 'assisted',
      precondition: `Nothing reads the rows of ${table} through ${parent}.`,
    }),
  detachPartition: ({ table, source }, { before }) => {
    const partition = findTable(before, table)?.partition;
    if (!partition) return nothingToUndo(`${table} was no partition`);
    return inverse({
      action: `Attaches ${table} to ${partition.parent} again, which reads all of its rows.`,
      operations: [undoing(source, { kind: 'attachPartition', table, partition })],
      class: 'assisted',
      precondition: `Every row of ${table} still lies in its bounds, and no other partition has taken them.`,
    });
  },
};
