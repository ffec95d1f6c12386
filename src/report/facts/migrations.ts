import { formatRailsVersion } from '../../model/engine.ts';
import type { Migration } from '../../model/migration.ts';
import type { Proposal } from '../../model/proposal.ts';
import { stepId } from '../ids.ts';
import type { MigrationFacts } from '../types.ts';
import { positionsWhere } from './positions.ts';

export function migrationFacts(
  migration: Migration,
  id: string,
  proposal: Proposal,
): MigrationFacts {
  const review = proposal.reviews.migrations.find(({ path }) => path === migration.path);
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
    review: review?.level ?? 'spot',
    reviewReasons: review?.reasons ?? [],
    draft: review?.draft ?? 'tool',
    rollbackClass: review?.rollback ?? 'automatic',
    steps: positionsWhere(proposal.steps, (step) => step.migration.path === migration.path).map(
      stepId,
    ),
  };
}
