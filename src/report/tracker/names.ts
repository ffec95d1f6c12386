/** Names of the sheets, which links and formulas use. */
export const SHEETS = {
  summary: 'Summary',
  changes: 'Changes',
  dependencies: 'Dependencies',
  order: 'Order',
  run: 'Run sheet',
  rollback: 'Rollback',
  verification: 'Verification',
  risks: 'Risks',
  openPoints: 'Open points',
  approvals: 'Approvals',
  objects: 'Objects',
  inputs: 'Inputs',
  notUnderstood: 'Not understood',
  readMe: 'Read me',
} as const;
