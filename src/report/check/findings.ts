import type { Hazard, HazardSuppression } from '../../model/hazard.ts';
import type { LockClaim } from '../../model/lock.ts';
import { formatServer } from '../../model/server.ts';
import type { SourceLocation } from '../../model/source.ts';
import { describeLock, durationWords, waitsLong } from '../describe/lock.ts';
import { sentenceCase } from '../words/index.ts';
import type { DocumentFinding } from './document.ts';
import { excerptOf } from './excerpt.ts';
import type { CheckInput } from './input.ts';
import type { FoundHazard } from './order.ts';
import { remedyOf } from './remedy.ts';
import type { CheckFinding, Remedy } from './types.ts';

/** A finding with its data and its words. */
interface Told {
  readonly hazard: Hazard;
  readonly finding: CheckFinding;
}

/**
 * The findings of a group in words. What an earlier one said of the same statement, or of the same
 * rule, is not said again.
 */
export function tellGroup(
  input: CheckInput,
  found: readonly FoundHazard[],
  data: ReadonlyMap<string, DocumentFinding>,
): readonly CheckFinding[] {
  const told: Told[] = [];
  for (const { id, hazard } of found) {
    const facts = data.get(id);
    if (facts === undefined) continue;
    told.push({ hazard, finding: shortened(tell(input, hazard, facts), hazard, told) });
  }
  return told.map(({ finding }) => finding);
}

function tell(input: CheckInput, hazard: Hazard, facts: DocumentFinding): CheckFinding {
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
    excerpt: source === null ? null : excerptOf(source, input.textOf(source.path)),
    locks: hazard.locks.map(describeLock),
    evidence: evidenceWords(input, hazard, facts),
    why: hazard.why,
    instead: remedyOf(hazard.instead),
    reference: hazard.reference,
    suppression: suppressionWords(hazard.suppression),
    fingerprint: facts.fingerprint,
  };
}

export const RELEASE = 'the release as a whole';

function shortened(finding: CheckFinding, hazard: Hazard, told: readonly Told[]): CheckFinding {
  const sameRule = told.find((earlier) => earlier.finding.rule === finding.rule);
  const samePlace = told.some((earlier) => earlier.finding.where === finding.where);
  const sameStep =
    hazard.step !== null && told.some((earlier) => earlier.hazard.step === hazard.step);
  return {
    ...finding,
    excerpt: samePlace ? null : finding.excerpt,
    locks: sameStep ? [] : finding.locks,
    why: sameRule ? '' : finding.why,
    instead: sameRule ? likewise(finding, sameRule) : finding.instead,
    reference: sameRule ? '' : finding.reference,
  };
}

/** The same remedy again is not shown again; another one of the same rule differs in its names. */
function likewise({ instead }: CheckFinding, { hazard, finding }: Told): Remedy {
  if (hazard.instead !== instead.text) return instead;
  return { kind: 'above', language: 'text', text: `as at ${finding.where}` };
}

/** A finding about the release as a whole is put where the release begins. */
function repositoryPlace(input: CheckInput, source: SourceLocation | null): SourceLocation {
  const path = source?.path ?? input.migrations[0]?.path ?? input.schemaPath;
  const place = source ?? { path, line: 1, column: 1, endLine: 1 };
  return { ...place, path: path.startsWith('/') ? path : `${input.repositoryPrefix}${path}` };
}

/** `reasoned for PostgreSQL 16; users has about 240,000 rows (stated 2026-11-20)`. */
function evidenceWords(input: CheckInput, { evidence, locks }: Hazard, facts: DocumentFinding) {
  const basis = evidence === 'measured' ? 'measured' : 'reasoned';
  const version = input.server.decidedBy === null ? ', the version that is assumed' : '';
  const rows = Object.fromEntries(facts.rows.map((size) => [size.table, size]));
  const waited = [...new Set(locks.filter(waitsLong).map(({ table }: LockClaim) => table))];
  return [
    `${sentenceCase(basis)} for ${formatServer(input.server)}${version}.`,
    ...waited.map((table) => durationWords(table, rows)),
  ].join(' ');
}

const BY: { readonly [B in HazardSuppression['by']]: string } = {
  safety_assured: 'safety_assured',
  comment: 'a comment',
};

function suppressionWords(suppression: HazardSuppression | null): string {
  if (suppression === null) return '';
  const { by, reason, source } = suppression;
  const why = reason === null ? 'no reason is given' : reason;
  return `Suppressed by ${BY[by]} at ${source.path}:${source.line}: ${why}.`.replace(/\.\.$/, '.');
}
