import { type Hazard, SEVERITIES } from '../../model/hazard.ts';
import { formatLocation } from '../../model/source.ts';
import { byRule, remedyNote } from '../by-rule.ts';
import { riskMessage } from '../describe/risk.ts';
import type { DiffRemedy, DiffRisk } from '../types.ts';
import type { DiffInput } from './input.ts';

type Found = Hazard & { readonly id: string };

/** The hazards, the most severe first, those of one rule together; else in the order given. */
export function diffRisks(hazards: DiffInput['hazards']): readonly DiffRisk[] {
  const found = bySeverity(hazards);
  return SEVERITIES.toReversed().flatMap((severity) =>
    byRule(found.filter((one) => one.severity === severity)).flatMap(({ all }) =>
      all.map(diffRisk),
    ),
  );
}

/** What to do instead: once a rule, since its findings differ in names only. */
export function diffRemedies(hazards: DiffInput['hazards']): readonly DiffRemedy[] {
  return byRule(bySeverity(hazards)).map((findings) => ({
    heading: `${findings.first.id} ${findings.first.title}`,
    note: remedyNote(findings),
    instead: findings.first.instead,
  }));
}

function bySeverity(hazards: DiffInput['hazards']): readonly Found[] {
  const rank = ({ severity }: Hazard) => SEVERITIES.indexOf(severity);
  return hazards
    .map(({ id, hazard }): Found => ({ ...hazard, id }))
    .toSorted((left, right) => rank(right) - rank(left));
}

function diffRisk(found: Found): DiffRisk {
  const { id, severity, step, table, source } = found;
  return {
    id,
    severity,
    object: table ?? (step === null ? 'whole release' : ''),
    message: riskMessage(found),
    place: source === null ? 'no place in a file' : formatLocation(source),
  };
}
