import { fact, factList, field, section } from '../blocks.ts';
import { EXECUTION_RESULTS } from '../choices.ts';
import type { ReportSection } from '../types.ts';

export function executionRecord(): ReportSection {
  return section({
    anchor: 'execution-record',
    title: '17 Execution record',
    startsOnNewPage: true,
    blocks: [
      factList(
        fact('Started', field('text', 'execution.start', 'Date, time, zone')),
        fact('Ended', field('text', 'execution.end', 'Date, time, zone')),
        fact('Executed by', field('text', 'execution.by', 'Name')),
        fact('Observed by', field('text', 'execution.observer', 'A second person')),
        fact(
          'Deviations',
          field('text', 'execution.deviations', 'What went otherwise than planned'),
        ),
        fact(
          'Result',
          field('choice', 'execution.result', 'Result', { choices: EXECUTION_RESULTS }),
        ),
        fact('Evidence', field('text', 'execution.evidence', 'Link to logs')),
      ),
    ],
  });
}

export function postImplementationReview(): ReportSection {
  return section({
    anchor: 'post-implementation-review',
    title: '18 Post-implementation review',
    blocks: [
      factList(
        fact(
          'Objectives met',
          field('text', 'review.objectives', 'Was the benefit of section 3 reached?'),
        ),
        fact('Incidents', field('text', 'review.incidents', 'Incidents that came of it')),
        fact('Unplanned downtime', field('text', 'review.downtime', 'Minutes, and of what')),
        fact('Lessons', field('text', 'review.lessons', 'What to do otherwise next time')),
        fact(
          'Follow-ups',
          field('text', 'review.follow-ups', 'What is left to do, and who does it'),
        ),
        fact('Closed by', field('text', 'review.closed-by', 'Name')),
        fact('Closed on', field('date', 'review.closed-on', 'Date')),
      ),
    ],
  });
}
