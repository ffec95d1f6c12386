import { ENGINE_NAMES } from '../../model/engine.ts';
import type { ProposalFacts } from '../types.ts';

/** `PostgreSQL 16`, or the name alone when the version is not known. */
export function engineWords({ engine }: Pick<ProposalFacts, 'engine'>): string {
  const version = engine.version === null ? '' : ` ${engine.version}`;
  return `${ENGINE_NAMES[engine.name]}${version}`;
}
