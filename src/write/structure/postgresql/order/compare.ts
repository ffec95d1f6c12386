import { PRIORITIES } from '../head/entry-type.ts';
import type { Head } from '../head/head.ts';
import type { Entry } from '../print/entry.ts';

/**
 * By kind, schema and name, as sortDumpableObjectsByTypeName() sorts before dependencies count.
 * Of equal names, the tie-breakers of pg_dump_sort.c hold: number and types of arguments, the place
 * of a column, the name of the table.
 */
export function compareEntries(left: Entry, right: Entry): number {
  const [one, other] = [left.head, right.head];
  return (
    priority(one) - priority(other) ||
    compareNamespaces(one.namespace, other.namespace) ||
    compareText(one.name, other.name) ||
    argumentCount(one.tag) - argumentCount(other.tag) ||
    left.position - right.position ||
    compareText(one.table, other.table) ||
    compareText(one.key, other.key)
  );
}

/** Extensions that bring a language come as early as a language would: nothing else is among them. */
const LANGUAGES = /^pl(?:pgsql|perlu?|tclu?|python[23]?u|v8|coffee|ls|r|java|javau|lua|luau|sh)$/;

function priority({ type, name }: Head): number {
  const isLanguage = type === 'EXTENSION' && LANGUAGES.test(name);
  return PRIORITIES[isLanguage ? 'PROCEDURAL LANGUAGE' : type];
}

/** What stands in no schema comes behind what stands in one. */
function compareNamespaces(left: string | null, right: string | null): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return compareText(left, right);
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function argumentCount(tag: string): number {
  const list = /\((.*)\)$/.exec(tag)?.[1] ?? '';
  return list === '' ? 0 : list.split(', ').length;
}
