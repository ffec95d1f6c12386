import { callout, list } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import type { ReportBlock } from '../types.ts';
import { count } from '../words/index.ts';

/**
 * How the committed schema file differs from the predicted one, object by object. Nothing when
 * there was none to compare, or when both are the same.
 */
export function driftBlocks({ facts, proposal }: ReportContext): readonly ReportBlock[] {
  const drift = facts.drift ?? [];
  if (drift.length === 0) return [];
  const sentence = `${proposal.schemaFile.path} as it is committed differs from what the migrations lead to. Each entry says what the committed file has in place of what is predicted; another branch's changes in it are the common cause.`;
  return [
    callout('warning', `Drift: ${count(drift.length, 'difference')}`, sentence),
    list(drift.map(({ words }) => words)),
  ];
}
