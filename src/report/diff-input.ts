import type { Proposal } from '../model/proposal.ts';
import type { OpaqueStatement } from '../model/schema.ts';
import { formatLocation } from '../model/source.ts';
import { REVIEW_WORDS, severityWord } from './describe/terms.ts';
import { type DiffInput, type DiffUnknown, originFacts, unknownOf } from './diff/index.ts';
import { riskId } from './ids.ts';
import { count, describeChange } from './words/index.ts';

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
  const { engine, base, migrations, hazards, inputs } = proposal;
  const findings = hazards.length === 0 ? '' : ` (${count(hazards.length, 'finding')})`;
  return [
    ...originFacts({
      engine,
      base: base.description,
      migrations: migrations.map(({ path }) => path),
      target: inputs.find(({ role }) => role === 'target schema')?.path ?? null,
    }),
    { label: 'Risk', value: `${severityWord(proposal.severity)}${findings}` },
    { label: 'Review', value: REVIEW_WORDS[proposal.review] },
    ...driftFacts(proposal),
  ];
}

/** How the committed schema file differs from the predicted one; nothing when it was not compared. */
function driftFacts({ drift, schemaFile }: Proposal): DiffInput['facts'] {
  if (drift === null) return [];
  if (drift.length === 0) {
    return [{ label: 'Drift', value: `none: ${schemaFile.path} holds what is predicted` }];
  }
  const differences = `${schemaFile.path} has ${count(drift.length, 'difference')} from what is predicted:`;
  return [{ label: 'Drift', value: [differences, ...drift.map(describeChange)].join('\n') }];
}

function diffUnknown(statement: OpaqueStatement, { steps }: Proposal): DiffUnknown {
  const place = formatLocation(statement.source);
  const tables = steps.flatMap(({ operation }) =>
    operation.kind === 'opaque' && formatLocation(operation.source) === place
      ? operation.touches
      : [],
  );
  return unknownOf(statement, tables);
}
