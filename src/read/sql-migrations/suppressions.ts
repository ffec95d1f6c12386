import type { Engine } from '../../model/engine.ts';
import type { SuppressionComment } from '../../model/migration.ts';
import { type Extent, locator } from '../places.ts';
import { suppressionsAmong } from '../suppression-comments.ts';
import type { TextFile } from './file.ts';

/**
 * What can hold two dashes that begin no comment, then comments, then the end of a statement. MySQL
 * escapes with a backslash in every string, the others behind `E` alone.
 */
function tokens(engine: Engine): RegExp {
  const escaped = String.raw`'(?:[^'\\]|''|\\[\s\S])*(?:'|$)`;
  return new RegExp(
    [
      engine === 'mysql' ? escaped : `[eE]${escaped}|'(?:[^']|'')*(?:'|$)`,
      `"(?:[^"]|"")*(?:"|$)`,
      '`(?:[^`]|``)*(?:`|$)',
      String.raw`(\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$)[\s\S]*?(?:\1|$)`,
      String.raw`/\*[\s\S]*?(?:\*/|$)`,
      String.raw`--[^\r\n]*`,
      ';',
      String.raw`[\p{L}\p{N}_$]+`,
      String.raw`[^\s]`,
    ].join('|'),
    'gu',
  );
}

/** The comments of a SQL file that suppress rules, in order: `-- migdocs:ignore rule-id -- reason`. */
export function suppressionsIn(file: TextFile, engine: Engine): readonly SuppressionComment[] {
  const { text, path } = file;
  const { comments, statements } = cut(text, engine);
  const written = comments.map(({ start, end }) => ({
    start,
    end,
    words: text.slice(start, end).replace(/^-+/, ''),
  }));
  const locate = locator(text, path);
  return suppressionsAmong(file, written, () =>
    statements.map((extent) => {
      const { line, endLine } = locate(extent);
      return { from: line, to: endLine };
    }),
  );
}

/** Where comments of two dashes stand, and statements without the comments ahead of them. */
function cut(
  text: string,
  engine: Engine,
): { readonly comments: readonly Extent[]; readonly statements: readonly Extent[] } {
  const comments: Extent[] = [];
  const statements: Extent[] = [];
  let first: number | null = null;
  let end = 0;
  for (const { 0: token, index } of text.matchAll(tokens(engine))) {
    if (token.startsWith('--')) comments.push({ start: index, end: index + token.length });
    else if (!token.startsWith('/*')) {
      first ??= index;
      end = index + token.length;
      if (token !== ';') continue;
      statements.push({ start: first, end });
      first = null;
    }
  }
  if (first !== null) statements.push({ start: first, end });
  return { comments, statements };
}
