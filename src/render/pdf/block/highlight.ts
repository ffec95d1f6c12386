import type { ReportBlock } from '../../../report/types.ts';
import type { Face } from '../text/fonts.ts';
import { COLOR, MARK_LOOK } from '../theme.ts';

type Language = (ReportBlock & { readonly kind: 'code' })['language'];

/** A stretch of code in one colour. */
export interface Token {
  readonly text: string;
  readonly face: Face;
  readonly color: string;
}

type TokenKind = 'comment' | 'string' | 'keyword' | 'symbol';

const LOOK: { readonly [K in TokenKind]: Omit<Token, 'text'> } = {
  comment: { face: 'mono', color: COLOR.muted },
  string: { face: 'mono', color: '#7a3b10' },
  keyword: { face: 'monoStrong', color: COLOR.accent },
  symbol: { face: 'mono', color: '#1c5f46' },
};

const SQL_WORDS =
  'ADD ALTER ALWAYS AND AS ASC BEFORE AFTER BEGIN BY CASCADE CHECK COLLATE COLUMN COMMENT COMMIT CONCURRENTLY CONSTRAINT CREATE CURRENT_TIMESTAMP DATA DATABASE DEFAULT DEFERRABLE DELETE DESC DISTINCT DO DOMAIN DROP EACH ELSE END ENGINE ENUM EXCLUDE EXECUTE EXISTS EXTENSION FALSE FIRST FOR FOREIGN FROM FUNCTION GENERATED GRANT GROUP HAVING IDENTITY IF IN INCLUDE INDEX INNER INSERT INTO IS JOIN KEY LANGUAGE LEFT LIKE LIMIT LOCK MATERIALIZED MODIFY NOT NULL NULLS ON ONLY OR ORDER PRIMARY PROCEDURE REFERENCES RENAME REPLACE RESTRICT RETURNS ROLLBACK ROW SCHEMA SELECT SEQUENCE SET STORED TABLE THEN TO TRIGGER TRUE TYPE UNION UNIQUE UPDATE USING VALID VALIDATE VALUES VIEW WHEN WHERE WITH';

const RUBY_WORDS =
  'add_check_constraint add_column add_foreign_key add_index add_reference add_timestamps and begin break case change_column change_column_default change_column_null change_table class create_enum create_join_table create_table def do drop_table else elsif enable_extension end ensure execute false for if in module next nil not or remove_check_constraint remove_column remove_columns remove_foreign_key remove_index remove_reference remove_timestamps rename_column rename_index rename_table rescue return reversible self super then true unless until when while yield';

interface Grammar {
  readonly pattern: RegExp;
  readonly kinds: readonly TokenKind[];
}

function words(list: string): string {
  return `\\b(?:${list.replaceAll(' ', '|')})\\b`;
}

const GRAMMARS: { readonly [L in Language]: Grammar | null } = {
  sql: {
    pattern: new RegExp(`(--.*)|('(?:[^']|'')*'|"(?:[^"]|"")*")|(${words(SQL_WORDS)})`, 'g'),
    kinds: ['comment', 'string', 'keyword'],
  },
  ruby: {
    pattern: new RegExp(
      `(#(?!\\{).*)|("(?:[^"\\\\]|\\\\.)*"|'(?:[^'\\\\]|\\\\.)*')|(${words(RUBY_WORDS)})|(:[a-z_]\\w*|\\b[a-z_]\\w*:(?!:))`,
      'g',
    ),
    kinds: ['comment', 'string', 'keyword', 'symbol'],
  },
  text: null,
  diff: null,
};

/** One line of code in coloured stretches; together they are the line. */
export function highlight(line: string, language: Language): readonly Token[] {
  if (language === 'diff') return [diffToken(line)];
  const grammar = GRAMMARS[language];
  return grammar === null ? [plain(line)] : tokensOf(line, grammar);
}

function tokensOf(line: string, { pattern, kinds }: Grammar): readonly Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of line.matchAll(pattern)) {
    if (match.index > end) tokens.push(plain(line.slice(end, match.index)));
    const kind = kinds.find((_, group) => match[group + 1] !== undefined);
    tokens.push(kind === undefined ? plain(match[0]) : { text: match[0], ...LOOK[kind] });
    end = match.index + match[0].length;
  }
  if (end < line.length) tokens.push(plain(line.slice(end)));
  return tokens;
}

function plain(text: string): Token {
  return { text, face: 'mono', color: COLOR.ink };
}

/** In a unified diff the first character tells what a line is. */
function diffToken(line: string): Token {
  if (line.startsWith('+++') || line.startsWith('---'))
    return { ...plain(line), color: COLOR.muted };
  if (line.startsWith('+')) return { ...plain(line), color: MARK_LOOK.added.bar };
  if (line.startsWith('-')) return { ...plain(line), color: MARK_LOOK.removed.bar };
  if (line.startsWith('@@')) return { ...plain(line), color: MARK_LOOK.renamed.bar };
  return plain(line);
}
