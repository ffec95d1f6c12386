import type { Finding } from './sequence.ts';

/** A kind of finding that is known, and why it is left. */
interface KnownDifference {
  readonly kind: Finding['kind'];
  /** Fits the whole `detail` of the finding, all of its lines. */
  readonly detail: RegExp;
  readonly because: string;
}

/** `differs` lines: every line has to be one of these for the finding to be a known one. */
function lines(...patterns: readonly string[]): RegExp {
  return new RegExp(`^(?:(?:${patterns.join('|')})[^\\n]*(?:\\n|$))+$`);
}

/** What the differential test has found and what is not settled yet. */
const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    kind: 'accepts',
    detail: /^/,
    because: `apply refuses what it knows to fail. The server refuses more: a type without an operator
      class or cast, a name that another kind of object has, an object that a view or default needs.
      A migration of a history has run, and what is refused by mistake costs its whole prediction`,
  },
  {
    kind: 'differs',
    detail: lines(
      String.raw`(?:functions|triggers|policies|objects|views)\[`,
      String.raw`domains\[.*\.checkConstraints\[`,
    ),
    because: `a definition stands in its author's words where migdocs does not print it anew: programs,
      objects that are kept by their statement, queries beyond the printer, checks of domains`,
  },
];

export function isKnown({ kind, detail }: Finding): boolean {
  return KNOWN_DIFFERENCES.some((known) => known.kind === kind && known.detail.test(detail));
}
