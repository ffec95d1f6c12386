import { code, fact, factList, field, section } from '../blocks.ts';
import { CHANGE_TYPES, PRIORITIES } from '../choices.ts';
import type { ReportContext } from '../context.ts';
import { NO_CHANGE } from '../describe/counts.ts';
import { engineWords } from '../describe/engine.ts';
import { changeVerbs } from '../describe/verbs.ts';
import type { ReportSection } from '../types.ts';
import { sentenceCase } from '../words/index.ts';

export function changeRecord({ facts, proposal }: ReportContext): ReportSection {
  const verbs = changeVerbs(facts.changes);
  return section({
    anchor: 'change-record',
    title: '1 Change record',
    startsOnNewPage: true,
    blocks: [
      factList(
        fact(
          'Change id',
          field('text', 'record.change-id', 'Number of the change', { value: facts.changeId }),
        ),
        fact('Title', facts.title),
        fact('In short', verbs === '' ? NO_CHANGE : `${sentenceCase(verbs)}.`),
        fact(
          'Type',
          field('choice', 'record.type', 'Type of the change', { choices: CHANGE_TYPES }),
        ),
        fact('Category', 'Database schema'),
        fact('Database', `${engineWords(proposal.engine)}, schema of ${facts.project}`),
        fact(
          'Requester',
          field('text', 'record.requester', 'Who requests the change', {
            value: proposal.options.requester,
          }),
        ),
        fact('Owner team', field('text', 'record.team', 'Team that answers for the service')),
        fact('Services affected', field('text', 'record.services', 'Services and systems')),
        fact('Environments', field('text', 'record.environments', 'Where it is deployed')),
        fact('Window from', field('date', 'record.window-start', 'Start of the window, with zone')),
        fact('Window to', field('date', 'record.window-end', 'End of the window, with zone')),
        fact('Ticket or pull request', field('text', 'record.ticket', 'Link or number')),
        fact('Release', field('text', 'record.release', 'Release that carries it')),
        fact('Priority', field('choice', 'record.priority', 'Priority', { choices: PRIORITIES })),
        fact('Classification', facts.classification ?? 'not supplied'),
        fact('Input digest', code(`sha256:${facts.digest}`)),
      ),
    ],
  });
}
