import type { Hazard } from '../../model/hazard.ts';
import type { SourceLocation } from '../../model/source.ts';
import { describeLock, durationWords, waitsLong } from '../describe/lock.ts';
import { suppressionNotes } from '../describe/risk.ts';
import type { DocumentFinding } from './document.ts';
import { excerptOf } from './excerpt.ts';
import type { CheckInput } from './input.ts';
import { likewise, remedyOf } from './remedy.ts';
import type { CheckFinding, Remedy } from './types.ts';

/** A finding with its data and its words. */
export interface Told {
  readonly hazard: Hazard;
  readonly finding: CheckFinding;
}

/**
 * The findings of a group without what an earlier one said of the same statement or of the same
 * rule. A danger is explained in every group, all else once.
 *
 * @param before - the findings of the groups before.
 */
export function withoutRepetition(
  group: readonly Told[],
  before: readonly Told[],
): readonly CheckFinding[] {
  return group.map((told, position) => shortened(told, group.slice(0, position), before));
}

function shortened(
  { finding, hazard }: Told,
  inGroup: readonly Told[],
  before: readonly Told[],
): CheckFinding {
  const known = hazard.severity === 'danger' ? inGroup : [...before, ...inGroup];
  const sameRule = known.find((earlier) => earlier.finding.rule === finding.rule);
  const samePlace = inGroup.some((earlier) => earlier.finding.where === finding.where);
  const sameLocks = inGroup.some(
    (earlier) => earlier.finding.locks.join() === finding.locks.join(),
  );
  return {
    ...finding,
    excerpt: samePlace ? null : finding.excerpt,
    locks: sameLocks ? [] : finding.locks,
    evidence: sameLocks ? '' : finding.evidence,
    why: sameRule?.hazard.why === hazard.why ? '' : finding.why,
    instead: sameRule ? insteadAfter(finding, sameRule.finding) : finding.instead,
    reference: sameRule?.finding.reference === finding.reference ? '' : finding.reference,
  };
}

function insteadAfter({ instead, place }: CheckFinding, earlier: CheckFinding): Remedy {
  const at = earlier.place;
  const where = at === null || at.path !== place?.path ? earlier.where : `line ${at.line}`;
  return likewise(instead, earlier.instead, where) ?? instead;
}

/** A finding in words. */
export function tell(input: CheckInput, hazard: Hazard, facts: DocumentFinding): CheckFinding {
  const { source } = hazard;
  return {
    id: facts.id,
    rule: hazard.rule,
    title: hazard.title,
    severity: hazard.severity,
    message: hazard.message,
    place: source,
    where: source === null ? RELEASE : `${source.path}:${source.line}:${source.column}`,
    repositoryPlace: repositoryPlace(input, source),
    language: languageOf(source?.path ?? ''),
    excerpt: source === null ? null : excerptOf(source, input.textOf(source.path)),
    locks: hazard.locks.filter(({ table }) => !isCreated(table, input.steps)).map(describeLock),
    evidence: evidenceWords(input, hazard, facts),
    why: hazard.why,
    instead: remedyOf(hazard.instead),
    reference: hazard.reference,
    suppression: suppressionNotes(hazard).join(' '),
    fingerprint: facts.fingerprint,
  };
}

function languageOf(path: string): CheckFinding['language'] {
  if (path.endsWith('.rb')) return 'ruby';
  return path.endsWith('.sql') ? 'sql' : 'text';
}

export const RELEASE = 'the release as a whole';

/** A finding about the release as a whole is put where the release begins. */
function repositoryPlace(input: CheckInput, source: SourceLocation | null): SourceLocation {
  const path = source?.path ?? input.migrations[0]?.path ?? input.schemaPath;
  const place = source ?? { path, line: 1, column: 1, endLine: 1 };
  return { ...place, path: path.startsWith('/') ? path : `${input.repositoryPrefix}${path}` };
}

/** What a wait rests on: `How long was not measured; users has about 240,000 rows (stated 2026-11-20).` */
function evidenceWords(
  { steps }: CheckInput,
  { evidence, locks }: Hazard,
  { rows }: DocumentFinding,
): string {
  const known = Object.fromEntries(rows.map((size) => [size.table, size]));
  const waited = locks.filter((lock) => waitsLong(lock) && !isCreated(lock.table, steps));
  const tables = [...new Set(waited.map(({ table }) => table))];
  return [
    ...(evidence === 'measured' ? ['Measured.'] : []),
    ...tables.map((table) => durationWords(table, known)),
  ].join(' ');
}

/** Nobody waits for a table that the release itself creates. */
function isCreated(name: string, steps: CheckInput['steps']): boolean {
  return steps.some(
    ({ operation }) => operation.kind === 'createTable' && operation.table.name === name,
  );
}
