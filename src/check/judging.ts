import type { Engine } from '../model/engine.ts';
import type { Hazard, HazardSuppression, Severity } from '../model/hazard.ts';
import { type Operation, operationTable } from '../model/operation.ts';
import type { ServerName } from '../model/server.ts';
import type { RuleContext } from './context.ts';
import type { Finding, Rule } from './rule.ts';
import { allRules } from './rules/index.ts';
import { lowered } from './severity.ts';

/** What every rule says about one operation, as it says it: nothing is suppressed yet. */
export function hazardsOf(operation: Operation, context: RuleContext): readonly Hazard[] {
  return allRules.flatMap((rule) =>
    rule.check(operation, context).map((finding) => hazardOf(rule, finding, operation, context)),
  );
}

function hazardOf(
  rule: Rule,
  finding: Finding,
  operation: Operation,
  context: RuleContext,
): Hazard {
  return {
    ...hazardTexts(rule, finding, context.engine, context.server.name),
    severity: finding.severity ?? rule.severity,
    step: context.direction === 'up' ? context.step : null,
    table: finding.table === undefined ? operationTable(operation) : finding.table,
    source: operation.source,
    locks: context.locks,
    evidence: 'static',
    direction: context.direction,
    suppression: null,
  };
}

/** What a finding says, with what its rule says of its engine and the manual of its server. */
export function hazardTexts(rule: Rule, finding: Finding, engine: Engine, server: ServerName) {
  const { reference, references } = rule.docs;
  return {
    rule: rule.id,
    title: rule.title,
    message: finding.message,
    why: whyOf(rule, engine),
    instead: finding.instead,
    reference: references?.[server] ?? references?.[engine] ?? reference,
  };
}

/** What holds on every engine, then what this one does. */
function whyOf({ docs }: Rule, engine: Engine): string {
  const own = docs.onEngine?.[engine];
  return own === undefined ? docs.why : `${docs.why} ${own}`;
}

/** The hazard as it counts once somebody says that it was looked at; the same when nobody does. */
export function suppressed(hazard: Hazard, suppression: HazardSuppression | null): Hazard {
  if (!suppression) return hazard;
  return { ...hazard, severity: lowered(hazard.severity), suppression };
}

const WEIGHT: { readonly [S in Severity]: number } = { danger: 0, warning: 1, info: 2 };

/** Dangers first; then findings about the release, and the others in the order of the steps; then by id. */
export function byWeight(a: Hazard, b: Hazard): number {
  const steps = positionOf(a) - positionOf(b);
  return (
    WEIGHT[a.severity] - WEIGHT[b.severity] ||
    steps ||
    (a.rule < b.rule ? -1 : Number(a.rule > b.rule))
  );
}

/** What concerns the release as a whole comes first, ways back come last: they run when all else has. */
function positionOf({ step, direction }: Hazard): number {
  return step ?? (direction === 'down' ? Number.MAX_SAFE_INTEGER : -1);
}
