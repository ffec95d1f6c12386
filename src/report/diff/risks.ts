import { SEVERITIES } from '../../model/hazard.ts';
import { formatLocation } from '../../model/source.ts';
import type { DiffRisk } from '../types.ts';
import type { DiffInput } from './input.ts';

/** The hazards, the most severe first, else in the order of their ids as given. */
export function diffRisks(hazards: DiffInput['hazards']): readonly DiffRisk[] {
  const rank = ({ hazard }: DiffInput['hazards'][number]) => SEVERITIES.indexOf(hazard.severity);
  return hazards
    .toSorted((left, right) => rank(right) - rank(left))
    .map(({ id, hazard }) => ({
      id,
      severity: hazard.severity,
      object: hazard.table ?? 'release',
      message: hazard.message,
      place: hazard.source === null ? 'no place in a file' : formatLocation(hazard.source),
      instead: hazard.instead,
    }));
}
