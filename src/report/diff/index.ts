import type { PossibleRename } from '../../model/change.ts';
import type { DiffView } from '../types.ts';
import { diffBlocks, diffSummary } from './blocks.ts';
import type { DiffInput } from './input.ts';
import { diffRemedies, diffRisks } from './risks.ts';
import { schemaFileDiff } from './schema-file.ts';

export { originFacts, unknownOf } from './facts.ts';
export type { DiffInput, DiffUnknown } from './input.ts';

/** The before/after diff in words and order, ready for the templates of text and Markdown. */
export function buildDiffView(input: DiffInput): DiffView {
  const { name, before, after } = input.schemaFile;
  return {
    title: input.title,
    summary: diffSummary(input.changes, input.unknowns.length),
    facts: input.facts,
    risks: diffRisks(input.hazards),
    remedies: diffRemedies(input.hazards),
    blocks: diffBlocks(input),
    possibleRenames: input.possibleRenames.map(possibleRenameSentence),
    unknowns: input.unknowns.map(({ sentence }) => sentence),
    schemaFileDiff: schemaFileDiff(name, before, after),
    schemaFileName: name,
    footer: input.footer,
  };
}

function possibleRenameSentence({ type, table, from, to, reason }: PossibleRename): string {
  const names = table === null ? `${from} → ${to}` : `${table}.${from} → ${table}.${to}`;
  return `The ${type} ${names} may be one renamed, because ${reason}. Unless it is renamed, the data of ${from} is lost.`;
}
