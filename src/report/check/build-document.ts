import { type HazardSuppression, reachesThreshold, SEVERITIES } from '../../model/hazard.ts';
import { own } from '../../model/own.ts';
import type { SourceLocation } from '../../model/source.ts';
import { describeOperation } from '../describe/operation.ts';
import { nameBefore } from '../facts/name-before.ts';
import type {
  CheckCounts,
  CheckDocument,
  CheckObject,
  DocumentFinding,
  DocumentMigration,
  DocumentOperation,
  SizedTable,
} from './document.ts';
import { Fingerprints } from './fingerprint.ts';
import type { CheckInput } from './input.ts';
import { objectOf } from './object.ts';
import type { FoundHazard } from './order.ts';

/** The data of a check. @param found - the findings in their order. */
export function buildDocument(input: CheckInput, found: readonly FoundHazard[]): CheckDocument {
  const open = found.filter(({ hazard }) => hazard.suppression === null);
  const has = (severity: string) => open.some(({ hazard }) => hazard.severity === severity);
  const severity = SEVERITIES.findLast(has) ?? null;
  const {
    failOn,
    server,
    reviews: { release },
  } = input;
  return {
    formatVersion: 1,
    tool: input.tool,
    engine: input.engine,
    server: server.name,
    engineVersion: server.version.join('.'),
    engineVersionDecidedBy: server.decidedBy,
    schema: input.schemaPath,
    base: input.base,
    reviewLevel: release.level,
    reviewReasons: release.reasons,
    gates: release.gates,
    severity,
    failOn,
    failed: reachesThreshold(
      found.map(({ hazard }) => hazard),
      failOn,
    ),
    counts: countsOf(found),
    findings: findingsOf(input, found),
    migrations: input.migrations.map(({ path, name, version, tool }) => ({
      ...{ path, name, version, tool },
      ...migrationReview(input, path),
    })),
    operations: operationsOf(input),
    assumptions: input.assumptions,
  };
}

function countsOf(found: readonly FoundHazard[]): CheckCounts {
  const open = found.filter(({ hazard }) => hazard.suppression === null);
  const number = (severity: string) =>
    open.filter(({ hazard }) => hazard.severity === severity).length;
  return {
    danger: number('danger'),
    warning: number('warning'),
    info: number('info'),
    suppressed: found.length - open.length,
  };
}

function findingsOf(input: CheckInput, found: readonly FoundHazard[]): readonly DocumentFinding[] {
  const fingerprints = new Fingerprints();
  return found.map(({ id, hazard }) => {
    const { source, step } = hazard;
    const operation = step === null ? null : (input.steps[step]?.operation ?? null);
    const object = operation === null ? tableObject(hazard.table) : objectOf(operation);
    const line = source === null ? '' : lineOf(input.textOf(source.path), source.line);
    return {
      id,
      rule: hazard.rule,
      title: hazard.title,
      severity: hazard.severity,
      message: hazard.message,
      ...placeOf(source),
      object,
      operation:
        step === null || operation === null ? null : { position: step, kind: operation.kind },
      direction: hazard.direction,
      locks: hazard.locks,
      evidence: hazard.evidence,
      rows: sizesOf(input, hazard.locks),
      why: hazard.why,
      instead: hazard.instead,
      reference: hazard.reference,
      suppressed: hazard.suppression !== null,
      suppression: suppressionOf(hazard.suppression),
      fingerprint: fingerprints.of(hazard, object, line),
    };
  });
}

function placeOf(
  source: SourceLocation | null,
): Pick<DocumentFinding, 'path' | 'line' | 'column' | 'endLine'> {
  if (source === null) return { path: null, line: null, column: null, endLine: null };
  const { path, line, column, endLine } = source;
  return { path, line, column, endLine };
}

function suppressionOf(suppression: HazardSuppression | null): DocumentFinding['suppression'] {
  if (suppression === null) return null;
  const { by, reason, source } = suppression;
  return { by, reason, path: source.path, line: source.line };
}

function tableObject(table: string | null): CheckObject | null {
  return table === null ? null : { type: 'table', table: null, name: table };
}

function lineOf(text: string | null, line: number): string {
  return text?.split('\n')[line - 1] ?? '';
}

/** Figures are of the database before the release. */
function sizesOf(
  { rows, steps }: CheckInput,
  locks: DocumentFinding['locks'],
): readonly SizedTable[] {
  const tables = [...new Set(locks.map(({ table }) => table))];
  return tables.flatMap((table) => {
    const known = own(rows, nameBefore(table, steps));
    return known === undefined ? [] : [{ table, ...known }];
  });
}

/** A migration without operations needs no more than a glance. */
function migrationReview(
  { reviews }: CheckInput,
  path: string,
): Pick<DocumentMigration, 'reviewLevel' | 'draft' | 'rollback' | 'reasons'> {
  const review = reviews.migrations.find((each) => each.path === path);
  if (!review) return { reviewLevel: 'spot', draft: 'tool', rollback: 'automatic', reasons: [] };
  const { level, draft, rollback, reasons } = review;
  return { reviewLevel: level, draft, rollback, reasons };
}

function operationsOf({ steps, findings }: CheckInput): readonly DocumentOperation[] {
  return steps.map(({ operation, migration, review, locks }, position) => {
    const { path, line, column, endLine } = operation.source;
    return {
      position,
      kind: operation.kind,
      words: describeOperation(operation),
      migration: migration.path,
      ...{ path, line, column, endLine },
      object: objectOf(operation),
      condition: operation.condition,
      class: review.class,
      reviewLevel: review.level,
      draft: review.draft,
      rollback: review.rollback,
      rollbackReason: review.rollbackReason,
      reasons: review.reasons,
      locks,
      findings: findings.filter(({ hazard }) => hazard.step === position).map(({ id }) => id),
    };
  });
}
