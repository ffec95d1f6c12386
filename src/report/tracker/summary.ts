import type { ReportContext } from '../context.ts';
import { changeCounts } from '../describe/counts.ts';
import { REVIEW_WORDS, severityWord } from '../describe/terms.ts';
import { preChecks } from '../pre-checks.ts';
import { BANDS, overallBand } from '../risk-rating.ts';
import type { CellValue, Sheet } from '../types.ts';
import { filled, formula, input, sheet } from './cells.ts';
import { GATE_TONES, STEP_STATUS, YES } from './choices.ts';
import { gates, STEPS_OVER } from './gates.ts';
import { HIGH_RISKS_OPEN, highRiskCount } from './high-risks.ts';
import { SHEETS } from './names.ts';

type SheetFact = Sheet['facts'][number];

export function summarySheet(context: ReportContext): Sheet {
  return sheet({
    name: SHEETS.summary,
    purpose:
      'Where the change stands, computed from the other sheets, and the gates that people decide.',
    orientation: 'portrait',
    facts: [...keyFacts(context), ...progress(context)],
    columns: [
      filled('gate', 'Gate', 24),
      filled('criterion', 'Go when', 60),
      filled('status', 'Status', 12, { tones: GATE_TONES }),
      input('decidedBy', 'Decided by', 22, 'Who confirms the gate'),
      input('decidedOn', 'Decided on', 16, null, { type: 'date' }),
    ],
    values: gates(context),
  });
}

function keyFacts({ facts }: ReportContext): readonly SheetFact[] {
  const { verdict } = facts;
  return [
    { label: 'Change', value: facts.title },
    { label: 'Change id', value: facts.changeId ?? 'not supplied' },
    { label: 'Project', value: facts.project },
    { label: 'Document', value: facts.documentId },
    { label: 'Input digest', value: `sha256:${facts.digest}` },
    { label: 'Changes of objects', value: changeCounts(verdict.counts) },
    { label: 'Most severe finding', value: severityWord(verdict.severity) },
    { label: 'Review needed', value: REVIEW_WORDS[verdict.review] },
    { label: 'Not understood', value: verdict.opaque },
    { label: 'Point of no return', value: pointWords(facts) },
  ];
}

/** The first step that cannot be undone exactly, in words. */
function pointWords({ steps, verdict }: ReportContext['facts']): string {
  const step = steps.find(({ id }) => id === verdict.pointOfNoReturn);
  return step === undefined
    ? 'none: every step can be undone exactly'
    : `${step.id}: ${step.words}`;
}

const STATUS = `[${SHEETS.run}!status]`;
const RUN_IDS = `[${SHEETS.run}!id]`;

/** Position of the first row that is still to be started; an error when there is none. */
const NEXT_ROW = `MATCH(1,INDEX((${STATUS}="${STEP_STATUS.notStarted}")+(${STATUS}="${STEP_STATUS.ready}"),0),0)`;

function progress(context: ReportContext): readonly SheetFact[] {
  const { facts } = context;
  const todo = [...preChecks(context).map(({ id, text }) => ({ id, words: text })), ...facts.steps];
  const [next] = todo;
  const countStatus = (status: string) => `COUNTIF(${STATUS},"${status}")`;
  return [
    { label: 'Overall risk', value: overallRisk(context) },
    {
      label: 'High and critical risks open',
      value: formula(HIGH_RISKS_OPEN, highRiskCount(context)),
    },
    { label: 'Rows of the run sheet', value: formula(`COUNTA(${RUN_IDS})`, todo.length) },
    { label: 'Done', value: formula(countStatus(STEP_STATUS.done), 0) },
    { label: 'Skipped', value: formula(countStatus(STEP_STATUS.skipped), 0) },
    {
      label: 'Done or skipped, in percent',
      value: formula(
        `IF(COUNTA(${RUN_IDS})=0,0,ROUND(100*(${STEPS_OVER})/COUNTA(${RUN_IDS}),0))`,
        0,
      ),
    },
    { label: 'In progress', value: formula(countStatus(STEP_STATUS.inProgress), 0) },
    { label: 'Blocked', value: formula(countStatus(STEP_STATUS.blocked), 0) },
    {
      label: 'Next',
      value: formula(
        `IFERROR(INDEX(${RUN_IDS},${NEXT_ROW})&": "&INDEX([${SHEETS.run}!action],${NEXT_ROW}),"none")`,
        next === undefined ? 'none' : `${next.id}: ${next.words}`,
      ),
    },
    {
      label: 'Rollback steps',
      value: formula(`COUNTA([${SHEETS.rollback}!id])`, facts.rollback.length),
    },
    {
      label: 'Rollback steps rehearsed',
      value: formula(`COUNTIF([${SHEETS.rollback}!rehearsed],"${YES}")`, 0),
    },
    {
      label: 'Passed the point of no return',
      value: pointOfNoReturn(facts.verdict.pointOfNoReturn),
    },
  ];
}

/** The highest band that any risk has. */
function overallRisk({ facts }: ReportContext): CellValue {
  const bands = `[${SHEETS.risks}!band]`;
  const chosen = BANDS.reduceRight(
    (otherwise, { band }) => `IF(COUNTIF(${bands},"${band}")>0,"${band}",${otherwise})`,
    '"none"',
  );
  return formula(chosen, overallBand(facts.risks) ?? 'none');
}

function pointOfNoReturn(step: string | null): CellValue {
  if (step === null) return 'there is none';
  return formula(
    `IF(COUNTIFS(${RUN_IDS},"${step}",${STATUS},"${STEP_STATUS.done}")>0,"yes","not yet")`,
    'not yet',
  );
}
