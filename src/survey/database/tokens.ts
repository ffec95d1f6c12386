import type { SurveyedServer } from './catalog.ts';

/** A piece of a statement of the survey. */
export interface Token {
  readonly kind: 'word' | 'quoted' | 'string' | 'number' | 'parameter' | 'symbol';
  /** A word in lower case; a quoted name and a string with their quotes. */
  readonly text: string;
}

/**
 * The survey needs a small part of SQL, so that little is read here: no comments (MySQL runs what
 * stands in some of them), no backslashes, no dollar quotes, no variables, no semicolons. A string
 * with a word before it, as in `E'…'`, is refused by the guard.
 */
const COMMON = [
  /(?<word>[a-z_][a-z0-9_]*)/,
  /(?<string>'(?:[^'\\]|'')*')/,
  /(?<number>\d+)/,
  /(?<symbol>::|<>|<=|>=|!~|\|\||[(),.=<>~+*/[\]-])/,
];

/** MySQL reads double quotes as a string or a name, by its mode: neither is of use here. */
const QUOTED = {
  postgresql: [/(?<quoted>"(?:[^"\\]|"")+")/, /(?<parameter>\$\d+)/],
  mysql: [/(?<quoted>`(?:[^`\\]|``)+`)/, /(?<parameter>\?)/],
} as const;

const COMMENT = /--|\/\*/y;

const KINDS = ['word', 'quoted', 'string', 'number', 'parameter', 'symbol'] as const;

/** The tokens of a statement; null when it holds what the survey never writes. */
export function tokensOf(sql: string, server: SurveyedServer): readonly Token[] | null {
  const quoted = QUOTED[server === 'postgresql' ? 'postgresql' : 'mysql'];
  const sources = [...quoted, ...COMMON].map(({ source }) => source);
  const pattern = new RegExp(`\\s+|${sources.join('|')}`, 'iy');
  const tokens: Token[] = [];
  while (pattern.lastIndex < sql.length) {
    COMMENT.lastIndex = pattern.lastIndex;
    if (COMMENT.test(sql)) return null;
    const match = pattern.exec(sql);
    if (match === null) return null;
    const kind = KINDS.find((each) => match.groups?.[each] !== undefined);
    const text = match[0];
    if (kind) tokens.push({ kind, text: kind === 'word' ? text.toLowerCase() : text });
  }
  return tokens;
}
