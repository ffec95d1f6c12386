import type { SignOffRole } from '../model/proposal.ts';

/** Who signs when the configuration does not say, in the order of the sign-off table. */
export const DEFAULT_ROLES: readonly SignOffRole[] = [
  {
    id: 'requester',
    title: 'Requester',
    statement:
      'I request this change and confirm that the reason, scope and affected services stated above are complete to my knowledge.',
  },
  {
    id: 'author',
    title: 'Developer',
    statement:
      'I wrote or reviewed the migrations listed in section 4. They are the files to be deployed.',
  },
  {
    id: 'dba',
    title: 'DBA reviewer',
    statement:
      'I have reviewed the change detail, locking and rollback steps for the target engine and version.',
  },
  {
    id: 'tester',
    title: 'Tester',
    statement:
      'The tests in section 11 were run against the same input digest; results are recorded truthfully.',
  },
  {
    id: 'service-owner',
    title: 'Service owner',
    statement: 'I accept the service impact and the window.',
  },
  {
    id: 'release-manager',
    title: 'Release manager',
    statement:
      'Prerequisites in section 8 are met or have an owner and a due date. The plan may be scheduled.',
  },
  {
    id: 'change-authority',
    title: 'Change authority',
    statement:
      'Decision of the board. It applies only to the input digest and the window stated; any change requires a new approval.',
  },
];

/** What a role confirms when the configuration gives it a title but no words. */
export function statementOf(id: string, title: string): string {
  const known = DEFAULT_ROLES.find((role) => role.id === id);
  return (
    known?.statement ??
    `As ${title.toLowerCase()} I have reviewed this proposal and decide as stated.`
  );
}
