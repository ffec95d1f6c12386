import { describe, expect, test } from 'vitest';
import type { Proposal } from '../../model/proposal.ts';
import type { Survey } from '../../model/survey.ts';
import { sampleProposal, unchangedProposal } from '../../testing/proposal.ts';
import { buildContext } from '../context.ts';
import type { FormField, ReportBlock, ReportSection } from '../types.ts';
import { buildSignOffDocument } from './index.ts';

function documentOf(proposal: Proposal) {
  return buildSignOffDocument(buildContext(proposal, ''));
}

const document = documentOf(sampleProposal());

function sectionOf(anchor: string, given = document): ReportSection {
  const found = given.sections.find((section) => section.anchor === anchor);
  if (found === undefined) throw new Error(`no section ${anchor}`);
  return found;
}

function textOf(blocks: readonly ReportBlock[]): string {
  return JSON.stringify(blocks);
}

function fieldsOf(given = document): readonly FormField[] {
  return given.sections
    .flatMap((section) => section.blocks)
    .flatMap((block) => {
      if (block.kind === 'facts') return block.facts.flatMap((fact) => fact.value);
      return block.kind === 'table' ? block.rows.flatMap((row) => row.cells.flat()) : [];
    })
    .flatMap((one) => (one.kind === 'field' ? [one] : []));
}

describe('the sign-off document', () => {
  test('has its nineteen sections in order', () => {
    const numbers = document.sections
      .filter((section) => section.level === 1 && section.anchor !== 'contents')
      .map((section) => Number(section.title.split(' ')[0]));
    expect(numbers).toEqual(Array.from({ length: 19 }, (_, at) => at + 1));
  });

  test('lays wide tables across', () => {
    const wide = ['impact', 'risk-register', 'implementation-plan', 'reverse-steps', 'sign-off'];
    for (const anchor of wide) expect(sectionOf(anchor).orientation, anchor).toBe('landscape');
  });

  test('fills in what an option gives, a proposal of scores, and nothing else', () => {
    const filled = fieldsOf().filter((field) => field.value !== null);
    expect(filled[0]).toMatchObject({ tag: 'record.change-id', value: 'CHG-2041' });
    expect(
      filled.slice(1).every((field) => /^risk\.r\d\.(likelihood|impact)$/.test(field.tag)),
    ).toBe(true);
    expect(filled).toHaveLength(1 + 2 * 6);
  });

  test('gives each role the five fields that are read back', () => {
    const tags = fieldsOf().map((field) => field.tag);
    for (const part of ['name', 'decision', 'conditions', 'date', 'reference']) {
      expect(tags).toContain(`signoff.dba.${part}`);
    }
    const decision = fieldsOf().find((field) => field.tag === 'signoff.dba.decision');
    expect(decision).toMatchObject({ control: 'choice', value: null });
    expect(decision?.choices).toContain('Approve with conditions');
  });

  test('asks for no decision about SQL that was not understood without saying so', () => {
    expect(textOf(sectionOf('open-points').blocks)).toContain(
      'drop_coupons.rb:4 was not understood',
    );
    expect(textOf(sectionOf('executive-summary').blocks)).toContain(
      '1 statement of the inputs was not understood.',
    );
  });

  test('says that nothing was rehearsed', () => {
    expect(textOf(sectionOf('test-evidence').blocks)).toContain('The rehearsal was not run');
  });
});

describe('the review that is needed', () => {
  const proposal = sampleProposal();
  const [first, ...others] = proposal.steps;
  if (first === undefined) throw new Error('the sample has steps');
  const review = {
    class: 'drop-column',
    level: 'mandatory',
    draft: 'staged',
    rollback: 'humanOnly',
    rollbackReason: 'its values are in no schema',
    reasons: ['the data is gone'],
  } as const;
  const summary = {
    level: 'mandatory',
    draft: 'person',
    rollback: 'humanOnly',
    steps: [0],
  } as const;
  const reviewed = documentOf({
    ...proposal,
    steps: [{ ...first, review }, ...others],
    reviews: {
      migrations: [{ ...summary, path: first.migration.path, reasons: ['its table is gone'] }],
      release: { ...summary, reasons: ['its data is gone'], gates: ['No lock timeout is set.'] },
    },
  });
  const tables = sectionOf('review-needed', reviewed).blocks.flatMap((block) =>
    block.kind === 'table' ? [textOf([block])] : [],
  );

  test('is that of the strictest step for a migration', () => {
    expect(tables[0]).toContain('Mandatory review');
    expect(tables[0]).toContain('A person has to do it');
    expect(tables[0]).toContain('its table is gone');
  });

  test('is for the release what the policy says, with what must hold before anything runs', () => {
    const text = textOf(sectionOf('review-needed', reviewed).blocks);
    expect(text).toContain(', because its data is gone.');
    expect(text).toContain('No lock timeout is set.');
  });

  test('says for each step why, who may write it and who may undo it', () => {
    for (const words of ['drop-column', 'A tool may, in stages', 'the data is gone']) {
      expect(tables[1]).toContain(words);
    }
  });
});

describe('the sizes of the tables', () => {
  test('are said with where they come from, and what is not known is said', () => {
    const text = textOf(sectionOf('figures').blocks);
    expect(text).toContain('about 1,200,000 (statistics of 2025-12-30)');
    expect(text).toContain('large, since it is not known');
    expect(text).toContain('No survey of the database was given.');
  });

  test('come from a survey with its time', () => {
    const users = {
      name: 'users',
      rows: 1_200_000,
      rowsAre: 'estimated' as const,
      bytes: 3_221_225_472,
      indexBytes: null,
      deadRows: 15_000,
      writes: null,
      analyzedAt: '2026-11-19T04:00:00Z',
      indexes: [],
    };
    const surveyed = documentOf({
      ...sampleProposal(),
      survey: { ...SURVEY, tables: [users] },
    });
    const text = textOf(sectionOf('figures', surveyed).blocks);
    for (const words of ['2026-11-20T08:15:00Z', '3.0 GiB', '15,000', '2026-11-19']) {
      expect(text).toContain(words);
    }
  });
});

const SURVEY: Survey = {
  format: 1,
  server: { name: 'postgresql', version: '16.4' },
  takenAt: '2026-11-20T08:15:00Z',
  settings: [],
  tables: [],
  columns: [],
  countedSince: null,
  activity: { longTransactions: 2, publications: null, logicalSlots: 1, replicas: 0 },
};

describe('open points on what no input told', () => {
  const points = (over: Partial<Proposal>) =>
    textOf(sectionOf('open-points', documentOf({ ...sampleProposal(), ...over })).blocks);

  test('name what runs beside the migration', () => {
    const text = points({ survey: SURVEY });
    expect(text).toContain('2 transactions had been open for more than a minute');
    expect(text).toContain('1 logical replication slot');
    expect(text).not.toContain('replica streamed');
  });

  test('say when no code was looked into, and which version is taken', () => {
    const { engine } = sampleProposal();
    const server = { name: 'postgresql', version: [15], decidedBy: null } as const;
    expect(points({ engine: { ...engine, server } })).toContain(
      'locks are stated for PostgreSQL 15',
    );
    expect(points({})).toContain('No application code was looked into');
    expect(points({})).not.toContain('locks are stated for');
    const added = sampleProposal().changes.filter(({ kind }) => kind === 'added');
    expect(points({ changes: added, steps: [] })).not.toContain('No application code');
  });

  test('name findings that were suppressed without a reason', () => {
    const source = { path: 'db/migrate/1_a.rb', line: 3, column: 1, endLine: 3 };
    const hazards = sampleProposal().hazards.map((hazard) => ({
      ...hazard,
      suppression: { by: 'comment' as const, reason: null, source },
    }));
    expect(points({ hazards })).toContain('was suppressed at db/migrate/1_a.rb:3 without a reason');
  });
});

describe('the executive summary', () => {
  const text = textOf(sectionOf('executive-summary').blocks);

  test('says what changes, in counts and in words', () => {
    expect(text).toContain('adds 1 table, 1 column, 1 index and 1 enum, removes 1 table');
    expect(text).toContain('4 migrations of the project bookshop do this.');
  });

  test('says who waits, and what is known of how long', () => {
    expect(text).toContain(
      'Reads and writes of orders wait while all rows are written anew. How long depends on the size of orders, which is not known.',
    );
    expect(text).toContain(
      'How long was not measured; users has about 1,200,000 rows (statistics of 2025-12-30).',
    );
  });

  test('lists the riskiest change first', () => {
    const [, list] = sectionOf('executive-summary').blocks.filter((block) => block.kind === 'list');
    // The rewrite of orders is the only change of the band critical.
    expect(list?.items[0]?.[0]?.text).toMatch(/^C4: /);
    expect(list?.items.at(-1)?.[0]?.text).toBe('1 more change in section 5.');
  });

  test('says what can go wrong, the worst first, once a rule', () => {
    const [, , list] = sectionOf('executive-summary').blocks.filter(
      (block) => block.kind === 'list',
    );
    expect(list?.items[0]?.map(({ text }) => text).join('')).toMatch(/^Critical: .* \(R2\)\.$/);
  });

  test('says what cannot be undone', () => {
    expect(text).toContain('of 11 steps, 8 can be undone exactly, 2 only without the data');
    expect(text).toContain('The point of no return is S6: Drop the column orders.legacy_ref');
  });

  test('says each of the opposites of a proposal that changes nothing', () => {
    const calm = textOf(sectionOf('executive-summary', documentOf(unchangedProposal())).blocks);
    expect(calm).toContain('leaves the schema of bookshop as it is.');
    expect(calm).toContain('No rule found a risk.');
    expect(calm).toContain('Nothing makes others wait');
    expect(calm).not.toContain('not understood');
    expect(calm).not.toContain('undone:');
  });

  test('counts one of a thing as one', () => {
    const sample = sampleProposal();
    const [migration] = sample.migrations;
    const steps = sample.steps.filter((step) => step.migration === migration);
    const one = { ...sample, migrations: sample.migrations.slice(0, 1), steps };
    const single = documentOf({
      ...one,
      hazards: [],
      rollback: {
        steps: sample.rollback.steps.filter((step) => step.undoes < 3),
        pointOfNoReturn: null,
      },
      verifications: [],
    });
    const summary = textOf(sectionOf('executive-summary', single).blocks);
    expect(summary).toContain('1 migration of the project bookshop does this.');
    expect(summary).toContain('Every step can be undone exactly.');
  });
});

describe('the back-out plan', () => {
  test('goes backwards, with what is lost and what must be saved first', () => {
    const [table] = sectionOf('reverse-steps').blocks.filter((block) => block.kind === 'table');
    const ids = table?.rows.map((row) => row.anchor);
    expect(ids?.[0]).toBe('rollback-rb1');
    expect(textOf(sectionOf('save-first').blocks)).toContain('CREATE TABLE coupons_saved');
  });

  test('says that it is not known what an impossible step loses', () => {
    const [table] = sectionOf('reverse-steps').blocks.filter((block) => block.kind === 'table');
    const lost = table?.rows.map((row) => row.cells[6]?.[0]);
    expect(lost?.[0]).toMatchObject({ text: 'not known' });
    expect(lost?.[1]).toMatchObject({ text: 'All rows of coupons.' });
    expect(lost?.[2]).toMatchObject({ text: 'none' });
  });

  test('has a field for each question of a person', () => {
    expect(fieldsOf().map((field) => field.tag)).toContain('rollback.rb1.answer-1');
  });

  test('needs no restore when everything comes back', () => {
    expect(textOf(sectionOf('back-out-plan').blocks)).toContain('Restoring data');
    const calm = documentOf(unchangedProposal());
    expect(textOf(sectionOf('back-out-plan', calm).blocks)).not.toContain('Restoring data');
  });
});

describe('open points', () => {
  test('name tables of unknown size on which somebody waits for long, and no others', () => {
    const text = textOf(sectionOf('open-points').blocks);
    expect(text).toContain('The size of orders is not known');
    expect(text).not.toContain('The size of users');
    expect(text).not.toContain('The size of coupons');
  });

  test('name the objects of a drift up to five, and count the others', () => {
    const sample = sampleProposal();
    const [one] = sample.changes;
    if (one === undefined) throw new Error('the sample has changes');
    const drift = Array.from({ length: 7 }, () => one);
    const text = textOf(sectionOf('open-points', documentOf({ ...sample, drift })).blocks);
    expect(text).toContain('differs from the predicted one in 7 objects.');
    expect(text).toContain('And 2 more objects, as proposal.json says.');
  });

  test('name the steps back that ask a person, and the external systems that are to be told', () => {
    const calm = textOf(sectionOf('open-points', documentOf(unchangedProposal())).blocks);
    expect(calm).not.toContain('what only a person can answer');
    const sample = sampleProposal();
    const [object] = sample.dependencies;
    if (object === undefined) throw new Error('the sample has dependencies');
    const billing = { ...object, relation: 'external', other: 'Billing export' } as const;
    const made = documentOf({ ...sample, dependencies: [billing, ...sample.dependencies] });
    const text = textOf(sectionOf('open-points', made).blocks);
    expect(text).toMatch(/RB\d+.* what only a person can answer \(section 10\.2\)\./);
    expect(text).toContain('Billing export uses what the release changes (D1): its owner');
  });

  test('name what Rails cannot roll back', () => {
    expect(textOf(sectionOf('open-points').blocks)).toContain(
      'bin/rails db:rollback does not undo db/migrate/20261104101500_rework_orders.rb (line 5)',
    );
  });
});
