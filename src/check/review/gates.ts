import type { Hazard } from '../../model/hazard.ts';

/** Rules whose finding raises no level: it is settled before anything runs. */
const GATES: readonly string[] = ['no-lock-timeout'];

export function isGate({ rule }: Hazard): boolean {
  return GATES.includes(rule);
}
