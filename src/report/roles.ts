import type { Proposal, SignOffRole } from '../model/proposal.ts';
import { wordsText } from './templates.ts';

/** The roles that sign when the configuration names none, in the order in which they sign. */
const DEFAULT_TITLES: readonly Pick<SignOffRole, 'id' | 'title'>[] = [
  { id: 'requester', title: 'Requester' },
  { id: 'author', title: 'Developer' },
  { id: 'dba', title: 'DBA reviewer' },
  { id: 'tester', title: 'Tester' },
  { id: 'service-owner', title: 'Service owner' },
  { id: 'release-manager', title: 'Release manager' },
  { id: 'change-authority', title: 'Change authority' },
];

/** Ids with a statement of their own in `templates/words/roles/`. */
const WITH_STATEMENT: readonly string[] = [...DEFAULT_TITLES.map(({ id }) => id), 'security'];

/**
 * The roles that sign, with the statement of each filled in. Without roles in the options these
 * are the default ones; a role without a statement gets the one for its id, or a general one.
 */
export function rolesOf(proposal: Proposal): readonly SignOffRole[] {
  const given = proposal.options.roles;
  const roles =
    given.length > 0 ? given : DEFAULT_TITLES.map((role) => ({ ...role, statement: '' }));
  return roles.map((role) => ({
    ...role,
    statement: role.statement === '' ? defaultStatement(role.id, proposal) : role.statement,
  }));
}

function defaultStatement(id: string, proposal: Proposal): string {
  const file = WITH_STATEMENT.includes(id) ? id : 'other';
  return wordsText(`roles/${file}`, { digest: proposal.digest });
}
