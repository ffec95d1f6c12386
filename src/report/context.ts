import type { Severity } from '../model/hazard.ts';
import { SEVERITIES } from '../model/hazard.ts';
import type { Proposal } from '../model/proposal.ts';
import { anchorsOf } from './anchors.ts';
import { buildFacts } from './facts/index.ts';
import { type TableView, tableViews } from './tables.ts';
import type { KnownFacts, ProposalFacts } from './types.ts';

export type StepFact = ProposalFacts['steps'][number];
export type RiskFact = ProposalFacts['risks'][number];
export type RollbackFact = ProposalFacts['rollback'][number];
export type VerificationFact = ProposalFacts['verifications'][number];

/** What every builder of a section is given: the facts, and what is looked up in them. */
export interface ReportContext {
  readonly proposal: Proposal;
  readonly facts: KnownFacts;
  readonly tables: readonly TableView[];
  /** Anchor of a table's section in the schema document, by its name. */
  readonly tableAnchors: ReadonlyMap<string, string>;
  /** Unified diff of the schema file; empty when it stays as it is. */
  readonly schemaFileDiff: string;
}

export function buildContext(proposal: Proposal, schemaFileDiff: string): ReportContext {
  const facts = buildFacts(proposal);
  const tables = tableViews(proposal, facts);
  const names = tables.map((view) => view.name);
  return {
    proposal,
    facts,
    tables,
    tableAnchors: anchorsOf('table', names),
    schemaFileDiff,
  };
}

/** `#anchor` of the table's section; null when it has none. */
export function tableLink({ tableAnchors }: ReportContext, table: string | null): string | null {
  const anchor = table === null ? undefined : tableAnchors.get(table);
  return anchor === undefined ? null : `#${anchor}`;
}

/** The risks of those ids, in the order of the proposal. */
export function risksOf({ facts }: ReportContext, ids: readonly string[]): readonly RiskFact[] {
  return facts.risks.filter((risk) => ids.includes(risk.id));
}

export function stepsOf({ facts }: ReportContext, ids: readonly string[]): readonly StepFact[] {
  return facts.steps.filter((step) => ids.includes(step.id));
}

/** The weightiest severity; null for no risk. */
export function weightiest(risks: readonly RiskFact[]): Severity | null {
  return (
    SEVERITIES.findLast((severity) => risks.some((risk) => risk.severity === severity)) ?? null
  );
}
