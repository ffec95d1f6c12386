import { expect, test } from 'vitest';
import { sampleProposal } from '../testing/proposal.ts';
import { summaryOf } from './summary.ts';
import type { Terminal } from './terminal.ts';

const silent = () => undefined;
const TERMINAL: Terminal = {
  interactive: true,
  colour: false,
  width: 100,
  print: silent,
  note: silent,
  error: silent,
  style: (_, text) => text,
  progress: silent,
  endProgress: silent,
};

function linesFor(over: Parameters<typeof sampleProposal>[0]): readonly string[] {
  const proposal = sampleProposal(over);
  const input = { proposal, files: [], folder: '/shop/out', kept: [], root: '/shop' };
  return summaryOf(input, TERMINAL)
    .split('\n')
    .map((line) => line.trim());
}

test('the findings of a rule take one line', () => {
  const [one] = sampleProposal().hazards;
  if (one === undefined) throw new Error('the sample has findings');
  const lines = linesFor({ hazards: [one, one, one, one] });
  expect(lines).toContain(`R1 ${one.severity}  ${one.message} Likewise R2 to R4.`);
});

test('the engine is named with its version', () => {
  expect(linesFor({})).toContain(
    'Engine      PostgreSQL 16, because config/database.yml says adapter: postgresql',
  );
});
