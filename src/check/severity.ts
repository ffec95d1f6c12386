import { REVIEW_LEVELS, type ReviewLevel, SEVERITIES, type Severity } from '../model/hazard.ts';

/** The most severe of them; null for none. */
export function weightiest(severities: readonly Severity[]): Severity | null {
  return SEVERITIES.findLast((severity) => severities.includes(severity)) ?? null;
}

/** One level less severe; `info` stays. */
export function lowered(severity: Severity): Severity {
  return SEVERITIES[SEVERITIES.indexOf(severity) - 1] ?? 'info';
}

/** The strictest of them; `spot` for none. */
export function strictest(levels: readonly ReviewLevel[]): ReviewLevel {
  return REVIEW_LEVELS.findLast((level) => levels.includes(level)) ?? 'spot';
}

/** One level stricter; `mandatory` stays. */
export function raised(level: ReviewLevel): ReviewLevel {
  return REVIEW_LEVELS[REVIEW_LEVELS.indexOf(level) + 1] ?? 'mandatory';
}
