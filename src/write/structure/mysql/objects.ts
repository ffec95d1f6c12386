import type { DumpedObject, DumpInput } from './dumped-object.ts';
import { events, routines, triggers } from './programs.ts';
import { tables } from './tables.ts';
import { placeholders, views } from './views.ts';

/** All objects in the order of the dump tool: each table with its triggers, programs, views. */
export function dumpedObjects(input: DumpInput): readonly DumpedObject[] {
  const { compareNames } = input;
  const ofTables = triggers(input);
  const relations = [...tables(input), ...placeholders(input)].toSorted((left, right) =>
    compareNames(left.name, right.name),
  );
  return [
    ...relations.flatMap((relation) => [
      relation,
      ...ofTables.filter(({ table }) => table === relation.name),
    ]),
    ...events(input),
    ...routines(input),
    ...views(input),
  ];
}
