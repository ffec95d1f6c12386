import type { DraftedBy } from '../../model/hazard.ts';
import { REVIEW_CLASSES, REVIEW_MODIFIERS } from '../../model/review-policy.ts';
import type { RollbackClass } from '../../model/rollback.ts';
import { MODIFIERS, POLICY } from './policy.ts';

const DRAFTS: { readonly [D in DraftedBy]: string } = {
  tool: 'a tool',
  staged: 'a tool, in stages',
  person: 'a person',
};

const ROLLBACKS: { readonly [R in RollbackClass]: string } = {
  automatic: 'automatic',
  assisted: 'assisted',
  humanOnly: '**human-only**',
};

/** The review policy in words, Markdown, as `docs/review-policy.md` holds it. */
export function policyPage(): string {
  return [
    '# Review policy',
    '',
    'Each operation falls under one class. The class says who may draft the migration, how it may be',
    'rolled back at best, and how much review it needs; what is known around the operation makes that',
    'stricter. A migration and the release get the maximum of their operations, each with its reasons.',
    '',
    '| Level | Who looks |',
    '| --- | --- |',
    "| spot | the author's peer, at a glance |",
    '| thorough | a second engineer, with the rehearsal and the plan of the way back |',
    '| mandatory | the DBA or the owner of the data signs in the change ticket before the merge |',
    '',
    '| Rollback | Who starts it |',
    '| --- | --- |',
    '| automatic | it may run unattended |',
    '| assisted | it is prepared, a person starts it |',
    '| human-only | what is lost cannot come back from the schema alone; nothing loosens it |',
    '',
    'A table is small below 10,000 rows and large from 1,000,000 on; `thresholds` of `migdocs.yml` sets',
    'other limits. A table of unknown size counts as large.',
    '',
    '## Classes',
    '',
    '| Class | When | Drafted by | Rollback | Review | Mandatory when |',
    '| --- | --- | --- | --- | --- | --- |',
    ...classRows(),
    '',
    '## Modifiers',
    '',
    '| Modifier | When | What it does |',
    '| --- | --- | --- |',
    ...REVIEW_MODIFIERS.map((modifier) => {
      const { when, does } = MODIFIERS[modifier];
      return row([`\`${modifier}\``, when, does]);
    }),
    '',
    'The release has gates besides: findings that raise no level and are settled before anything runs. A',
    'missing `lock_timeout` is one.',
    '',
    ...overriding(),
  ].join('\n');
}

function classRows(): readonly string[] {
  return [...REVIEW_CLASSES]
    .sort((a, b) => order(a) - order(b))
    .map((name) => {
      const { title, draft, drafting, rollback, wayBack, level, escalates } = POLICY[name];
      return row([
        `\`${name}\``,
        title,
        drafting === undefined ? DRAFTS[draft] : `${DRAFTS[draft]}: ${drafting}`,
        `${ROLLBACKS[rollback]}: ${wayBack}`,
        level,
        escalates.length === 0 ? '–' : escalates.join('; '),
      ]);
    });
}

/** Related classes stand together, as in the policy itself. */
function order(name: string): number {
  return Object.keys(POLICY).indexOf(name);
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function overriding(): readonly string[] {
  return [
    '## What a team asks for instead',
    '',
    '`review` of `migdocs.yml` sets classes, tables and modifiers otherwise. Each entry has its reason,',
    'which the documents show; an unknown class is an error that names the nearest known one.',
    '',
    '```yaml',
    'review:',
    '  policy:',
    '    - class: add-index-small',
    '      level: thorough',
    '      reason: the names of indexes are agreed with the DBA',
    '    - class: rename-column',
    '      level: mandatory',
    '      draft: person',
    '      reason: there is one deploy a week',
    '  tables:',
    '    - tables: ["payments*"]',
    '      level: mandatory',
    '      reason: money',
    '  modifiers:',
    '    - modifier: raw-sql',
    '      effect: none',
    '      reason: we write our migrations in SQL',
    '```',
    '',
    '- `policy` takes the place of what the class says: `level`, `draft` (`tool`, `staged`, `person`) and',
    '  `rollback` (`automatic`, `assisted`, `humanOnly`). A level can be less than the policy’s, but not',
    '  that of a class whose rollback is human-only.',
    '- `tables` sets the least review of whatever touches or locks these tables; `*` stands for any',
    '  characters.',
    '- `modifiers` says what a modifier does to the level: `none`, `raise` for one level more, or the',
    '  least level. What it says of the rollback stays.',
    '',
  ];
}
