import { type SqlToken, tokenizeSql } from '../../../dialect/sql-tokens.ts';
import type { Engine } from '../../../model/engine.ts';

/** One statement of SQL. */
export interface SqlStatement {
  /** As it was written, without the closing semicolon. */
  readonly text: string;
  /** Tokens without comments; space is one blank. */
  readonly tokens: readonly SqlToken[];
}

/** Cuts a text at its semicolons; those inside of strings, `$$` bodies and comments do not count. */
export function splitStatements(sql: string, engine: Engine): readonly SqlStatement[] {
  const statements: SqlStatement[] = [];
  let pending: SqlToken[] = [];
  const close = (): void => {
    const text = pending
      .map((token) => token.text)
      .join('')
      .trim();
    const tokens = pending.filter((token) => token.kind !== 'comment' && token.kind !== 'space');
    if (tokens.length > 0) statements.push({ text, tokens });
    pending = [];
  };
  for (const token of tokenizeSql(sql, engine)) {
    if (token.text === ';') close();
    else pending.push(token);
  }
  close();
  return statements;
}
