import { describe, expect, test } from 'vitest';
import { sampleProposal, unchangedProposal } from '../../testing/proposal.ts';
import { buildFacts } from './index.ts';

const facts = buildFacts(sampleProposal());

describe('facts', () => {
  test('a change knows its steps, and the risks of those steps', () => {
    const [shipments] = facts.changes.filter((one) => one.object.name === 'shipments');
    expect(shipments).toMatchObject({ id: 'C7', steps: ['S2', 'S3'], risks: [] });
    const [reference] = facts.changes.filter((one) => one.object.name === 'legacy_ref');
    expect(reference).toMatchObject({ id: 'C5', steps: ['S6'], risks: ['R3'] });
  });

  test('a step knows its migration, changes, risks and rollback', () => {
    expect(facts.steps[5]).toMatchObject({
      id: 'S6',
      migration: 'M2',
      operation: 'dropColumn',
      table: 'orders',
      words: 'Drop the column orders.legacy_ref with all its values.',
      changes: ['C5', 'C6'],
      risks: ['R3'],
      rollback: ['RB6'],
    });
  });

  test('a migration lists its own steps', () => {
    expect(facts.migrations.map((one) => [one.id, one.steps.join()])).toEqual([
      ['M1', 'S1,S2,S3'],
      ['M2', 'S4,S5,S6'],
      ['M3', 'S7,S8,S9'],
      ['M4', 'S10,S11'],
    ]);
  });

  test('positions become ids of what they point to', () => {
    expect(facts.rollback[0]).toMatchObject({ id: 'RB1', undoes: 'S11' });
    expect(facts.verifications[3]).toMatchObject({ id: 'V4', step: null });
    expect(facts.dependencies[0]).toMatchObject({ id: 'D1', changes: ['C4'] });
    expect(facts.risks[3]).toMatchObject({ id: 'R4', step: 'S9' });
  });

  test('the verdict counts, and names the point of no return', () => {
    expect(facts.verdict).toEqual({
      severity: 'danger',
      review: 'mandatory',
      reviewReasons: sampleProposal().reviews.release.reasons,
      gates: [],
      fullyReversible: false,
      pointOfNoReturn: 'S6',
      counts: { added: 4, removed: 3, altered: 1, renamed: 1 },
      opaque: 1,
    });
  });

  test('without a step everything is reversible', () => {
    expect(buildFacts(unchangedProposal()).verdict).toMatchObject({
      fullyReversible: true,
      pointOfNoReturn: null,
      counts: { added: 0, removed: 0, altered: 0, renamed: 0 },
    });
  });

  test('differences of the committed schema are told in words', () => {
    const [change] = sampleProposal().changes;
    const drift = change === undefined ? [] : [change];
    expect(buildFacts(sampleProposal({ drift })).drift?.[0]?.words).toContain('shipment_status');
    expect(buildFacts(sampleProposal({ drift: null })).drift).toBeNull();
  });
});

describe('roles', () => {
  const withRoles = (statement: string) =>
    sampleProposal({
      options: {
        ...sampleProposal().options,
        roles: [{ id: 'dba', title: 'Database team', statement }],
      },
    });

  test('are the default ones when the configuration names none', () => {
    expect(facts.roles.map((role) => role.id)).toEqual([
      'requester',
      'author',
      'dba',
      'tester',
      'service-owner',
      'release-manager',
      'change-authority',
    ]);
  });

  test('confirm what is signed for by its digest', () => {
    const author = facts.roles.find((role) => role.id === 'author');
    expect(author?.statement).toContain(`input digest sha256:${facts.digest}`);
  });

  test('keep the words of the configuration', () => {
    expect(buildFacts(withRoles('I agree to {{this}}.')).roles).toEqual([
      { id: 'dba', title: 'Database team', statement: 'I agree to {{this}}.' },
    ]);
  });

  test('without a statement get the one of their id', () => {
    expect(buildFacts(withRoles('')).roles[0]?.statement).toMatch(/^I have reviewed the change/);
  });
});
