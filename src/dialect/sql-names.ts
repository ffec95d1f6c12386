import type { Engine } from '../model/engine.ts';

const COMMENT = String.raw`--[^\n]*|/\*[\s\S]*?(?:\*/|$)`;
const STRING = `'(?:[^']|'')*(?:'|$)`;
const ESCAPED_STRING = String.raw`'(?:[^'\\]|''|\\[\s\S])*(?:'|$)`;
const DOUBLE_QUOTED = `"(?:[^"]|"")*(?:"|$)`;
const BACKTICKED = '`(?:[^`]|``)*(?:`|$)';
const WORD = String.raw`[\p{L}_][\p{L}\p{N}_$]*`;

/** The pieces of SQL by engine, first match wins. Dollar quotes count as code: function bodies stand in them. */
const PIECES: { readonly [E in Engine]: RegExp } = {
  // E'…' alone knows backslash escapes while standard_conforming_strings is on, the default.
  postgresql: pieces(COMMENT, `[eE]${ESCAPED_STRING}`, STRING, DOUBLE_QUOTED, WORD),
  // Without ANSI_QUOTES, the default, "…" is a string.
  mysql: pieces(
    COMMENT,
    String.raw`#[^\n]*`,
    ESCAPED_STRING,
    ESCAPED_STRING.replaceAll("'", '"'),
    BACKTICKED,
    WORD,
  ),
  sqlite: pieces(COMMENT, STRING, DOUBLE_QUOTED, BACKTICKED, WORD),
};

function pieces(...alternatives: readonly string[]): RegExp {
  return new RegExp(alternatives.join('|'), 'gu');
}

/** The quotes of identifiers, and how an engine reads a name: PostgreSQL folds bare ones to lower case. */
const READS: {
  readonly [E in Engine]: {
    readonly quotes: string;
    readonly fold: (name: string, quoted: boolean) => string;
  };
} = {
  postgresql: { quotes: '"', fold: (name, quoted) => (quoted ? name : name.toLowerCase()) },
  mysql: { quotes: '`', fold: (name) => name.toLowerCase() },
  sqlite: { quotes: '"`', fold: (name) => name.toLowerCase() },
};

/**
 * The names that stand in SQL as identifiers, outside of strings and comments, keywords among them.
 * A qualified name counts part by part: `billing.invoices` gives `billing` and `invoices`.
 *
 * @returns names as the engine compares them; ask with {@link comparable}.
 */
export function identifiersIn(sql: string, engine: Engine): ReadonlySet<string> {
  const { quotes, fold } = READS[engine];
  const names = new Set<string>();
  for (const [piece] of sql.matchAll(PIECES[engine])) {
    const first = piece.charAt(0);
    if (quotes.includes(first)) names.add(fold(unquote(piece, first), true));
    else if (/^[\p{L}_]/u.test(piece) && !piece.endsWith("'")) names.add(fold(piece, false));
  }
  return names;
}

function unquote(text: string, quote: string): string {
  return text.slice(1, -1).replaceAll(quote + quote, quote);
}

/** The name of an object as {@link identifiersIn} spells it, without the schema in front. */
export function comparable(name: string, engine: Engine): string {
  return READS[engine].fold(bareName(name), true);
}

/** The last part of `schema.name`. */
export function bareName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
