import type { SuppressionComment } from '../model/migration.ts';
import { type Extent, locator } from './places.ts';

/** A comment of a file: where it stands, and its words behind `#` or `--`. */
export interface WrittenComment extends Extent {
  readonly words: string;
}

/** Lines of a statement, both included. Lines count from 1. */
export interface StatementLines {
  readonly from: number;
  readonly to: number;
}

/**
 * The comments of a file that suppress rules, in order: `migdocs:ignore rule-id, other-id -- reason`.
 *
 * Behind code, one covers the innermost statement on its line; alone on its line, the statement that
 * begins right below it and the comments that follow; its own line where there is none.
 *
 * @param comments - all of the file, in order.
 * @param statements - their lines, asked for when a comment needs them.
 */
export function suppressionsAmong(
  { path, text }: { readonly path: string; readonly text: string },
  comments: readonly WrittenComment[],
  statements: () => readonly StatementLines[],
): readonly SuppressionComment[] {
  if (!text.includes('migdocs:ignore')) return [];
  const locate = locator(text, path);
  const placed = comments.map((comment) => {
    const ahead = text.slice(text.lastIndexOf('\n', comment.start - 1) + 1, comment.start);
    return { ...comment, source: locate(comment), trails: ahead.trim() !== '' };
  });
  const alone = new Set(placed.filter(({ trails }) => !trails).map(({ source }) => source.line));
  return placed.flatMap(({ words, source, trails }): readonly SuppressionComment[] => {
    const read = readSuppression(words);
    if (!read) return [];
    const { rules, reason, isOfFile } = read;
    if (isOfFile) return [{ rules, reason, source, covers: 'file' }];
    const { line } = source;
    const covers = trails ? around(line, statements()) : below(line, statements(), alone);
    return [{ rules, reason, source, covers: covers ?? { from: line, to: line } }];
  });
}

const FORM = /^migdocs:ignore(-file)?(?:\s+([\s\S]*))?$/;

/**
 * What the words of a comment say; null when they suppress nothing. Every word ahead of ` -- ` counts
 * as the id of a rule, so that one which there is not can be told.
 */
function readSuppression(words: string) {
  const match = FORM.exec(words.trim());
  if (!match) return null;
  const [, file, rest = ''] = match;
  const at = rest.search(/(?:^|\s)--(?:\s|$)/);
  const named = at < 0 ? rest : rest.slice(0, at);
  const reason =
    at < 0
      ? ''
      : rest
          .slice(at)
          .replace(/^\s*--/, '')
          .trim();
  return {
    isOfFile: file !== undefined,
    rules: [...new Set(named.split(/[\s,]+/).filter((rule) => rule !== ''))],
    reason: reason === '' ? null : reason,
  };
}

function around(line: number, statements: readonly StatementLines[]): StatementLines | undefined {
  return statements
    .filter(({ from, to }) => from <= line && line <= to)
    .toSorted((a, b) => length(a) - length(b))[0];
}

function below(
  line: number,
  statements: readonly StatementLines[],
  comments: ReadonlySet<number>,
): StatementLines | undefined {
  let next = line + 1;
  while (comments.has(next)) next += 1;
  return statements
    .filter(({ from }) => from === next)
    .toSorted((a, b) => length(b) - length(a))[0];
}

function length({ from, to }: StatementLines): number {
  return to - from;
}
