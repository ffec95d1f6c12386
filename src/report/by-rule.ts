/** What the findings of one rule have in common. */
interface Ruled {
  readonly id: string;
  readonly rule: string;
  readonly instead: string;
}

/** The findings of one rule, in the order in which they were given. Never empty. */
export interface RuleFindings<F extends Ruled> {
  readonly first: F;
  readonly all: readonly F[];
}

/** The findings of each rule together, a rule where its first finding stands. */
export function byRule<F extends Ruled>(findings: readonly F[]): readonly RuleFindings<F>[] {
  const groups = new Map<string, { readonly first: F; readonly all: F[] }>();
  for (const finding of findings) {
    const group = groups.get(finding.rule);
    if (group === undefined) groups.set(finding.rule, { first: finding, all: [finding] });
    else group.all.push(finding);
  }
  return [...groups.values()];
}

/**
 * Whom the first finding's remedy is for: `R2, and R3 to R9 alike with their own names`. Empty for
 * a single finding.
 */
export function remedyNote<F extends Ruled>({ first, all }: RuleFindings<F>): string {
  const others = all.slice(1);
  if (others.length === 0) return '';
  const ids = idRanges(others.map(({ id }) => id));
  return others.every(({ instead }) => instead === first.instead)
    ? `${first.id}, and ${ids} alike`
    : `${first.id}, and ${ids} alike with their own names`;
}

/** `R3 to R9, R12`: three or more ids in a row are given as their first and last. */
export function idRanges(ids: readonly string[]): string {
  const runs: string[][] = [];
  for (const id of ids) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last !== undefined && numberOf(id) === numberOf(last) + 1) run.push(id);
    else runs.push([id]);
  }
  return runs
    .map((run) => (run.length < 3 ? run.join(', ') : `${run[0]} to ${run.at(-1)}`))
    .join(', ');
}

function numberOf(id: string): number {
  return Number(id.replace(/^\D+/, ''));
}
