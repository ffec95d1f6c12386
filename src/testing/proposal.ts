import { createHash } from 'node:crypto';
import { summarised } from '../check/review/summary.ts';
import type { LockClaim } from '../model/lock.ts';
import type { Migration } from '../model/migration.ts';
import { NO_PROJECT_FACTS } from '../model/project-facts.ts';
import type { InputFile, Proposal, Step } from '../model/proposal.ts';
import { definitionsOf } from '../propose/definitions.ts';
import { CHANGES } from './sample/changes.ts';
import { DEPENDENCIES, HAZARDS, lock, ROLLBACK, VERIFICATIONS } from './sample/findings.ts';
import { at, MIGRATIONS, PATHS } from './sample/migrations.ts';
import { AFTER, BEFORE, STAGES } from './sample/schema.ts';
import { schemaText } from './sample/schema-text.ts';

const REVIEWED = {
  class: 'add-column-nullable',
  draft: 'tool',
  rollback: 'automatic',
  rollbackReason: null,
} as const;

/** What was worked out about each step, in order: SQL, locks, changes, review. */
const WORKED_OUT: readonly Pick<Step, 'sql' | 'locks' | 'changes' | 'review'>[] = [
  worked(["CREATE TYPE shipment_status AS ENUM ('pending', 'sent', 'delivered');"], [], [0]),
  worked(
    [
      "CREATE TABLE shipments (id bigserial PRIMARY KEY, order_id bigint NOT NULL, status shipment_status DEFAULT 'pending' NOT NULL, tracking_number character varying, created_at timestamp(6) NOT NULL);",
      'CREATE UNIQUE INDEX index_shipments_on_order_id ON shipments (order_id);',
      "COMMENT ON TABLE shipments IS 'Parcels on their way';",
    ],
    [],
    [6],
  ),
  worked(
    [
      'ALTER TABLE shipments ADD CONSTRAINT fk_rails_7fc21b6ec1 FOREIGN KEY (order_id) REFERENCES orders (id);',
    ],
    [lock('orders', 'shareRowExclusive', 'scan')],
    [6],
  ),
  worked(
    ['ALTER TABLE orders RENAME COLUMN state TO status;'],
    [lock('orders', 'accessExclusive')],
    [2],
    ['code that is running uses the old name'],
  ),
  worked(
    ['ALTER TABLE orders ALTER COLUMN total_cents TYPE bigint;'],
    [lock('orders', 'accessExclusive', 'rewrite')],
    [3],
    ['the table is rewritten while nobody can read it'],
  ),
  worked(
    ['ALTER TABLE orders DROP COLUMN legacy_ref;'],
    [lock('orders', 'accessExclusive')],
    [4, 5],
    ['data is lost'],
  ),
  worked(
    ['ALTER TABLE users ADD COLUMN loyalty_points integer DEFAULT 0 NOT NULL;'],
    [lock('users', 'accessExclusive')],
    [7],
  ),
  worked([], [lock('users', 'rowExclusive', 'scan')], []),
  worked(
    ['CREATE UNIQUE INDEX index_users_on_email ON users (email);'],
    [lock('users', 'share', 'indexBuild')],
    [8],
  ),
  worked(['DROP TABLE coupons;'], [lock('coupons', 'accessExclusive')], [1], ['data is lost']),
  worked([], [], [], ['it was not understood']),
];

function worked(
  sql: readonly string[],
  locks: readonly LockClaim[],
  changes: readonly number[],
  mandatory: readonly string[] = [],
): Pick<Step, 'sql' | 'locks' | 'changes' | 'review'> {
  const review =
    mandatory.length > 0
      ? { ...REVIEWED, level: 'mandatory' as const, reasons: mandatory }
      : { ...REVIEWED, level: 'spot' as const, reasons: ['no finding asks for more'] };
  return { sql, locks, changes, review };
}

function steps(): readonly Step[] {
  const operations = MIGRATIONS.flatMap((migration) =>
    migration.operations.map((operation) => ({ migration, operation })),
  );
  return operations.map((each, position) => {
    const known = WORKED_OUT[position];
    const before = STAGES[position];
    const after = STAGES[position + 1];
    if (known === undefined || before === undefined || after === undefined) {
      throw new Error(`nothing worked out for step ${position}`);
    }
    return { ...each, before, after, ...known };
  });
}

function reviewsOf(reviewed: readonly Step[]): Proposal['reviews'] {
  const each = reviewed.map(({ review }) => review);
  return summarised(reviewed, each, []);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function input(path: string, role: InputFile['role'], text: string): InputFile {
  return { path, role, sha256: sha256(text), bytes: Buffer.byteLength(text) };
}

function inputOf(migration: Migration): InputFile {
  return input(migration.path, 'migration', migration.text);
}

/**
 * A whole proposal on PostgreSQL: 4 migrations, 11 steps, 9 changes of every kind, 6 hazards, a
 * rollback with all three fidelities, one opaque operation.
 */
export function sampleProposal(over: Partial<Proposal> = {}): Proposal {
  const beforeText = schemaText(BEFORE);
  const afterText = schemaText(AFTER);
  return {
    tool: { name: 'migdocs', version: '0.1.0' },
    project: 'bookshop',
    title: 'Shipments and loyalty points',
    slug: 'shipments-and-loyalty-points',
    date: '2026-11-06',
    digest: sha256([beforeText, ...MIGRATIONS.map((one) => one.text)].join('\0')),
    inputs: [
      input('db/schema.rb', 'schema', beforeText),
      ...MIGRATIONS.map(inputOf),
      input('config/database.yml', 'engine sign', 'adapter: postgresql\n'),
    ],
    engine: {
      engine: 'postgresql',
      version: '16',
      server: { name: 'postgresql', version: [16], decidedBy: 'migdocs.yml says so' },
      decidedBy: 'config/database.yml says adapter: postgresql',
    },
    rails: { major: 7, minor: 1 },
    base: {
      description: 'db/schema.rb at commit 1f0c2ab',
      commit: '1f0c2ab34d5e6f708192a3b4c5d6e7f801234567',
    },
    before: BEFORE,
    after: AFTER,
    schemaFile: { path: 'db/schema.rb', afterName: 'schema.after.rb', beforeText, afterText },
    migrations: MIGRATIONS,
    steps: steps(),
    changes: CHANGES,
    definitions: definitionsOf(CHANGES, BEFORE, AFTER),
    possibleRenames: [],
    hazards: HAZARDS,
    dependencies: DEPENDENCIES,
    rollback: { steps: ROLLBACK, pointOfNoReturn: 5 },
    verifications: VERIFICATIONS,
    drift: [],
    severity: 'danger',
    review: 'mandatory',
    reviews: reviewsOf(steps()),
    survey: null,
    projectFacts: NO_PROJECT_FACTS,
    opaque: [
      {
        text: 'LegacyCouponExport.call(dry_run: false)',
        reason: 'it calls LegacyCouponExport, which is not part of the migration',
        source: at(PATHS.coupons, 4),
      },
    ],
    assumptions: ['Rails.env is taken to be production.'],
    options: {
      classification: 'Internal',
      changeId: 'CHG-2041',
      requester: null,
      roles: [],
      groups: [
        {
          name: 'Sales',
          purpose: 'What is sold and to whom it goes',
          tables: ['order*', 'coupons', 'shipments'],
        },
        { name: 'People', purpose: null, tables: ['users', 'addresses'] },
      ],
      rows: { users: { rows: 1_200_000, basis: 'estimated', asOf: '2025-12-30' } },
      sizes: { small: 10_000, large: 1_000_000 },
      failOn: null,
    },
    ...over,
  };
}

/** The same project with a migration that changes nothing in the schema: no change, step or hazard. */
export function unchangedProposal(): Proposal {
  const sample = sampleProposal();
  return sampleProposal({
    title: 'Nothing',
    slug: 'nothing',
    after: sample.before,
    schemaFile: { ...sample.schemaFile, afterText: sample.schemaFile.beforeText },
    migrations: [],
    steps: [],
    changes: [],
    definitions: [],
    hazards: [],
    dependencies: [],
    rollback: { steps: [], pointOfNoReturn: null },
    verifications: [],
    severity: null,
    review: 'spot',
    reviews: reviewsOf([]),
    survey: null,
    projectFacts: NO_PROJECT_FACTS,
    opaque: [],
    assumptions: [],
    drift: null,
    date: null,
  });
}
