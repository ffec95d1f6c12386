import type { Engine } from '../model/engine.ts';

/** A stretch of SQL. The tokens cover the text without gap; joined, they give it back. */
export interface SqlToken {
  readonly kind: 'word' | 'quoted' | 'string' | 'comment' | 'space' | 'symbol';
  readonly text: string;
  /** The name that a `word` or `quoted` token spells, unquoted, in its own case; empty for others. */
  readonly name: string;
}

interface TokenPattern {
  readonly kind: SqlToken['kind'];
  readonly pattern: RegExp;
}

const SPACE: TokenPattern = { kind: 'space', pattern: /\s+/y };
const LINE_COMMENT: TokenPattern = { kind: 'comment', pattern: /--[^\n]*/y };
const BLOCK_COMMENT: TokenPattern = { kind: 'comment', pattern: /\/\*[\s\S]*?(?:\*\/|$)/y };
const WORD: TokenPattern = { kind: 'word', pattern: /[\p{L}_][\p{L}\p{N}_$]*/uy };
const NUMBER: TokenPattern = { kind: 'symbol', pattern: /\d[\p{N}\p{L}_.]*/uy };
const PLAIN_STRING: TokenPattern = { kind: 'string', pattern: /'(?:[^']|'')*(?:'|$)/y };
const DOUBLE_QUOTED: TokenPattern = { kind: 'quoted', pattern: /"(?:[^"]|"")*(?:"|$)/y };
const BACKTICKED: TokenPattern = { kind: 'quoted', pattern: /`(?:[^`]|``)*(?:`|$)/y };
/** Operators of several characters, PostgreSQL's and MySQL's; an engine has no use for the other's. */
const OPERATOR: TokenPattern = {
  kind: 'symbol',
  pattern:
    /::|:=|->>?|#>>?|<=>|<->|<=|>=|<>|!=|=>|<<|>>|\|\||&&|@>|<@|@@|\?\||\?&|!?~~\*?|!~\*?|~\*/y,
};
const ANY: TokenPattern = { kind: 'symbol', pattern: /[\s\S]/uy };

/** What each engine quotes how; the first pattern that matches wins. */
const PATTERNS: { readonly [E in Engine]: readonly TokenPattern[] } = {
  postgresql: [
    SPACE,
    LINE_COMMENT,
    BLOCK_COMMENT,
    // E'…' alone knows backslash escapes while standard_conforming_strings is on, the default.
    { kind: 'string', pattern: /[eE]'(?:[^'\\]|''|\\[\s\S])*(?:'|$)/y },
    { kind: 'string', pattern: /(?:[bBxXnN]|[uU]&)'(?:[^']|'')*(?:'|$)/y },
    PLAIN_STRING,
    { kind: 'string', pattern: /\$([\p{L}_][\p{L}\p{N}_]*)?\$[\s\S]*?(?:\$\1\$|$)/uy },
    DOUBLE_QUOTED,
    WORD,
    NUMBER,
    OPERATOR,
    ANY,
  ],
  mysql: [
    SPACE,
    LINE_COMMENT,
    { kind: 'comment', pattern: /#[^\n]*/y },
    BLOCK_COMMENT,
    { kind: 'string', pattern: /'(?:[^'\\]|''|\\[\s\S])*(?:'|$)/y },
    // Without ANSI_QUOTES, the default, "…" is a string.
    { kind: 'string', pattern: /"(?:[^"\\]|""|\\[\s\S])*(?:"|$)/y },
    BACKTICKED,
    WORD,
    NUMBER,
    OPERATOR,
    ANY,
  ],
  sqlite: [
    SPACE,
    LINE_COMMENT,
    BLOCK_COMMENT,
    PLAIN_STRING,
    DOUBLE_QUOTED,
    BACKTICKED,
    { kind: 'quoted', pattern: /\[[^\]]*(?:\]|$)/y },
    WORD,
    NUMBER,
    OPERATOR,
    ANY,
  ],
};

/** Cuts SQL into words, quoted identifiers, strings, comments, space and symbols. */
export function tokenizeSql(sql: string, engine: Engine): readonly SqlToken[] {
  const tokens: SqlToken[] = [];
  let position = 0;
  while (position < sql.length) {
    const token = tokenAt(sql, position, PATTERNS[engine]);
    tokens.push(token);
    position += token.text.length;
  }
  return tokens;
}

function tokenAt(sql: string, position: number, patterns: readonly TokenPattern[]): SqlToken {
  for (const { kind, pattern } of patterns) {
    pattern.lastIndex = position;
    const text = pattern.exec(sql)?.[0];
    if (text) return { kind, text, name: nameOf(kind, text) };
  }
  return { kind: 'symbol', text: sql.charAt(position), name: '' };
}

function nameOf(kind: SqlToken['kind'], text: string): string {
  if (kind === 'word') return text;
  if (kind !== 'quoted') return '';
  const inner = text.slice(1, -1);
  if (text.startsWith('"')) return inner.replaceAll('""', '"');
  return text.startsWith('`') ? inner.replaceAll('``', '`') : inner;
}
