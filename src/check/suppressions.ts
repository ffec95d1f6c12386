import type { HazardSuppression } from '../model/hazard.ts';
import type { Migration, SuppressionComment } from '../model/migration.ts';
import type { Operation } from '../model/operation.ts';
import type { SourceLocation } from '../model/source.ts';
import type { ReleaseContext } from './release.ts';

/** Finds who says that something was looked at, and keeps count of what each comment was good for. */
export interface Suppressions {
  /**
   * What suppresses a finding; null when nothing does. A comment comes before `safety_assured`, and
   * one for the statement before one for the file.
   *
   * @param rules - ids of the rules that the finding is of; a comment may name each of them.
   */
  readonly of: (
    rules: readonly string[],
    source: SourceLocation | null,
    operation: Operation | null,
  ) => HazardSuppression | null;
  /** Every comment in order, with those of its rules that suppressed a finding up to now. */
  readonly comments: () => ReleaseContext['suppressions'];
}

/** The suppressions of the migrations' comments, and of `safety_assured`. */
export function suppressionsOf(migrations: readonly Migration[]): Suppressions {
  const comments = migrations.flatMap((migration) => migration.suppressions ?? []);
  const used = new Map(comments.map((comment) => [comment, new Set<string>()]));
  return {
    of(rules, source, operation) {
      const matching = comments.filter(
        (comment) => covers(comment, source) && names(comment, rules).length > 0,
      );
      for (const comment of matching) {
        for (const rule of names(comment, rules)) used.get(comment)?.add(rule);
      }
      const found = matching.find((comment) => comment.covers !== 'file') ?? matching[0];
      if (found) return { by: 'comment', reason: found.reason, source: found.source };
      if (!operation?.assured) return null;
      const { assuredBecause: reason = null } = operation;
      return { by: 'safety_assured', reason, source: operation.source };
    },
    comments: () =>
      comments.map((comment) => ({
        comment,
        used: comment.rules.filter((rule) => used.get(comment)?.has(rule)),
      })),
  };
}

function names(comment: SuppressionComment, rules: readonly string[]): readonly string[] {
  return comment.rules.filter((rule) => rules.includes(rule));
}

function covers(comment: SuppressionComment, source: SourceLocation | null): boolean {
  if (source?.path !== comment.source.path) return false;
  if (comment.covers === 'file') return true;
  return comment.covers.from <= source.line && source.line <= comment.covers.to;
}
