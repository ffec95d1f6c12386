import type { DiffView } from '../../report/types.ts';

/**
 * GitHub refuses a comment of more than 65,536 characters. Code units are counted, of which a
 * text never has fewer than characters.
 */
export const CHARACTER_LIMIT = 65_000;

/** Names of what was left out are listed up to this many characters. */
const NAMES_LIMIT = 1_500;
/** What a text that is always there is cut to, in a view that is too long. */
const TEXT_LIMIT = 300;

/** A view with parts left out, and what they were. */
export interface ShortView {
  readonly view: DiffView;
  /** A clause each, in the order in which they went; empty when nothing did. */
  readonly leftOut: readonly string[];
}

/** The lists that give up items, from their ends, in this order; the schema file's diff goes first. */
const ORDER = ['blocks', 'remedies', 'unknowns', 'possibleRenames', 'facts', 'risks'] as const;

/**
 * Renders as much of the view as fits: the first leaves out nothing, each next one more part.
 *
 * Left out first is the schema file's diff, then from their ends the blocks of changes, what to do
 * instead, what is not known, the possible renames, the facts, and last the risks.
 */
export function shortenToFit(view: DiffView, render: (short: ShortView) => string): string {
  const whole = render(shortened(view, 0));
  if (whole.length < CHARACTER_LIMIT) return whole;
  let tooFew = 0;
  let enough = partCount(view);
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (render(shortened(view, middle)).length < CHARACTER_LIMIT) enough = middle;
    else tooFew = middle;
  }
  return render(shortened(view, enough));
}

function partCount(view: DiffView): number {
  return ORDER.reduce((sum, list) => sum + view[list].length, 1);
}

/** The view without its first `parts` parts in the order of leaving out. */
function shortened(view: DiffView, parts: number): ShortView {
  if (parts === 0) return { view, leftOut: [] };
  let remaining = parts - 1;
  const kept = ORDER.map((list) => {
    const dropped = Math.min(remaining, view[list].length);
    remaining -= dropped;
    return { list, length: view[list].length - dropped };
  });
  const lengthOf = (list: (typeof ORDER)[number]) =>
    kept.find((one) => one.list === list)?.length ?? 0;
  const short: DiffView = {
    ...view,
    title: clipped(view.title),
    summary: clipped(view.summary),
    schemaFileName: clipped(view.schemaFileName),
    footer: clipped(view.footer),
    schemaFileDiff: '',
    blocks: view.blocks.slice(0, lengthOf('blocks')),
    remedies: view.remedies.slice(0, lengthOf('remedies')),
    unknowns: view.unknowns.slice(0, lengthOf('unknowns')),
    possibleRenames: view.possibleRenames.slice(0, lengthOf('possibleRenames')),
    facts: view.facts.slice(0, lengthOf('facts')),
    risks: view.risks.slice(0, lengthOf('risks')),
  };
  return { view: short, leftOut: clauses(view, short) };
}

function clipped(text: string): string {
  return text.length <= TEXT_LIMIT ? text : `${text.slice(0, TEXT_LIMIT - 1)}…`;
}

function clauses(whole: DiffView, short: DiffView): readonly string[] {
  const lost = <T>(all: readonly T[], kept: readonly T[]) => all.slice(kept.length);
  const blocks = lost(whole.blocks, short.blocks).map(({ heading }) => heading);
  const remedies = lost(whole.remedies, short.remedies).length;
  const risks = lost(whole.risks, short.risks).map(({ id }) => id);
  const facts = lost(whole.facts, short.facts).map(({ label }) => label);
  const unknowns = lost(whole.unknowns, short.unknowns).length;
  const renames = lost(whole.possibleRenames, short.possibleRenames).length;
  return [
    ...(whole.schemaFileDiff === '' ? [] : [`the diff of ${short.schemaFileName}`]),
    ...share(blocks, whole.blocks.length, 'blocks of changes'),
    ...(remedies === 0
      ? []
      : [`${remedies} of ${whole.remedies.length} notes on what to do instead`]),
    ...(unknowns === 0
      ? []
      : [`${unknowns} of ${whole.unknowns.length} notes on what is not known`]),
    ...(renames === 0 ? [] : [`${renames} of ${whole.possibleRenames.length} possible renames`]),
    ...share(facts, whole.facts.length, 'facts'),
    ...share(risks, whole.risks.length, 'risks'),
  ];
}

function share(names: readonly string[], of: number, what: string): readonly string[] {
  if (names.length === 0) return [];
  return [`${names.length} of ${of} ${what} (${nameList(names)})`];
}

function nameList(names: readonly string[]): string {
  const shown: string[] = [];
  let length = 0;
  for (const name of names) {
    length += name.length + 2;
    if (length > NAMES_LIMIT) break;
    shown.push(name);
  }
  const more = names.length - shown.length;
  return [...shown, ...(more === 0 ? [] : [`${more} more`])].join(', ');
}
