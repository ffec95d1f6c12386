import { isDeepStrictEqual } from 'node:util';
import { plainIndex } from '../../../../model/plain-index.ts';
import type { Index, Table } from '../../../../model/schema.ts';
import type { Call } from '../../evaluate/call.ts';
import type { Session } from '../../session.ts';

interface Renaming {
  readonly table: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Renames an index as the engine's adapter does. SQLite cannot: Rails makes one over the same
 * columns and drops the old one, and does nothing when there is none
 * (`SchemaStatements#rename_index`). Order and WHERE get lost.
 *
 * @param impliedBy - the command that renames the index along with something else.
 */
export function renameIndex(
  { table, from, to }: Renaming,
  call: Call,
  session: Session,
  impliedBy: string | null = null,
): void {
  if (session.schema.engine !== 'sqlite') {
    const constrained = constrainedBy(from, session);
    if (constrained) {
      session.emit({ kind: 'renameConstraint', table: constrained, from, to }, call, impliedBy);
      return;
    }
    const owner = ownerOf(from, table, session);
    session.emit({ kind: 'renameIndex', table: owner, from, to }, call, impliedBy);
    return;
  }
  const index = session.table(table, call).indexes.find(({ name }) => name === from);
  if (!index) return;
  const remade = plainIndexOf(index, to);
  if (isDeepStrictEqual(index, { ...remade, name: from })) {
    session.emit({ kind: 'renameIndex', table, from, to }, call, impliedBy);
    return;
  }
  const added = { kind: 'addIndex', table, index: remade, ifNotExists: false } as const;
  session.emit({ ...added, concurrently: false }, call, impliedBy);
  const dropped = { kind: 'dropIndex', table, index: from, ifExists: false } as const;
  session.emit({ ...dropped, concurrently: false }, call, impliedBy);
}

/** PostgreSQL renames a constraint along with its index (`RenameRelationInternal`); null where it has none of that name. */
function constrainedBy(index: string, { schema, dialect }: Session): string | null {
  if (dialect.engine !== 'postgresql') return null;
  const isIts = (constraint: { readonly name: string | null } | null) => constraint?.name === index;
  const owner = schema.tables.find(
    (table) =>
      isIts(table.primaryKey) ||
      table.uniqueConstraints.some(isIts) ||
      table.exclusionConstraints.some(isIts),
  );
  return owner?.name ?? null;
}

function plainIndexOf(index: Index, name: string): Index {
  const columns = index.parts.map(({ column }) => column);
  const plain = plainIndex(
    name,
    columns.filter((column) => column !== null),
  );
  const parts = plain.parts.length === index.parts.length ? plain.parts : index.parts;
  return { ...plain, parts, unique: index.unique, using: index.using };
}

/**
 * The table that an index belongs to. PostgreSQL finds an index by its name alone, and neither
 * `DROP INDEX` nor `ALTER INDEX … RENAME` says a table.
 */
export function ownerOf(index: string, table: string, session: Session): string {
  const hasIt = (owner: Table | null): boolean =>
    owner?.indexes.some(({ name }) => name === index) ?? false;
  if (session.dialect.engine !== 'postgresql' || hasIt(session.findTable(table))) return table;
  return session.schema.tables.find(hasIt)?.name ?? table;
}
