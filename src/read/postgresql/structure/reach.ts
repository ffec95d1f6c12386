import type {
  AlterSeqStmt,
  AlterTableCmd,
  AlterTableStmt,
  CommentStmt,
  Constraint,
  CreateStmt,
  IndexStmt,
  Node,
} from '@pgsql/types';
import { bareName } from '../../../dialect/sql-names.ts';
import { partOfList, relationName } from '../names.ts';
import { kindOf, type NodeKind, type NodeOf, nodeOf, nodesOf } from '../nodes.ts';
import { sequenceOf } from '../statements/defaults.ts';
import { kindOfObject } from '../statements/object-names.ts';

/** What of the schema a statement reads and changes. */
export interface Reach {
  /** Tables, views and sequences by their names, as far as they are there. */
  readonly relations: readonly string[];
  /** Indexes and keys, which stand for their tables. */
  readonly indexes: readonly string[];
}

const NOTHING: Reach = { relations: [], indexes: [] };

type Readers = { readonly [K in NodeKind]?: (node: NodeOf<K>) => Reach | null };

/** Statements that make most of a dump. */
const REACHES: Readers = {
  CreateStmt: ofTable,
  IndexStmt: ofIndex,
  AlterTableStmt: ofAlterTable,
  CreateSeqStmt: ({ sequence }) => only(relationName(sequence)),
  AlterSeqStmt: ofAlterSequence,
  CommentStmt: ofComment,
  ViewStmt: ({ view }) => only(relationName(view)),
  CreateTrigStmt: () => NOTHING,
  CreateFunctionStmt: () => NOTHING,
  CreatePolicyStmt: () => NOTHING,
  CreateEnumStmt: () => NOTHING,
};

/**
 * What the statement can reach; null when that is not known, as for one that renames, drops, copies or
 * has the server choose a name.
 */
export function reachOf(node: Node | null): Reach | null {
  if (node === null) return null;
  // The table pairs each kind of node with its reader, which TypeScript cannot follow.
  const read = REACHES[kindOf(node)] as ((fields: unknown) => Reach | null) | undefined;
  return read?.(Object.values(node)[0]) ?? null;
}

function only(...relations: readonly string[]): Reach {
  return { relations, indexes: [] };
}

function ofTable({ relation, inhRelations, tableElts, ofTypename }: CreateStmt): Reach | null {
  const constraints = nodesOf(tableElts, 'Constraint');
  const own = nodesOf(tableElts, 'ColumnDef').flatMap((column) =>
    nodesOf(column.constraints, 'Constraint'),
  );
  const copies = nodesOf(tableElts, 'TableLikeClause').length > 0 || inhRelations !== undefined;
  if (ofTypename || copies || ![...constraints, ...own].every(isNamed)) return null;
  return only(relationName(relation), ...[...constraints, ...own].flatMap(parentOf));
}

/** Kinds for which the server makes no name that has to differ from others. */
const NAMELESS: ReadonlySet<string> = new Set([
  ...['CONSTR_NULL', 'CONSTR_NOTNULL', 'CONSTR_DEFAULT', 'CONSTR_IDENTITY', 'CONSTR_GENERATED'],
  ...['CONSTR_PRIMARY', 'CONSTR_ATTR_DEFERRABLE', 'CONSTR_ATTR_NOT_DEFERRABLE'],
  ...['CONSTR_ATTR_DEFERRED', 'CONSTR_ATTR_IMMEDIATE'],
  ...['CONSTR_ATTR_ENFORCED', 'CONSTR_ATTR_NOT_ENFORCED'],
]);

function isNamed({ contype, conname }: Constraint): boolean {
  return conname !== undefined || NAMELESS.has(contype ?? '');
}

function parentOf({ pktable }: Constraint): readonly string[] {
  return pktable ? [relationName(pktable)] : [];
}

function ofIndex({ relation, idxname }: IndexStmt): Reach | null {
  if (idxname === undefined) return null;
  return { relations: [relationName(relation)], indexes: [idxname] };
}

/** Actions that take other objects along. */
const FAR: ReadonlySet<string> = new Set([
  ...['AT_DropColumn', 'AT_DropConstraint', 'AT_AddInherit', 'AT_DropInherit', 'AT_AddOf'],
  ...['AT_DisableTrigAll', 'AT_DisableTrigUser', 'AT_EnableTrigAll', 'AT_EnableTrigUser'],
]);

function ofAlterTable({ relation, cmds, objtype }: AlterTableStmt): Reach | null {
  const commands = nodesOf(cmds, 'AlterTableCmd');
  const name = relationName(relation);
  if (objtype === 'OBJECT_INDEX') {
    const children = commands.flatMap(partitionOf).map(bareName);
    return { relations: [], indexes: [bareName(name), ...children] };
  }
  if (objtype === 'OBJECT_TYPE' || !commands.every(isNear)) return null;
  const parents = commands.flatMap(({ def }) => {
    const constraint = nodeOf(def, 'Constraint');
    return constraint ? parentOf(constraint) : [];
  });
  const sequences = commands.flatMap(({ def }) => sequenceNamed(def));
  return only(name, ...parents, ...commands.flatMap(partitionOf), ...sequences);
}

function isNear({ subtype, def }: AlterTableCmd): boolean {
  const constraint = nodeOf(def, 'Constraint');
  return (
    !FAR.has(subtype ?? '') &&
    nodeOf(def, 'ColumnDef') === null &&
    (constraint === null || isNamed(constraint))
  );
}

function partitionOf({ def }: AlterTableCmd): readonly string[] {
  const name = nodeOf(def, 'PartitionCmd')?.name;
  return name ? [relationName(name)] : [];
}

/** The sequence that a default takes from, with which the column becomes a serial one. */
function sequenceNamed(def: Node | undefined): readonly string[] {
  const name = def ? sequenceOf(def) : null;
  return name === null ? [] : [name];
}

function ofAlterSequence({ sequence, options }: AlterSeqStmt): Reach | null {
  const owned = nodesOf(options, 'DefElem').find(({ defname }) => defname === 'owned_by');
  const owner = partOfList(nodeOf(owned?.arg, 'List')?.items).owner;
  return only(relationName(sequence), owner);
}

function ofComment({ objtype, object, comment }: CommentStmt): Reach | null {
  if (objtype === 'OBJECT_INDEX') {
    return { relations: [], indexes: [bareName(kindOfObject(objtype)?.read(object).name ?? '')] };
  }
  const about = kindOfObject(objtype)?.read(object);
  const isOfTable = objtype === 'OBJECT_TABLE' || objtype === 'OBJECT_COLUMN';
  if (!about || (!isOfTable && !comment)) return null;
  return only(about.table ?? about.name);
}
