import type { RollbackClass } from '../../model/rollback.ts';
import { type Column, findColumn, findTable, type Table } from '../../model/schema.ts';
import { type InverseContext, type Inverters, inverse, nothingToUndo, undoing } from './inverse.ts';
import { viewsBefore } from './renamed-views.ts';
import { restore } from './restore.ts';
import { saveColumn } from './saves.ts';

export const columnInverters: Inverters<'addColumn' | 'dropColumn' | 'renameColumn'> = {
  /**
   * Exact: the schema and the rows are as they were before the column. What was written into it
   * since did not exist then; it is named as lost all the same.
   */
  addColumn: ({ table, column, source }, context) => {
    const { before, after, dialect } = context;
    if (columnOf(before, table, column.name)) {
      return nothingToUndo(`${table}.${column.name} was there already`);
    }
    const drop = {
      kind: 'dropColumn',
      table,
      column: column.name,
      ifExists: false,
      cascade: false,
    } as const;
    return inverse({
      action: `Drops column ${table}.${column.name}.`,
      ...restore(after, before, dialect, source, [drop]),
      class: addedClass(column, context),
      dataLost: `Values written to ${table}.${column.name} since.`,
      precondition: `The running code no longer reads or writes ${table}.${column.name}.`,
    });
  },
  dropColumn: ({ table: name, column: columnName, source }, context) => {
    const { before, after, dialect } = context;
    const table = findTable(before, name);
    const column = columnOf(before, name, columnName);
    if (!table || !column) return nothingToUndo(`there was no column ${name}.${columnName}`);
    const restoring = restore(after, before, dialect, source);
    const computed = column.generated !== null;
    const waits = restoring.completion.some(({ kind }) => kind === 'setColumnNull');
    return inverse({
      action: returnAction(table, column, waits),
      ...restoring,
      ...(computed ? {} : saveColumn(table, column, context)),
      fidelity: computed ? 'exact' : 'schemaOnly',
      class: 'humanOnly',
      dataLost: computed
        ? null
        : `The values of ${name}.${columnName}, unless they were saved before.`,
      reason: computed
        ? `${name}.${columnName} is computed anew for every row`
        : `dropping ${name}.${columnName} deletes its values, and the schema does not hold them`,
      precondition: waits
        ? `Every row of ${name} has a value in ${columnName} before NOT NULL is set.`
        : null,
      questions: dropQuestions(table, column, waits),
    });
  },
  renameColumn: ({ table, from, to, views, source }, { before, dialect }) =>
    inverse({
      action: `Renames column ${table}.${to} back to ${from}.`,
      operations: [
        undoing(source, {
          kind: 'renameColumn',
          table,
          from: to,
          to: from,
          ...viewsBefore(views, before),
        }),
      ],
      class: 'assisted',
      precondition: dialect.altersColumnsInPlace
        ? `The running code uses the column under the name ${from}.`
        : `The running code uses the column under the name ${from}, and nothing else writes while ${table} is copied.`,
    }),
};

function columnOf(schema: InverseContext['before'], table: string, column: string): Column | null {
  const owner = findTable(schema, table);
  return owner && findColumn(owner, column);
}

/**
 * Nullable or with a constant default: dropped unattended. One that the engine had to compute, or
 * that could not be added to rows as they were, is looked at first.
 */
function addedClass(column: Column, { dialect }: InverseContext): RollbackClass {
  const computed = column.generated?.stored === true || column.autoIncrement !== null;
  const volatile = column.default?.kind === 'expression';
  const unfilled = !column.nullable && column.default === null;
  const copies = !dialect.altersColumnsInPlace;
  return computed || volatile || unfilled || copies ? 'assisted' : 'automatic';
}

function returnAction(table: Table, column: Column, waits: boolean): string {
  const place = `${table.name}.${column.name}`;
  const how = waits ? ', nullable for now because rows exist' : '';
  return column.generated
    ? `Adds column ${place} again, computed by the database, and what went with it.`
    : `Adds column ${place} again without its values${how}, and what went with it.`;
}

function dropQuestions(table: Table, column: Column, waits: boolean): readonly string[] {
  const place = `${table.name}.${column.name}`;
  if (column.generated) {
    return [`Does anything still read ${place}, so that it has to come back?`];
  }
  return [
    `Are the values of ${place} still needed, and where are they kept?`,
    ...(waits ? [`What does ${place} hold for rows that were written after it was dropped?`] : []),
  ];
}
