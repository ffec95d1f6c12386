import { alike } from '../alike.ts';
import {
  code,
  column,
  list,
  paragraph,
  row,
  section,
  strong,
  subheading,
  table,
} from '../blocks.ts';
import { idRanges } from '../by-rule.ts';
import type { ReportContext, StepFact } from '../context.ts';
import { CLASS_WORDS, DRAFT_WORDS, REVIEW_WORDS } from '../describe/terms.ts';
import { idLinks } from '../links.ts';
import type { ReportBlock, ReportSection } from '../types.ts';
import { sentenceCase } from '../words/index.ts';

/** Who must look at what, and why: by the review policy, raised by what is known around each step. */
export function reviewNeeded({ facts }: ReportContext): ReportSection {
  return section({
    anchor: 'review-needed',
    title: '7.3 Review needed',
    level: 2,
    orientation: 'landscape',
    blocks: [
      paragraph(
        'The release needs a ',
        strong(REVIEW_WORDS[facts.verdict.review]),
        facts.verdict.reviewReasons.length === 0
          ? '.'
          : `, because ${facts.verdict.reviewReasons.join('; ')}.`,
        ' Spot: a peer of the author looks it over. Thorough: a second engineer checks the plan and runs the rehearsal. Mandatory: the DBA or the owner signs before it is merged.',
      ),
      ...gates(facts.verdict.gates),
      subheading('By migration'),
      byMigration(facts.migrations),
      subheading('By step'),
      byStep(facts.steps),
    ],
  });
}

function gates(sentences: readonly string[]): readonly ReportBlock[] {
  return sentences.length === 0 ? [] : [subheading('Before anything runs'), list(sentences)];
}

function byMigration(migrations: ReportContext['facts']['migrations']): ReportBlock {
  return table(
    [
      column('Id', 1),
      column('File', 7),
      column('Review', 3),
      column('Who may undo it', 3),
      column('Because', 9),
    ],
    migrations.map(({ id, path, review, rollbackClass, reviewReasons }) =>
      row([
        id,
        code(path),
        sentenceCase(REVIEW_WORDS[review]),
        sentenceCase(CLASS_WORDS[rollbackClass]),
        reviewReasons.join('; '),
      ]),
    ),
    { whenEmpty: 'There is no migration: two schema files are compared.' },
  );
}

/** Steps of one class that need the same for the same reasons, together. */
function byStep(steps: readonly StepFact[]): ReportBlock {
  const groups = alike(steps, ({ review, reviewClass, reviewReasons, draft, rollbackClass }) => [
    review,
    reviewClass,
    reviewReasons,
    draft,
    rollbackClass,
  ]);
  return table(
    [
      column('Steps', 2),
      column('Class', 4),
      column('Review', 3),
      column('Who may write it', 3),
      column('Who may undo it', 3),
      column('Because', 9),
    ],
    groups.map(stepRow),
    { whenEmpty: 'There is no step: two schema files are compared.' },
  );
}

function stepRow(group: readonly StepFact[]) {
  const [first] = group;
  if (first === undefined) return row([]);
  const ids = group.map(({ id }) => id);
  return row([
    ids.length < 3 ? idLinks('step', ids) : idRanges(ids),
    code(first.reviewClass),
    sentenceCase(REVIEW_WORDS[first.review]),
    sentenceCase(DRAFT_WORDS[first.draft]),
    sentenceCase(CLASS_WORDS[first.rollbackClass]),
    first.reviewReasons.join('; '),
  ]);
}
