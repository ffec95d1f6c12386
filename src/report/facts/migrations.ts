import { formatRailsVersion } from '../../model/engine.ts';
import type { Migration } from '../../model/migration.ts';
import type { Proposal } from '../../model/proposal.ts';
import { stepId } from '../ids.ts';
import type { MigrationFacts } from '../types.ts';
import { positionsWhere } from './positions.ts';
import { leastRollback, strictestReview } from './strictest.ts';

export function migrationFacts(
  migration: Migration,
  id: string,
  proposal: Proposal,
): MigrationFacts {
  const steps = proposal.steps.filter((step) => step.migration.path === migration.path);
  return {
    id,
    path: migration.path,
    version: migration.version,
    name: migration.name,
    tool: migration.tool,
    railsVersion: migration.rails === null ? null : formatRailsVersion(migration.rails),
    transactional: migration.transactional,
    down: migration.down.kind,
    irreversible: migration.down.irreversible,
    review: strictestReview(steps) ?? 'spot',
    rollbackClass: leastRollback(steps) ?? 'automatic',
    steps: positionsWhere(proposal.steps, (step) => step.migration.path === migration.path).map(
      stepId,
    ),
  };
}
