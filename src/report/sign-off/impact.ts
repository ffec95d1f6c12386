import { alike } from '../alike.ts';
import { column, field, paragraph, row, section, table } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import {
  certaintyWords,
  DIRECTION_WORDS,
  otherWords,
  RELATION_WORDS,
} from '../describe/dependency.ts';
import { idLinks } from '../links.ts';
import type { ReportSection, TableRow } from '../types.ts';
import { describeReference } from '../words/index.ts';

type DependencyFact = ReportContext['facts']['dependencies'][number];

/** Rows for systems that no file names. */
const SPARE_ROWS = 3;

export function impact({ facts }: ReportContext): ReportSection {
  return section({
    anchor: 'impact',
    title: '6 Impact and dependencies',
    orientation: 'landscape',
    startsOnNewPage: true,
    blocks: [
      paragraph(
        'What the changed objects depend on and what depends on them, as far as the files say. Systems that no file names, such as reports, replicas and other services, belong in the last rows.',
      ),
      table(
        [
          column('Id', 2),
          column('Change', 1),
          column('Object', 3),
          column('Relation', 3),
          column('Other object', 5),
          column('How it is known', 2),
          column('What the change means for it', 5),
          column('Owner', 2),
          column('Told', 1, 'center'),
        ],
        [...alike(facts.dependencies, sameButOther).map(dependencyRow), ...spareRows()],
        { whenEmpty: 'The files name no dependency of what changes.' },
      ),
    ],
  });
}

/** All but what two dependencies on different objects differ in. */
function sameButOther({ id: _, other: __, ...same }: DependencyFact): unknown {
  return same;
}

function dependencyRow(group: readonly DependencyFact[]): TableRow {
  const [one] = group;
  if (one === undefined) return row([]);
  const tag = `impact.${one.id.toLowerCase()}`;
  return row([
    group.map(({ id }) => id).join(', '),
    idLinks('change', one.changes),
    describeReference(one.object),
    `${DIRECTION_WORDS[one.direction]}: ${RELATION_WORDS[one.relation]}`,
    group.map(otherWords).join('\n'),
    certaintyWords(one),
    one.effect,
    field('text', `${tag}.owner`, 'Owner'),
    field('checkbox', `${tag}.told`, 'Told'),
  ]);
}

function spareRows(): readonly TableRow[] {
  return Array.from({ length: SPARE_ROWS }, (_, position) => {
    const tag = `impact.more-${position + 1}`;
    return row([
      '–',
      field('text', `${tag}.change`, 'Id'),
      field('text', `${tag}.object`, 'Object'),
      field('text', `${tag}.relation`, 'Relation'),
      field('text', `${tag}.other`, 'System'),
      'by a person',
      field('text', `${tag}.effect`, 'What it means for it'),
      field('text', `${tag}.owner`, 'Owner'),
      field('checkbox', `${tag}.told`, 'Told'),
    ]);
  });
}
