import { isDeepStrictEqual } from 'node:util';
import type { DatabaseFunction } from '../../../model/schema.ts';
import { type DumpedObject, type DumpInput, withStatement } from './dumped-object.ts';
import { inComments, routineSection, triggerSection, withDefiner } from './section-text.ts';

/** Triggers, which stand behind their tables. */
export function triggers({ file, after, layout }: DumpInput): readonly DumpedObject[] {
  const before = new Map(file.schema.triggers.map((trigger) => [trigger.name, trigger]));
  return after.triggers.map((trigger) => ({
    kind: 'trigger',
    name: trigger.name,
    table: trigger.table,
    unchanged: isDeepStrictEqual(before.get(trigger.name), trigger),
    section: () => triggerSection(trigger.definition, layout),
    edited: (section) =>
      withStatement(file, section, inComments(withDefiner(trigger.definition, layout), '50017')),
  }));
}

/** Events, which `--events` alone dumps: a file without any gets none. */
export function events({ file, after, layout, sections }: DumpInput): readonly DumpedObject[] {
  const before = file.schema.objects ?? [];
  const all = (after.objects ?? []).filter(({ type }) => type === 'event');
  if (!sections.some(({ kind }) => kind === 'event')) return [];
  return byName(all).map((event) => ({
    kind: 'event',
    name: event.name,
    table: null,
    unchanged: before.some((other) => isDeepStrictEqual(other, event)),
    section: () => triggerSection(event.definition, layout),
    edited: (section) =>
      withStatement(file, section, inComments(withDefiner(event.definition, layout), '50117')),
  }));
}

/** Functions, then procedures, each by name. */
export function routines({ file, after, layout }: DumpInput): readonly DumpedObject[] {
  const before = new Map(file.schema.functions.map((routine) => [routine.name, routine]));
  const all = byName(after.functions).map((routine): DumpedObject => {
    const { definition } = routine;
    const [kind, name] = [kindOf(routine), nameOf(routine)];
    return {
      kind,
      name,
      table: null,
      unchanged: isDeepStrictEqual(before.get(routine.name), routine),
      section: () => routineSection({ kind, name, definition }, layout),
      edited: (section) => withStatement(file, section, withDefiner(definition, layout)),
    };
  });
  const ofKind = (kind: string) => all.filter((routine) => routine.kind === kind);
  return [...ofKind('function'), ...ofKind('procedure')];
}

function kindOf({ definition }: DatabaseFunction): 'function' | 'procedure' {
  const word = /\b(FUNCTION|PROCEDURE)\b/i.exec(definition)?.[1] ?? '';
  return word.toUpperCase() === 'PROCEDURE' ? 'procedure' : 'function';
}

/** Without the kind by which the model tells a function from a procedure of the same name. */
function nameOf({ name }: DatabaseFunction): string {
  return name.replace(/ \((?:function|procedure)\)$/, '');
}

function byName<T extends { readonly name: string }>(items: readonly T[]): readonly T[] {
  return items.toSorted((left, right) => (left.name < right.name ? -1 : 1));
}
