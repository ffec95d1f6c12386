/** What a person can decide; the documents share the words. */
export const APPROVE = 'Approve';
export const APPROVE_WITH_CONDITIONS = 'Approve with conditions';

export const DECISIONS: readonly string[] = [
  APPROVE,
  APPROVE_WITH_CONDITIONS,
  'Reject',
  'Defer',
  'Not applicable',
];

export const CHANGE_TYPES: readonly string[] = ['Standard', 'Normal', 'Emergency'];

export const PRIORITIES: readonly string[] = ['Low', 'Medium', 'High', 'Critical'];

export const TEST_RESULTS: readonly string[] = ['Pass', 'Pass with remarks', 'Fail', 'Not run'];

export const EXECUTION_RESULTS: readonly string[] = [
  'Successful',
  'Successful with deviations',
  'Backed out',
  'Failed',
];

export const RATINGS: readonly string[] = ['1', '2', '3', '4', '5'];
