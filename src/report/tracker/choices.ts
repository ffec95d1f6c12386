import { DECISIONS } from '../choices.ts';
import { RELATION_WORDS } from '../describe/dependency.ts';
import { PHASES } from '../phase.ts';
import type { ChoiceList, SheetColumn } from '../types.ts';

/** Status of a step of the run sheet. */
export const STEP_STATUS = {
  notStarted: 'Not started',
  ready: 'Ready',
  inProgress: 'In progress',
  done: 'Done',
  blocked: 'Blocked',
  skipped: 'Skipped',
  rolledBack: 'Rolled back',
} as const;

export const CHOICE_LISTS: readonly ChoiceList[] = [
  { name: 'StepStatus', values: Object.values(STEP_STATUS) },
  { name: 'Phase', values: PHASES },
  { name: 'Environment', values: ['Development', 'Test', 'Staging', 'Production'] },
  { name: 'ReviewStatus', values: ['Open', 'In review', 'Accepted', 'Rejected'] },
  { name: 'YesNo', values: ['Yes', 'No'] },
  { name: 'PassFail', values: ['Pass', 'Fail', 'Not run'] },
  { name: 'Rating', values: ['1', '2', '3', '4', '5'] },
  { name: 'RiskStatus', values: ['Open', 'Mitigated', 'Accepted', 'Closed'] },
  { name: 'DependencyStatus', values: ['Open', 'Contacted', 'Agreed', 'Not affected', 'Blocked'] },
  { name: 'PointStatus', values: ['Open', 'Settled', 'Not needed'] },
  {
    name: 'Relation',
    values: Object.values(RELATION_WORDS),
  },
  { name: 'Decision', values: DECISIONS },
  { name: 'GateStatus', values: ['Go', 'No-go'] },
];

export const STEP_TONES: SheetColumn['tones'] = {
  [STEP_STATUS.done]: 'good',
  [STEP_STATUS.inProgress]: 'attention',
  [STEP_STATUS.blocked]: 'bad',
  [STEP_STATUS.rolledBack]: 'bad',
  [STEP_STATUS.skipped]: 'neutral',
};

export const REVIEW_OPEN = 'Open';
export const REVIEW_DONE = 'Accepted';

export const REVIEW_TONES: SheetColumn['tones'] = {
  [REVIEW_OPEN]: 'attention',
  [REVIEW_DONE]: 'good',
  Rejected: 'bad',
};

/** Of severities and of bands alike. */
export const RISK_TONES: SheetColumn['tones'] = {
  danger: 'bad',
  warning: 'attention',
  critical: 'bad',
  high: 'bad',
  moderate: 'attention',
  low: 'neutral',
};

export const PASS = 'Pass';
export const PASS_TONES: SheetColumn['tones'] = { [PASS]: 'good', Fail: 'bad' };

export const YES = 'Yes';
export const OPEN = 'Open';

export const GO = 'Go';
export const NO_GO = 'No-go';
export const GATE_TONES: SheetColumn['tones'] = { [GO]: 'good', [NO_GO]: 'bad' };
