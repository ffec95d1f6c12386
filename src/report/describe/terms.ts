import type { ChangeKind } from '../../model/change.ts';
import type { DraftedBy, ReviewLevel, Severity } from '../../model/hazard.ts';
import type { Migration } from '../../model/migration.ts';
import type { Fidelity, RollbackClass } from '../../model/rollback.ts';

export const SEVERITY_WORDS: { readonly [S in Severity]: string } = {
  info: 'info',
  warning: 'warning',
  danger: 'danger',
};

/** The weightiest finding in one word, where there may be none. */
export function severityWord(severity: Severity | null): string {
  return severity === null ? 'none' : SEVERITY_WORDS[severity];
}

export const REVIEW_WORDS: { readonly [R in ReviewLevel]: string } = {
  spot: 'spot check',
  thorough: 'thorough review',
  mandatory: 'mandatory review',
};

export const DRAFT_WORDS: { readonly [D in DraftedBy]: string } = {
  tool: 'a tool may',
  staged: 'a tool may, in stages',
  person: 'a person has to',
};

export const KIND_WORDS: { readonly [K in ChangeKind]: string } = {
  added: 'added',
  removed: 'removed',
  altered: 'changed',
  renamed: 'renamed',
};

export const CHANGE_KINDS: readonly ChangeKind[] = ['added', 'removed', 'altered', 'renamed'];

export const FIDELITY_WORDS: { readonly [F in Fidelity]: string } = {
  exact: 'Reversible',
  schemaOnly: 'Loses data',
  impossible: 'Irreversible',
};

export const CLASS_WORDS: { readonly [C in RollbackClass]: string } = {
  automatic: 'runs unattended',
  assisted: 'prepared, started by a person',
  humanOnly: 'a person has to do it',
};

export const DOWN_WORDS: { readonly [D in Migration['down']['kind']]: string } = {
  change: 'worked out by Rails',
  written: 'written by the author',
  none: 'none',
};
