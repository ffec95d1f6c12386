import { ENGINE_NAMES } from '../model/engine.ts';
import type { Proposal } from '../model/proposal.ts';
import type { OpaqueStatement } from '../model/schema.ts';
import { formatLocation } from '../model/source.ts';
import { REVIEW_WORDS, severityWord } from './describe/terms.ts';
import type { DiffInput, DiffUnknown } from './diff/index.ts';
import { riskId } from './ids.ts';
import { count } from './words/index.ts';

/** The proposal as the diff takes it, with its facts, risks and unknowns. */
export function diffInput(proposal: Proposal): DiffInput {
  const { schemaFile } = proposal;
  return {
    title: proposal.title,
    facts: diffFacts(proposal),
    before: proposal.before,
    after: proposal.after,
    changes: proposal.changes,
    hazards: proposal.hazards.map((hazard, position) => ({ id: riskId(position), hazard })),
    possibleRenames: proposal.possibleRenames,
    unknowns: proposal.opaque.map((statement) => diffUnknown(statement, proposal)),
    schemaFile: {
      name: schemaFile.path,
      before: schemaFile.beforeText,
      after: schemaFile.afterText,
    },
    footer: `${proposal.tool.name} ${proposal.tool.version} · digest sha256:${proposal.digest}`,
  };
}

function diffFacts(proposal: Proposal): DiffInput['facts'] {
  const { engine, base, migrations, hazards } = proposal;
  const version = engine.version === null ? '' : ` ${engine.version}`;
  const findings = hazards.length === 0 ? '' : ` (${count(hazards.length, 'finding')})`;
  return [
    { label: 'Engine', value: `${ENGINE_NAMES[engine.engine]}${version}` },
    { label: 'Base', value: base.description },
    { label: 'Migrations', value: String(migrations.length) },
    { label: 'Risk', value: `${severityWord(proposal.severity)}${findings}` },
    { label: 'Review', value: REVIEW_WORDS[proposal.review] },
  ];
}

function diffUnknown({ reason, source }: OpaqueStatement, { steps }: Proposal): DiffUnknown {
  const place = formatLocation(source);
  const tables = steps.flatMap(({ operation }) =>
    operation.kind === 'opaque' && formatLocation(operation.source) === place
      ? operation.touches
      : [],
  );
  return { sentence: `${place} was not understood, because ${reason}.`, tables };
}
