import { code, column, field, paragraph, row, section, subheading, table } from '../blocks.ts';
import type { ReportContext, StepFact } from '../context.ts';
import { commandOf } from '../effects.ts';
import { idAnchor, idLinks } from '../links.ts';
import { phaseOf } from '../phase.ts';
import { preChecks } from '../pre-checks.ts';
import type { ReportBlock, ReportSection } from '../types.ts';

export function implementationPlan(context: ReportContext): readonly ReportSection[] {
  return [
    section({
      anchor: 'implementation-plan',
      title: '8 Implementation plan',
      orientation: 'landscape',
      startsOnNewPage: true,
      blocks: [
        paragraph(
          'The steps run in this order. Clock times carry their zone. The phases are proposed by the kind of step; people may move steps between releases.',
        ),
        subheading('Before the first step'),
        preCheckTable(context),
        subheading('Steps'),
        stepTable(context),
      ],
    }),
  ];
}

function preCheckTable(context: ReportContext): ReportBlock {
  return table(
    [column('Id', 1), column('Must hold', 10), column('Holds', 1, 'center'), column('Owner', 3)],
    preChecks(context).map(({ id, text }) =>
      row([
        id,
        text,
        field('checkbox', `precheck.${id.toLowerCase()}.done`, 'Holds'),
        field('text', `precheck.${id.toLowerCase()}.owner`, 'Owner'),
      ]),
    ),
    { whenEmpty: 'Nothing has to hold.' },
  );
}

function stepTable(context: ReportContext): ReportBlock {
  return table(
    [
      column('Step', 1),
      column('Migration', 1),
      column('Phase', 2),
      column('Action', 5),
      column('Command', 6),
      column('Verify', 1),
      column('Undo', 1),
      column('Owner', 3),
      column('Planned start', 2),
      column('Minutes', 1),
      column('Start and end', 2),
    ],
    context.facts.steps.map((step) => stepRow(context, step)),
    { whenEmpty: 'There are no steps.' },
  );
}

function stepRow(context: ReportContext, step: StepFact) {
  const tag = `step.${step.id.toLowerCase()}`;
  const checks = context.facts.verifications.filter(
    (one) => one.step === step.id && one.when === 'forward',
  );
  return row(
    [
      step.id,
      step.migration,
      phaseOf(step),
      step.words,
      code(commandOf(context, step)),
      idLinks(
        'verification',
        checks.map((one) => one.id),
      ),
      idLinks('rollback', step.rollback),
      field('text', `${tag}.owner`, 'Owner'),
      field('text', `${tag}.planned`, 'T+00:00'),
      field('text', `${tag}.minutes`, 'Estimate'),
      field('text', `${tag}.actual`, 'On the day'),
    ],
    { anchor: idAnchor('step', step.id) },
  );
}
