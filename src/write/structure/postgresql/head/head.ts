import type { ObjectName } from '../names.ts';
import type { EntryType } from './entry-type.ts';

/** What a statement of a dump is about, as its first words tell. */
export interface Head {
  readonly type: EntryType;
  /** Tells the object from all others: the same for a statement that makes it and one that drops it. */
  readonly key: string;
  /** Null for what stands in no schema. */
  readonly namespace: string | null;
  /** The name by which pg_dump sorts. */
  readonly name: string;
  /** Name of the table of a part of one, by which equal names are told apart; empty for others. */
  readonly table: string;
  /** As the header comment names it, without the table that newer versions put in front. */
  readonly tag: string;
  /**
   * `entry` begins one. `part` adds to the entry before it, as REPLICA IDENTITY does. `drop` takes
   * the object away, as in a dump with `--clean`.
   */
  readonly role: 'entry' | 'part' | 'drop';
}

/** Head of a stand-alone object. */
export function headOf(type: EntryType, kind: string, { namespace, name }: ObjectName): Head {
  const key = `${kind}:${namespace}.${name}`;
  return { type, key, namespace, name, table: '', tag: name, role: 'entry' };
}

/** Head of an object that stands in no schema. */
export function globalHead(type: EntryType, name: string): Head {
  const key = `${type}:${name}`;
  return { type, key, namespace: null, name, table: '', tag: name, role: 'entry' };
}

/** Head of a part of a table. */
export function partHead(type: EntryType, kind: string, table: ObjectName, name: string): Head {
  return {
    type,
    key: `${kind}:${table.namespace}.${table.name}.${name}`,
    namespace: table.namespace,
    name,
    table: table.name,
    tag: name,
    role: 'entry',
  };
}

/** Head of a statement that adds to the entry before it. */
export const ADDITION: Head = {
  type: 'COMMENT',
  key: '',
  namespace: null,
  name: '',
  table: '',
  tag: '',
  role: 'part',
};
