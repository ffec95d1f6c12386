import { applyOperation } from '../../apply/index.ts';
import type { WayBack } from '../../check/context.ts';
import type { OperationBody } from '../../model/operation.ts';
import type { Schema } from '../../model/schema.ts';
import { applied, check, column, index } from '../build.ts';
import {
  addColumn,
  addIndex,
  dropColumn,
  dropIndex,
  lines,
  renameColumn,
  setColumn,
  validate,
} from '../operations.ts';
import { casesOf, type RuleCase } from './case.ts';
import { my, orders, pg, users } from './schemas.ts';

const rule = casesOf('unsafe-down');

/** A migration whose author wrote the way back. */
function withDown(
  before: Schema,
  up: readonly OperationBody[],
  down: readonly OperationBody[],
  refused: WayBack['refused'] = [],
) {
  const written = { down: { kind: 'written', irreversible: [] } } as const;
  const operations = lines(...up);
  const after = applied(before, operations, applyOperation).at(-1)?.after ?? before;
  const back = applied(after, lines(...down), applyOperation, written);
  const left = back.at(-1)?.after ?? after;
  const [migration] = [
    ...back.map((step) => step.migration),
    ...applied(before, operations, applyOperation, written).map((step) => step.migration),
  ];
  const forward = { before, after, operations };
  const wayBack: readonly WayBack[] = migration
    ? [{ migration, forward, found: after, left, applied: back, refused }]
    : [];
  return [before, operations, { migration: written, options: { wayBack } }] as const;
}

function hit(name: string, says: string, ...given: Parameters<typeof withDown>): RuleCase {
  const [before, operations, rest] = withDown(...given);
  return rule.hit(name, before, operations, says, rest);
}

function miss(name: string, ...given: Parameters<typeof withDown>): RuleCase {
  return rule.miss(name, ...withDown(...given));
}

const renamed = renameColumn('users', 'name', 'title');
const required = column('name', 'text', { nullable: false });
const built = addIndex('users', index('index_users_on_age', ['age']), true);
const place = { path: 'db/migrate/20260101000000_change.rb', line: 9, column: 5, endLine: 9 };

/** Cases of ways back; those through the reader of Ruby stand beside `propose/way-back.ts`. */
export const wayBackCases: readonly RuleCase[] = [
  hit(
    'drops what up renamed',
    'users.title is dropped, which is name under its new name',
    pg(),
    [renamed],
    [dropColumn('users', 'title')],
  ),
  hit(
    'on MySQL',
    'users.title is dropped, which is name',
    my(),
    [renamed],
    [dropColumn('users', 'title')],
  ),
  hit(
    'adds NOT NULL without a default',
    '(add-column-not-null-no-default)',
    pg(),
    [dropColumn('users', 'name')],
    [addColumn('users', required)],
  ),
  hit(
    'drops another column',
    'Rolling back Change: Dropping users.age',
    pg(),
    [addColumn('users', column('years', 'integer'))],
    [dropColumn('users', 'age')],
  ),
  hit(
    'undoes nothing',
    'it undoes nothing: column users.years stays',
    pg(),
    [addColumn('users', column('years', 'integer'))],
    [],
  ),
  hit(
    'undoes a part',
    'column users.nick stays.',
    pg(),
    [addColumn('users', column('years', 'integer')), addColumn('users', column('nick', 'text'))],
    [dropColumn('users', 'years')],
  ),
  hit(
    'drops the index while others wait',
    'which was built concurrently (drop-index)',
    pg(),
    [built],
    [dropIndex('users', 'index_users_on_age')],
  ),
  hit(
    'stops',
    'Rolling back Change: it stops, because there is no column nick.',
    pg(),
    [renamed],
    [],
    [{ source: place, reason: 'there is no column nick' }],
  ),
  hit(
    'is not known',
    'nobody knows what it does',
    pg(),
    [renamed],
    [],
    [{ source: place, reason: 'migdocs could not work it out', unread: true }],
  ),
  miss('renames back', pg(), [renamed], [renameColumn('users', 'title', 'name')]),
  miss(
    'drops what up added',
    pg(),
    [addColumn('users', column('nick', 'text'))],
    [dropColumn('users', 'nick')],
  ),
  miss(
    'drops what up added and renamed',
    pg(),
    [addColumn('users', column('nick', 'text')), renameColumn('users', 'nick', 'handle')],
    [dropColumn('users', 'handle')],
  ),
  miss(
    'drops the index concurrently',
    pg(),
    [built],
    [dropIndex('users', 'index_users_on_age', true)],
  ),
  miss(
    'tells upper from lower case as before',
    pg(),
    [setColumn('users', column('name', 'citext'))],
    [setColumn('users', column('name', 'text'))],
  ),
  miss(
    'leaves a constraint validated',
    pg({ tables: [{ ...users, checkConstraints: [check('adult', 'age > 17', false)] }, orders] }),
    [validate('users', 'adult')],
    [],
  ),
];
