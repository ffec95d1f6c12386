import { type ReviewLevel, SEVERITIES } from '../../model/hazard.ts';
import { formatServer } from '../../model/server.ts';
import { REVIEW_WORDS } from '../describe/terms.ts';
import { count, listing, sentenceCase } from '../words/index.ts';
import { buildDocument } from './build-document.ts';
import type { CheckCounts, CheckDocument, DocumentMigration } from './document.ts';
import { RELEASE, tell, withoutRepetition } from './findings.ts';
import type { CheckInput } from './input.ts';
import { type FoundHazard, inOrder, migrationOf } from './order.ts';
import type { CheckFinding, CheckGroup, CheckReport } from './types.ts';

/** Puts what was found in order and in words. */
export function buildCheckReport(input: CheckInput): CheckReport {
  const found = inOrder(input);
  const document = buildDocument(input, found);
  const told = tellAll(input, found, document);
  const open = told.filter(({ hazard }) => hazard.suppression === null);
  const groups = groupsOf(input, open, document);
  const names = new Set(found.map(({ hazard }) => hazard.rule));
  return {
    tool: input.tool,
    title: `Migrations, checked for ${formatServer(input.server)}`,
    document,
    findings: bySeverity(open.map(({ finding }) => finding)),
    groups,
    suppressed: told
      .filter(({ hazard }) => hazard.suppression !== null)
      .map(({ finding }) => finding),
    rules: input.rules
      .filter(({ id }) => names.has(id))
      .toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    reviews: document.migrations.map((migration) => ({
      path: migration.path,
      note: noteOf(migration, document),
    })),
    clean: cleanOf(input, found, document),
    assumptions: input.assumptions,
    summary: summaryOf(document, groups),
    review: reviewOf(document),
    hint: found.length === 0 ? '' : 'Explain a rule with: migdocs rules ID',
    verdict: verdictOf(document),
    failed: document.failed,
  };
}

function tellAll(
  input: CheckInput,
  found: readonly FoundHazard[],
  document: CheckDocument,
): readonly ToldHazard[] {
  return document.findings.flatMap((facts, position) => {
    const each = found[position];
    return each ? [{ ...each, finding: tell(input, each.hazard, facts) }] : [];
  });
}

interface ToldHazard extends FoundHazard {
  readonly finding: CheckFinding;
}

function bySeverity(findings: readonly CheckFinding[]): readonly CheckFinding[] {
  const rank = ({ severity }: CheckFinding) => SEVERITIES.indexOf(severity);
  return findings.toSorted((one, other) => rank(other) - rank(one));
}

function groupsOf(
  input: CheckInput,
  open: readonly ToldHazard[],
  document: CheckDocument,
): readonly CheckGroup[] {
  const positions = [...input.migrations.keys(), -1];
  return positions.flatMap((position) => {
    const own = open.filter((each) => migrationOf(each, input) === position);
    const [first] = own;
    if (first === undefined) return [];
    const migration = document.migrations[position];
    return [
      {
        title: migration?.name ?? sentenceCase(RELEASE),
        note: migration === undefined ? '' : noteOf(migration, document),
        reviewLevel: migration?.reviewLevel ?? null,
        findings: withoutRepetition(own, open.slice(0, open.indexOf(first))),
      },
    ];
  });
}

function cleanOf(
  input: CheckInput,
  found: readonly FoundHazard[],
  document: CheckDocument,
): readonly string[] {
  const positions = new Set(found.map((each) => migrationOf(each, input)));
  return document.migrations
    .filter((_, position) => !positions.has(position))
    .map((migration) => `${migration.path} (${noteOf(migration, document)})`);
}

/** `3 operations; mandatory review, because it drops the table orders` */
function noteOf(migration: DocumentMigration, { operations }: CheckDocument): string {
  const { path, reviewLevel, reasons } = migration;
  const number = operations.filter((operation) => operation.migration === path).length;
  return `${count(number, 'operation')}; ${REVIEW_WORDS[reviewLevel]}${becauseOf(reviewLevel, reasons)}`;
}

/** Nobody asks why a glance is enough. */
function becauseOf(level: ReviewLevel, [reason]: readonly string[]): string {
  return level === 'spot' || reason === undefined ? '' : `, because ${reason}`;
}

function summaryOf({ counts, migrations }: CheckDocument, groups: readonly CheckGroup[]): string {
  const touched = groups.filter(({ reviewLevel }) => reviewLevel !== null).length;
  const words = countWords(counts);
  const of = count(migrations.length, 'migration');
  const where = migrations.length === 1 ? of : `${touched} of ${of}`;
  const found = words.length === 0 ? `No findings in ${of}` : `${listing(words)} in ${where}`;
  return `${found}${counts.suppressed === 0 ? '' : `; ${counts.suppressed} suppressed`}.`;
}

function countWords({ danger, warning, info }: CheckCounts): readonly string[] {
  return [
    ...(danger === 0 ? [] : [count(danger, 'danger')]),
    ...(warning === 0 ? [] : [count(warning, 'warning')]),
    ...(info === 0 ? [] : [`${info} info`]),
  ];
}

function reviewOf({ reviewLevel, reviewReasons }: CheckDocument): string {
  return `Review of the release: ${REVIEW_WORDS[reviewLevel]}${becauseOf(reviewLevel, reviewReasons)}.`;
}

function verdictOf({ failed, failOn }: CheckDocument): string {
  return failed ? `Exit code 1: there are findings at or above ${failOn} (--fail-on).` : '';
}
