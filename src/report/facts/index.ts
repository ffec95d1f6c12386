import { formatRailsVersion } from '../../model/engine.ts';
import type { Proposal } from '../../model/proposal.ts';
import { migrationId } from '../ids.ts';
import { rolesOf } from '../roles.ts';
import type { KnownFacts } from '../types.ts';
import { describeChange } from '../words/index.ts';
import { changeFacts } from './changes.ts';
import { figuresOf } from './figures.ts';
import {
  codeFacts,
  dependencyFacts,
  riskFacts,
  rollbackFacts,
  verificationFacts,
} from './findings.ts';
import { migrationFacts } from './migrations.ts';
import { stepFacts } from './steps.ts';
import { verdictFacts } from './verdict.ts';

/** `migdocs-` and the first 12 digits of the input digest. */
export function documentId(proposal: Proposal): string {
  return `migdocs-${proposal.digest.slice(0, 12)}`;
}

/** Without what packagers add to it: `15.18`. */
function versionOf({ version, server }: Proposal['engine']): string | null {
  return version === null ? null : server.version.join('.');
}

/** The proposal as data, with the ids that all documents share. */
export function buildFacts(proposal: Proposal): KnownFacts {
  const { options } = proposal;
  return {
    formatVersion: 1,
    tool: proposal.tool,
    project: proposal.project,
    title: proposal.title,
    slug: proposal.slug,
    documentId: documentId(proposal),
    digest: proposal.digest,
    date: proposal.date,
    classification: options.classification,
    changeId: options.changeId,
    engine: {
      name: proposal.engine.engine,
      server: proposal.engine.server.name,
      version: versionOf(proposal.engine),
      decidedBy: proposal.engine.decidedBy,
    },
    railsVersion: proposal.rails === null ? null : formatRailsVersion(proposal.rails),
    base: proposal.base,
    schemaFile: {
      path: proposal.schemaFile.path,
      versionBefore: proposal.before.version,
      versionAfter: proposal.after.version,
    },
    inputs: proposal.inputs,
    verdict: verdictFacts(proposal),
    migrations: proposal.migrations.map((migration, position) =>
      migrationFacts(migration, migrationId(position), proposal),
    ),
    changes: changeFacts(proposal),
    steps: stepFacts(proposal),
    risks: riskFacts(proposal),
    figures: {
      sizes: options.sizes,
      surveyedAt: proposal.survey?.takenAt ?? null,
      tables: figuresOf(proposal),
    },
    dependencies: dependencyFacts(proposal),
    code: codeFacts(proposal),
    rollback: rollbackFacts(proposal),
    verifications: verificationFacts(proposal),
    possibleRenames: proposal.possibleRenames,
    drift:
      proposal.drift?.map((change) => ({
        ...change,
        words: describeChange(change),
      })) ?? null,
    opaque: proposal.opaque,
    assumptions: proposal.assumptions,
    roles: rolesOf(proposal),
    before: proposal.before,
    after: proposal.after,
  };
}
