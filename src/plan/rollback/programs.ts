import { type Inverters, inverse, nothingToUndo, undoing } from './inverse.ts';
import { restore } from './restore.ts';

type ProgramKind =
  | 'createFunction'
  | 'dropFunction'
  | 'createTrigger'
  | 'dropTrigger'
  | 'createPolicy'
  | 'dropPolicy'
  | 'createVirtualTable'
  | 'dropVirtualTable';

export const programInverters: Inverters<ProgramKind> = {
  createFunction: ({ function: program, source }, { before, after, dialect }) => {
    const replaced = after.functions.length === before.functions.length;
    if (replaced) {
      return inverse({
        action: `Replaces function ${program.name} by its earlier definition.`,
        ...restore(after, before, dialect, source),
        class: 'assisted',
      });
    }
    const several = after.functions.filter(({ name }) => name === program.name).length > 1;
    const named = several ? `${program.name}${argumentList(program.definition)}` : program.name;
    return inverse({
      action: `Drops function ${program.name}.`,
      operations: [undoing(source, { kind: 'dropFunction', function: named, ifExists: false })],
      class: 'assisted',
      precondition: `No trigger, index, default or view calls ${program.name}.`,
    });
  },
  dropFunction: ({ function: name, source }, { before, after, dialect }) => {
    if (before.functions.length === after.functions.length) {
      return nothingToUndo(`there was no function ${name}`);
    }
    return inverse({
      action: `Creates function ${name} again.`,
      ...restore(after, before, dialect, source),
      class: 'assisted',
    });
  },
  createTrigger: ({ trigger, source }, { before, after, dialect }) => {
    const { name, table } = trigger;
    const drop = { kind: 'dropTrigger', trigger: name, table, ifExists: false } as const;
    return inverse({
      action: `Drops trigger ${name}${onTable(table)}, and puts back an earlier one of that name.`,
      ...restore(after, before, dialect, source, [drop]),
      ...byHand(name, 'ran since it was created'),
    });
  },
  dropTrigger: ({ trigger: name, table, source }, { before, after, dialect }) => {
    if (before.triggers.length === after.triggers.length) {
      return nothingToUndo(`there was no trigger ${name}`);
    }
    return inverse({
      action: `Creates trigger ${name}${onTable(table)} again.`,
      ...restore(after, before, dialect, source),
      ...byHand(name, 'would have done while it was gone'),
    });
  },
  createPolicy: ({ policy: { name, table }, source }) =>
    inverse({
      action: `Drops policy ${name} of ${table}.`,
      operations: [undoing(source, { kind: 'dropPolicy', policy: name, table })],
      class: 'assisted',
      precondition: `It is agreed who may see the rows of ${table} without it.`,
    }),
  dropPolicy: ({ policy: name, table, source }, { before, after, dialect }) =>
    inverse({
      action: `Creates policy ${name} of ${table} again.`,
      ...restore(after, before, dialect, source),
      class: 'assisted',
    }),
  createVirtualTable: ({ virtualTable: { name }, source }, { before }) => {
    if (before.virtualTables.some((one) => one.name === name)) {
      return nothingToUndo(`virtual table ${name} was there already`);
    }
    return inverse({
      action: `Drops virtual table ${name}.`,
      operations: [undoing(source, { kind: 'dropVirtualTable', virtualTable: name })],
      class: 'assisted',
      dataLost: `Rows written to ${name} since.`,
    });
  },
  dropVirtualTable: ({ virtualTable: name, source }, { before, after, dialect }) =>
    inverse({
      action: `Creates virtual table ${name} again, empty.`,
      ...restore(after, before, dialect, source),
      fidelity: 'schemaOnly',
      class: 'humanOnly',
      dataLost: `All rows of ${name}.`,
      reason: `dropping ${name} deletes its rows, and the schema does not hold them`,
      questions: [`From which table is ${name} filled again, and by whom?`],
    }),
};

/** What a trigger did to rows, or did not do, is not in the schema. */
function byHand(name: string, when: string) {
  return {
    class: 'humanOnly',
    reason: `what trigger ${name} ${when} is not in the schema`,
    questions: [`Which rows differ by what ${name} ${when}, and must they be put right?`],
  } as const;
}

function onTable(table: string | null): string {
  return table === null ? '' : ` of ${table}`;
}

/** The parenthesised arguments of a CREATE FUNCTION, which tell it from others of its name. */
function argumentList(definition: string): string {
  let depth = 0;
  const open = definition.indexOf('(');
  for (let position = open; position >= 0 && position < definition.length; position += 1) {
    const character = definition.charAt(position);
    depth += character === '(' ? 1 : character === ')' ? -1 : 0;
    if (depth === 0) return definition.slice(open, position + 1);
  }
  return '';
}
