import { qualified } from './names.ts';
import { descendants } from './nodes.ts';
import { parsePlpgsql } from './parse.ts';

/** The SQL of a function in PL/pgSQL. */
export interface RoutineText {
  /** Each a statement that PostgreSQL's parser reads. */
  readonly statements: readonly string[];
  /** Columns of NEW and OLD that are assigned. */
  readonly rowColumns: readonly string[];
  /** What %TYPE and %ROWTYPE name; the column is null for a whole row. */
  readonly declared: readonly { readonly relation: string; readonly column: string | null }[];
  /** True with EXECUTE, whose SQL is put together while it runs. */
  readonly dynamic: boolean;
}

/** Statements that run SQL which is the value of an expression. */
const DYNAMIC = ['PLpgSQL_stmt_dynexecute', 'PLpgSQL_stmt_dynfors'];

/** What the body of CREATE FUNCTION runs; null where the parser of PL/pgSQL refuses it. */
export function plpgsqlTexts(statement: string): RoutineText | null {
  const tree = parsePlpgsql(statement);
  if (tree === null) return null;
  const statements: string[] = [];
  const rowColumns: string[] = [];
  const declared: { relation: string; column: string | null }[] = [];
  let dynamic = false;
  for (const node of descendants(tree)) {
    dynamic ||= DYNAMIC.some((kind) => kind in node) || 'dynquery' in node;
    const { query, parseMode, typname } = node;
    if (typeof query === 'string') {
      statements.push(statementOf(query, parseMode));
      const assigned = /^\s*(?:new|old)\s*\.\s*"?(\w+)"?\s*:?=/i.exec(query)?.[1];
      if (assigned !== undefined) rowColumns.push(assigned.toLowerCase());
    }
    const type = typeof typname === 'string' ? declaredBy(typname) : null;
    if (type) declared.push(type);
  }
  return { statements, rowColumns, declared, dynamic };
}

/** Modes of parser.h: 0 is a statement, 2 an expression, 3 to 5 an assignment. */
function statementOf(query: string, mode: unknown): string {
  if (mode === 0 || mode === undefined) return query;
  if (mode === 2) return `SELECT ${query}`;
  return `SELECT ${query.replace(/^[^:=]*:?=/, '')}`;
}

/** `public.users.email%TYPE`, `users%ROWTYPE`. */
function declaredBy(type: string): { relation: string; column: string | null } | null {
  const match = /^(.+)%(row)?type$/i.exec(type.trim());
  if (!match) return null;
  const words = (match[1] ?? '').split('.').map((word) => word.replaceAll('"', '').trim());
  const column = match[2] === undefined ? (words.pop() ?? null) : null;
  const name = words.pop();
  if (name === undefined) return null;
  return { relation: qualified(words.pop() ?? null, name), column };
}
