import { findTable, type Schema } from '../../model/schema.ts';
import { type Inverse, type Inverters, inverse, nothingToUndo, undoing } from './inverse.ts';
import { restore } from './restore.ts';

type TypeKind =
  | 'createEnum'
  | 'dropEnum'
  | 'renameEnum'
  | 'addEnumValue'
  | 'renameEnumValue'
  | 'createDomain'
  | 'dropDomain';

export const typeInverters: Inverters<TypeKind> = {
  createEnum: ({ enum: { name }, source }, { before }) => {
    if (before.enums.some((one) => one.name === name)) {
      return nothingToUndo(`enum ${name} was there already`);
    }
    return inverse({
      action: `Drops enum ${name}.`,
      operations: [undoing(source, { kind: 'dropEnum', enum: name, ifExists: false })],
      class: 'assisted',
      precondition: `No column is of type ${name}.`,
    });
  },
  dropEnum: ({ enum: name, source }, { before, after, dialect }) => {
    if (!before.enums.some((one) => one.name === name)) {
      return nothingToUndo(`there was no enum ${name}`);
    }
    return inverse({
      action: `Creates enum ${name} again with its values.`,
      ...restore(after, before, dialect, source),
      class: 'humanOnly',
      reason: `only people know what else was written for ${name} while it was gone`,
      questions: [`Does any code or report still expect the type ${name}?`],
      ...lostColumns(before, after, name),
    });
  },
  renameEnum: ({ from, to, source }) =>
    inverse({
      action: `Renames enum ${to} back to ${from}.`,
      operations: [undoing(source, { kind: 'renameEnum', from: to, to: from })],
      class: 'assisted',
    }),
  // PostgreSQL has no DROP VALUE. https://www.postgresql.org/docs/18/sql-altertype.html
  addEnumValue: ({ enum: name, value }, { before }) => {
    if (before.enums.find((one) => one.name === name)?.values.includes(value)) {
      return nothingToUndo(`enum ${name} had the value ${value} already`);
    }
    return inverse({
      action: `Nothing is done: the value ${value} stays in enum ${name}.`,
      fidelity: 'impossible',
      class: 'humanOnly',
      reason: `PostgreSQL has no command that removes a value from an enum`,
      questions: [
        `May the value ${value} stay in ${name}, unused?`,
        `Which rows hold ${value}, and what should they hold once the code no longer knows it?`,
      ],
    });
  },
  renameEnumValue: ({ enum: name, from, to, source }) =>
    inverse({
      action: `Renames the value ${to} of enum ${name} back to ${from}.`,
      operations: [undoing(source, { kind: 'renameEnumValue', enum: name, from: to, to: from })],
      class: 'assisted',
    }),
  createDomain: ({ domain: { name }, source }) =>
    inverse({
      action: `Drops domain ${name}.`,
      operations: [undoing(source, { kind: 'dropDomain', domain: name, ifExists: false })],
      class: 'assisted',
      precondition: `No column is of type ${name}.`,
    }),
  dropDomain: ({ domain: name, source }, { before, after, dialect }) => {
    if (!before.domains.some((one) => one.name === name)) {
      return nothingToUndo(`there was no domain ${name}`);
    }
    return inverse({
      action: `Creates domain ${name} again with its constraints.`,
      ...restore(after, before, dialect, source),
      class: 'assisted',
      ...lostColumns(before, after, name),
    });
  },
};

/** What CASCADE destroys along with a type: the columns that have it come back empty. */
export function lostColumns(before: Schema, after: Schema, name: string): Partial<Inverse> {
  const lost = before.tables.flatMap((table) => {
    const left = findTable(after, table.name)?.columns ?? [];
    return table.columns
      .filter((column) => !left.some((one) => one.name === column.name))
      .map((column) => `${table.name}.${column.name}`);
  });
  if (lost.length === 0) return {};
  return {
    fidelity: 'schemaOnly',
    class: 'humanOnly',
    dataLost: `All values of ${lost.join(', ')}.`,
    reason: `CASCADE drops the columns of type ${name}, and the schema does not hold their values`,
    questions: [`From where are the values of ${lost.join(', ')} put back?`],
  };
}
