/** What SQL that a schema keeps names, as a parser read it. Names are as in the schema, sorted by first use. */
export interface SqlUses {
  /** Tables and views. */
  readonly relations: readonly string[];
  /** Columns with the relation that they are of; null where the SQL does not say whose. */
  readonly columns: readonly UsedColumn[];
  /** Columns of the row that a trigger function is given as NEW and OLD. */
  readonly rowColumns: readonly string[];
  /** Relations all of whose columns are selected. */
  readonly whole: readonly string[];
  /** Functions that are called, without their arguments. */
  readonly functions: readonly string[];
  /** Types of casts and declarations. */
  readonly types: readonly string[];
  /** False where a part was not read: SQL that is put together while it runs. */
  readonly complete: boolean;
}

export interface UsedColumn {
  readonly relation: string | null;
  readonly name: string;
}

/**
 * How SQL stands in a schema: a whole statement (CREATE FUNCTION, TRIGGER, POLICY, RULE), a query,
 * a list of expressions over one table, or the elements of an exclusion constraint.
 */
export type StoredSqlForm = 'statement' | 'query' | 'expressions' | 'exclusion';

/** Reads SQL of a schema; null where no parser reads it. */
export type ReadSqlUses = (sql: string, form: StoredSqlForm) => SqlUses | null;
