import { describe, expect, test } from 'vitest';
import type { Change } from '../../model/change.ts';
import { sampleProposal } from '../../testing/proposal.ts';
import { buildReport } from '../index.ts';

const stray: Change = {
  kind: 'removed',
  object: { type: 'extension', table: null, name: 'pgcrypto' },
  from: null,
  before: { name: 'pgcrypto', version: null },
  after: null,
  differences: [],
};

describe('a committed schema file that differs from the prediction', () => {
  const { schemaDocument, diff } = buildReport(sampleProposal({ drift: [stray] }));

  test('is told in the change summary of the schema document, object by object', () => {
    const summary = schemaDocument.sections.find(({ anchor }) => anchor === 'change-summary');
    const text = JSON.stringify(summary);
    expect(text).toContain('Drift: 1 difference');
    expect(text).toContain('Extension pgcrypto removed');
  });

  test('is a fact of the diff, object by object', () => {
    const fact = diff.facts.find(({ label }) => label === 'Drift');
    expect(fact?.value).toMatch(
      /has 1 difference from what is predicted:\nExtension pgcrypto removed/,
    );
  });
});

test('a committed schema file that equals the prediction is said to', () => {
  const { schemaDocument, diff } = buildReport(sampleProposal({ drift: [] }));
  expect(diff.facts.find(({ label }) => label === 'Drift')?.value).toMatch(/^none: /);
  expect(JSON.stringify(schemaDocument)).not.toContain('Drift');
});

test('nothing is said of drift when there was no file to compare', () => {
  const { diff } = buildReport(sampleProposal({ drift: null }));
  expect(diff.facts.map(({ label }) => label)).not.toContain('Drift');
});
