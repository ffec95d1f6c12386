import { column, field, paragraph, row, section, table } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import { CERTAINTY_WORDS, DIRECTION_WORDS, RELATION_WORDS } from '../describe/dependency.ts';
import { idLinks } from '../links.ts';
import type { ReportSection } from '../types.ts';
import { describeReference } from '../words/index.ts';

export function impact({ facts }: ReportContext): ReportSection {
  return section({
    anchor: 'impact',
    title: '6 Impact and dependencies',
    orientation: 'landscape',
    startsOnNewPage: true,
    blocks: [
      paragraph(
        'What the changed objects depend on and what depends on them, as far as the files say. Systems that no file names have to be added by those who know them.',
      ),
      table(
        [
          column('Id', 1),
          column('Change', 1),
          column('Object', 3),
          column('Relation', 3),
          column('Other object', 3),
          column('How it is known', 3),
          column('What the change means for it', 5),
          column('Owner', 2),
          column('Told', 1, 'center'),
        ],
        facts.dependencies.map((one) =>
          row([
            one.id,
            idLinks('change', one.changes),
            describeReference(one.object),
            `${DIRECTION_WORDS[one.direction]}: ${RELATION_WORDS[one.relation]}`,
            one.other,
            CERTAINTY_WORDS[one.certainty],
            one.effect,
            field('text', `impact.${one.id.toLowerCase()}.owner`, 'Owner'),
            field('checkbox', `impact.${one.id.toLowerCase()}.told`, 'Told'),
          ]),
        ),
        { whenEmpty: 'The files name no dependency of what changes.' },
      ),
    ],
  });
}
