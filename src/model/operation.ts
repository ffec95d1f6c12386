import type { OperationBase } from './operation-base.ts';
import type {
  CheckConstraint,
  Column,
  ColumnDefault,
  DatabaseFunction,
  Domain,
  Enum,
  ExclusionConstraint,
  Extension,
  ForeignKey,
  Index,
  PartitionBound,
  Policy,
  PrimaryKey,
  SchemaObject,
  SchemaObjectType,
  Sequence,
  Table,
  Trigger,
  UniqueConstraint,
  View,
  VirtualTable,
} from './schema.ts';

/**
 * One thing that a migration or a schema file asks for, with every name worked out.
 * Order matters; an operation applies to the schema as the ones before it left it.
 */
export type Operation = OperationBase & OperationBody;

export type OperationBody =
  | {
      readonly kind: 'createTable';
      readonly table: Table;
      readonly ifNotExists: boolean;
      /** MySQL: what the character set was inferred from, when nothing states it; follows "because". */
      readonly charsetBecause?: string;
    }
  | {
      readonly kind: 'dropTable';
      readonly table: string;
      readonly ifExists: boolean;
      readonly cascade: boolean;
    }
  | {
      readonly kind: 'renameTable';
      readonly from: string;
      readonly to: string;
      /** Views as the server prints them afterwards; one that is left out follows by its text. */
      readonly views?: readonly View[];
      /**
       * True for ALTER TABLE alone, which leaves the index of the primary key and its sequence their
       * names on PostgreSQL. Left out for `rename_table`, which renames the two by statements of its own.
       */
      readonly keepsNames?: true;
    }
  | { readonly kind: 'setTableComment'; readonly table: string; readonly comment: string | null }
  | {
      readonly kind: 'setTableOptions';
      readonly table: string;
      /** A property left out stays as it is. */
      readonly options?: string | null;
      readonly charset?: string | null;
      readonly collation?: string | null;
      readonly rowSecurity?: { readonly enabled: boolean; readonly forced: boolean };
      /** Null takes it back to the default. */
      readonly replicaIdentity?: string | null;
      readonly clusteredBy?: string | null;
      readonly unlogged?: boolean;
      /** MySQL: CONVERT TO CHARACTER SET, which writes the texts of the table anew. Left out for others. */
      readonly converts?: true;
    }
  /** ATTACH PARTITION: the table becomes a partition. */
  | {
      readonly kind: 'attachPartition';
      readonly table: string;
      readonly partition: PartitionBound;
    }
  /** DETACH PARTITION: the table stands alone again. */
  | {
      readonly kind: 'detachPartition';
      readonly table: string;
      readonly concurrently: boolean;
    }
  | {
      readonly kind: 'addColumn';
      readonly table: string;
      readonly column: Column;
      readonly ifNotExists: boolean;
      /** MySQL: where it goes; `{ after: 'name' }`, `'first'`, or null for the end. */
      readonly position: ColumnPosition;
    }
  | {
      readonly kind: 'dropColumn';
      readonly table: string;
      readonly column: string;
      readonly ifExists: boolean;
      readonly cascade: boolean;
    }
  | {
      readonly kind: 'renameColumn';
      readonly table: string;
      readonly from: string;
      readonly to: string;
      /** Views as the server prints them afterwards; one that is left out keeps its text. */
      readonly views?: readonly View[];
    }
  /** Redefines a column as a whole, as `change_column`, MODIFY COLUMN and ALTER COLUMN TYPE do. */
  | {
      readonly kind: 'setColumn';
      readonly table: string;
      /** The column as it is afterwards; its name is the one it has now. */
      readonly column: Column;
      /** PostgreSQL's USING expression. */
      readonly using: string | null;
      readonly position: ColumnPosition;
      /** MySQL: it says what the column has already and a dump now shows. Left out for others. */
      readonly restates?: true;
    }
  | {
      readonly kind: 'setColumnDefault';
      readonly table: string;
      readonly column: string;
      readonly default: ColumnDefault | null;
    }
  | {
      readonly kind: 'setColumnNull';
      readonly table: string;
      readonly column: string;
      readonly nullable: boolean;
      /** Value that Rails writes into NULLs first; null for none. */
      readonly backfill: ColumnDefault | null;
      /** PostgreSQL 18: NOT VALID, so that rows that are there are not checked. Left out for others. */
      readonly validated?: false;
    }
  | {
      readonly kind: 'setColumnComment';
      readonly table: string;
      readonly column: string;
      readonly comment: string | null;
    }
  | {
      readonly kind: 'addPrimaryKey';
      readonly table: string;
      readonly primaryKey: PrimaryKey;
      /** PostgreSQL: the key takes over a unique index that is there. Left out when it builds its own. */
      readonly usingIndex?: true;
    }
  | {
      readonly kind: 'dropPrimaryKey';
      readonly table: string;
      /** MySQL: the same statement adds another. Left out for all others. */
      readonly remade?: true;
    }
  | {
      readonly kind: 'addIndex';
      /** A table, or a materialized view. */
      readonly table: string;
      readonly index: Index;
      readonly ifNotExists: boolean;
      /** PostgreSQL's CONCURRENTLY. */
      readonly concurrently: boolean;
    }
  | {
      readonly kind: 'dropIndex';
      readonly table: string;
      readonly index: string;
      readonly ifExists: boolean;
      readonly concurrently: boolean;
      /** MySQL: the same statement makes an index of that name anew. Left out for all others. */
      readonly remade?: true;
    }
  | {
      readonly kind: 'renameIndex';
      readonly table: string;
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly kind: 'setIndexEnabled';
      readonly table: string;
      readonly index: string;
      readonly enabled: boolean;
    }
  | {
      readonly kind: 'addForeignKey';
      readonly table: string;
      readonly foreignKey: ForeignKey;
      readonly ifNotExists: boolean;
      /**
       * PostgreSQL: it stands on a column that the same ALTER TABLE adds without a default, so that no
       * row is checked. Left out for all others.
       */
      readonly emptyColumn?: true;
    }
  | {
      readonly kind: 'dropForeignKey';
      readonly table: string;
      readonly foreignKey: string;
      readonly ifExists: boolean;
    }
  | {
      readonly kind: 'addCheckConstraint';
      readonly table: string;
      readonly checkConstraint: CheckConstraint;
      readonly ifNotExists: boolean;
      /** MySQL: it is written on a column that the same ALTER TABLE adds. Left out for all others. */
      readonly onNewColumn?: true;
    }
  | {
      readonly kind: 'dropCheckConstraint';
      readonly table: string;
      readonly checkConstraint: string;
      readonly ifExists: boolean;
    }
  | {
      readonly kind: 'addUniqueConstraint';
      readonly table: string;
      readonly uniqueConstraint: UniqueConstraint;
      /** Name of the unique index that the constraint takes over; null when it builds its own. */
      readonly usingIndex: string | null;
    }
  | {
      readonly kind: 'dropUniqueConstraint';
      readonly table: string;
      readonly uniqueConstraint: string;
      readonly ifExists: boolean;
    }
  | {
      readonly kind: 'addExclusionConstraint';
      readonly table: string;
      readonly exclusionConstraint: ExclusionConstraint;
    }
  | {
      readonly kind: 'dropExclusionConstraint';
      readonly table: string;
      readonly exclusionConstraint: string;
      readonly ifExists: boolean;
    }
  /** VALIDATE CONSTRAINT on a foreign key or check that was added NOT VALID. */
  | { readonly kind: 'validateConstraint'; readonly table: string; readonly constraint: string }
  /** RENAME CONSTRAINT: a key, check, unique or exclusion constraint under another name. */
  | {
      readonly kind: 'renameConstraint';
      readonly table: string;
      readonly from: string;
      readonly to: string;
    }
  | { readonly kind: 'createEnum'; readonly enum: Enum }
  | {
      readonly kind: 'dropEnum';
      readonly enum: string;
      readonly ifExists: boolean;
      /** True with CASCADE, which drops the columns of the type; left out without. */
      readonly cascade?: true;
    }
  | { readonly kind: 'renameEnum'; readonly from: string; readonly to: string }
  | {
      readonly kind: 'addEnumValue';
      readonly enum: string;
      readonly value: string;
      /** The value that it goes before or after; null for the end. */
      readonly position: { readonly before: string } | { readonly after: string } | null;
      readonly ifNotExists: boolean;
    }
  | {
      readonly kind: 'renameEnumValue';
      readonly enum: string;
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly kind: 'createDomain';
      readonly domain: Domain;
      /** True for ALTER DOMAIN: the domain as it is afterwards. */
      readonly replace?: true;
    }
  | {
      readonly kind: 'dropDomain';
      readonly domain: string;
      readonly ifExists: boolean;
      readonly cascade?: true;
    }
  | { readonly kind: 'createSequence'; readonly sequence: Sequence }
  | {
      readonly kind: 'dropSequence';
      readonly sequence: string;
      readonly ifExists: boolean;
      /** True with CASCADE, which drops the defaults that take from it; left out without. */
      readonly cascade?: true;
    }
  /** ALTER SEQUENCE: the sequence as it is afterwards, under the name that it has now. */
  | { readonly kind: 'setSequence'; readonly sequence: Sequence }
  | { readonly kind: 'createExtension'; readonly extension: Extension }
  | { readonly kind: 'dropExtension'; readonly extension: string; readonly cascade: boolean }
  | { readonly kind: 'createNamespace'; readonly namespace: string }
  | {
      readonly kind: 'dropNamespace';
      readonly namespace: string;
      readonly ifExists: boolean;
      /** True for DROP SCHEMA without CASCADE; left out for Rails' `drop_schema`, which says it. */
      readonly restrict?: true;
    }
  | { readonly kind: 'renameNamespace'; readonly from: string; readonly to: string }
  | {
      readonly kind: 'createView';
      readonly view: View;
      /** True when a view of that name may be there and is then replaced in place. */
      readonly replace: boolean;
      /**
       * What keeps the query in its author's words where the server prints it anew: a few words, such
       * as `function week_of`. Left out when it stands as the server prints it.
       */
      readonly unprinted?: string;
    }
  | {
      readonly kind: 'dropView';
      readonly view: string;
      readonly materialized: boolean;
      readonly ifExists: boolean;
      readonly cascade: boolean;
    }
  | { readonly kind: 'refreshView'; readonly view: string; readonly concurrently: boolean }
  | {
      readonly kind: 'createFunction';
      readonly function: DatabaseFunction;
      readonly replace: boolean;
    }
  | {
      readonly kind: 'dropFunction';
      /** A name, or `name(types)` where several share it. */
      readonly function: string;
      readonly ifExists: boolean;
      /** True with CASCADE, which drops what calls it; left out without. */
      readonly cascade?: true;
    }
  | { readonly kind: 'createTrigger'; readonly trigger: Trigger }
  | {
      readonly kind: 'dropTrigger';
      readonly trigger: string;
      readonly table: string | null;
      readonly ifExists: boolean;
    }
  | { readonly kind: 'createPolicy'; readonly policy: Policy }
  | { readonly kind: 'dropPolicy'; readonly policy: string; readonly table: string }
  | {
      readonly kind: 'createObject';
      readonly object: SchemaObject;
      /** True when one of that name may be there and is then replaced: OR REPLACE, COMMENT ON, GRANT. */
      readonly replace: boolean;
    }
  | {
      readonly kind: 'dropObject';
      readonly type: SchemaObjectType;
      readonly name: string;
      readonly table: string | null;
      readonly ifExists: boolean;
      /** True with CASCADE, which drops the columns of a type and the like; left out without. */
      readonly cascade?: true;
    }
  /** RENAME TO and SET SCHEMA of what is no table, column, index, constraint or enum. */
  | {
      readonly kind: 'renameObject';
      readonly type: RenamedObjectType;
      readonly table: string | null;
      readonly from: string;
      readonly to: string;
    }
  | { readonly kind: 'createVirtualTable'; readonly virtualTable: VirtualTable }
  | { readonly kind: 'dropVirtualTable'; readonly virtualTable: string }
  /** Rows are written, not the schema: UPDATE, INSERT, DELETE, or model code that does it. */
  | {
      readonly kind: 'changeRows';
      /** Null when it cannot be told. */
      readonly table: string | null;
      readonly verb: 'insert' | 'update' | 'delete' | 'truncate' | 'unknown';
      /** Whether every row of the table can be touched. */
      readonly scope: 'whole' | 'part' | 'unknown';
      /** The Ruby or SQL as it was written. */
      readonly text: string;
      readonly language: 'ruby' | 'sql';
      /** True when it works through the rows in batches. */
      readonly batched: boolean;
      /** The Active Record model that does it. Left out for SQL, and where Ruby names no model. */
      readonly model?: RowModel;
    }
  /** SQL that changes nothing in the schema: SET, ANALYZE, SELECT, session settings. */
  | { readonly kind: 'runSql'; readonly text: string; readonly purpose: string }
  /** Something that was not understood. Never dropped, never guessed. */
  | {
      readonly kind: 'opaque';
      /** The Ruby or SQL as it was written. */
      readonly text: string;
      readonly language: 'ruby' | 'sql';
      /** Why it was not understood: a clause that can follow "because". */
      readonly reason: string;
      /** Tables that it names, in order; empty when it names none that exist. */
      readonly touches: readonly string[];
      /** Stands in the block of a `change_table`. Left out elsewhere. */
      readonly inChangeTable?: true;
    };

/** A model through which a migration writes rows. */
export interface RowModel {
  /** Name of its class, with the modules around it. */
  readonly name: string;
  /** The method that writes: `update_all`, `save!`. */
  readonly method: string;
  /** Whose class it is; `unknown` where no file was found that defines it. */
  readonly definedIn: 'application' | 'migration' | 'unknown';
  /** The file that defines it; null where none was found. */
  readonly path: string | null;
  /**
   * Callbacks, validations and default scopes that the application's code gives it, as they are
   * written, those of its ancestors and concerns among them. Each is one line.
   */
  readonly hooks: readonly string[];
  /**
   * `connects_to` or `establish_connection` as the application's code writes it, one line; null for a
   * model of the primary database.
   */
  readonly connection: string | null;
}

/** What `renameObject` renames. */
export type RenamedObjectType =
  | 'domain'
  | 'function'
  | 'policy'
  | 'sequence'
  | 'trigger'
  | 'view'
  | SchemaObjectType;

/** Whether that type has a list of its own in the schema, and is none of `Schema.objects`. */
export function hasOwnList(
  type: RenamedObjectType,
): type is Exclude<RenamedObjectType, SchemaObjectType> {
  return Object.hasOwn(OWN_LISTS, type);
}

const OWN_LISTS: { readonly [T in Exclude<RenamedObjectType, SchemaObjectType>]: true } = {
  domain: true,
  function: true,
  policy: true,
  sequence: true,
  trigger: true,
  view: true,
};

export type ColumnPosition = { readonly after: string } | 'first' | null;

export type OperationKind = OperationBody['kind'];

/** The operation of one kind. */
export type OperationOf<K extends OperationKind> = Extract<OperationBody, { kind: K }> &
  OperationBase;

/** The table that an operation is mainly about; null for those that are about none. */
export function operationTable(operation: Operation): string | null {
  if (operation.kind === 'createTable') return operation.table.name;
  if (operation.kind === 'renameTable') return operation.from;
  if ('table' in operation && typeof operation.table === 'string') return operation.table;
  if (operation.kind === 'opaque') return operation.touches[0] ?? null;
  return null;
}
