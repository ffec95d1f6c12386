import { operationTable } from '../../model/operation.ts';
import type { Proposal, Step } from '../../model/proposal.ts';
import { describeOperation } from '../describe/operation.ts';
import { changeId, migrationId, riskId, rollbackId, stepId } from '../ids.ts';
import type { StepFacts } from '../types.ts';
import { positionsWhere } from './positions.ts';

export function stepFacts(proposal: Proposal): readonly StepFacts[] {
  return proposal.steps.map((step, position) => oneStep(proposal, step, position));
}

function oneStep(proposal: Proposal, step: Step, position: number): StepFacts {
  const { operation, migration } = step;
  const file = proposal.migrations.findIndex((one) => one.path === migration.path);
  return {
    id: stepId(position),
    migration: migrationId(file),
    operation: operation.kind,
    table: operationTable(operation),
    words: describeOperation(operation),
    sql: step.sql,
    locks: step.locks,
    review: step.review.level,
    reviewClass: step.review.class,
    reviewReasons: step.review.reasons,
    draft: step.review.draft,
    rollbackClass: step.review.rollback,
    source: operation.source,
    condition: operation.condition,
    changes: step.changes.map(changeId),
    risks: positionsWhere(proposal.hazards, (hazard) => hazard.step === position).map(riskId),
    rollback: positionsWhere(proposal.rollback.steps, (undo) => undo.undoes === position).map(
      rollbackId,
    ),
  };
}
