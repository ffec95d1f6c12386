import { tokenizeSql } from '../sql-tokens.ts';

/** What `Table.options` says on PostgreSQL, clause by clause; null, or an empty list, for the defaults. */
export interface TableOptions {
  /** Names of the parents, `billing.invoices`. */
  readonly inherits: readonly string[];
  /** `RANGE (created_at)` */
  readonly partitionBy: string | null;
  /** Access method. */
  readonly using: string | null;
  /** What stands in the parentheses of WITH: `fillfactor='70', toast.autovacuum_enabled='false'`. */
  readonly parameters: string | null;
  readonly tablespace: string | null;
}

type Clause = 'INHERITS' | 'PARTITION' | 'USING' | 'WITH' | 'TABLESPACE';

const CLAUSE = /^(?:INHERITS|PARTITION|USING|WITH|TABLESPACE)$/i;

/** Takes the options of a table apart. */
export function tableOptions(text: string | null): TableOptions {
  const clauses = clausesOf(text ?? '');
  const inherits = inside(clauses.get('INHERITS'));
  return {
    inherits: inherits === null ? [] : inherits.split(/,\s*/),
    partitionBy: clauses.get('PARTITION')?.replace(/^BY\s+/i, '') ?? null,
    using: clauses.get('USING') ?? null,
    parameters: inside(clauses.get('WITH')),
    tablespace: clauses.get('TABLESPACE') ?? null,
  };
}

/** The options as one text, in the order of CREATE TABLE; null for the defaults. */
export function tableOptionsText(options: TableOptions): string | null {
  const { inherits, partitionBy, using, parameters, tablespace } = options;
  const parts = [
    ...(inherits.length === 0 ? [] : [`INHERITS (${inherits.join(', ')})`]),
    ...(partitionBy === null ? [] : [`PARTITION BY ${partitionBy}`]),
    ...(using === null ? [] : [`USING ${using}`]),
    ...(parameters === null || parameters === '' ? [] : [`WITH (${parameters})`]),
    ...(tablespace === null ? [] : [`TABLESPACE ${tablespace}`]),
  ];
  return parts.length === 0 ? null : parts.join(' ');
}

function clausesOf(text: string): ReadonlyMap<Clause, string> {
  const clauses = new Map<Clause, string>();
  let clause: Clause | null = null;
  let depth = 0;
  for (const token of tokenizeSql(text, 'postgresql')) {
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    const begins = depth === 0 && token.kind === 'word' && CLAUSE.test(token.text);
    // The pattern lets no other words through.
    if (begins) clause = token.text.toUpperCase() as Clause;
    else if (clause) clauses.set(clause, `${clauses.get(clause) ?? ''}${token.text}`);
  }
  return new Map([...clauses].map(([name, value]) => [name, value.trim()]));
}

function inside(parentheses: string | undefined): string | null {
  return parentheses === undefined ? null : parentheses.replace(/^\(|\)$/g, '');
}
