import { formatServer } from '../../model/server.ts';
import { formatLocation } from '../../model/source.ts';
import { touchedObjects } from '../../model/touched-objects.ts';
import type { ReportContext } from '../context.ts';
import { count } from '../words/index.ts';

/** What the assessment rests on and no input told: a sentence each, for a person to settle. */
export function unknowns(context: ReportContext): readonly string[] {
  return [
    ...unknownServer(context),
    ...activity(context),
    ...unsearchedCode(context),
    ...externalSystems(context),
    ...unreasoned(context),
  ];
}

function unknownServer({ proposal }: ReportContext): readonly string[] {
  const { server } = proposal.engine;
  return server.decidedBy === null
    ? [
        `Which version of the server production runs is not known: locks are stated for ${formatServer(server)}.`,
      ]
    : [];
}

/** What ran beside when the database was asked, and will run beside the migration. */
function activity({ proposal }: ReportContext): readonly string[] {
  const { survey } = proposal;
  if (survey === null) return [];
  const { longTransactions, logicalSlots, replicas } = survey.activity;
  const at = `When the database was asked (${survey.takenAt})`;
  return [
    ...((longTransactions ?? 0) > 0
      ? [
          `${at}, ${count(longTransactions ?? 0, 'transaction')} had been open for more than a minute: a migration queues behind them, and all others behind it.`,
        ]
      : []),
    ...((logicalSlots ?? 0) > 0
      ? [
          `${at}, ${count(logicalSlots ?? 0, 'logical replication slot')} was in use: whoever reads it has to know of the change, since DDL is not replicated.`,
        ]
      : []),
    ...((replicas ?? 0) > 0
      ? [
          `${at}, ${count(replicas ?? 0, 'replica')} streamed from it: how far behind they may fall is for a person to say.`,
        ]
      : []),
  ];
}

function unsearchedCode({ proposal, facts }: ReportContext): readonly string[] {
  if (facts.changes.length === 0) return [];
  const { filesRead, unparsed } = proposal.projectFacts;
  // What stays under its name is not searched for.
  if (filesRead === 0 && touchedObjects(proposal.changes).length === 0) return [];
  if (filesRead === 0)
    return ['No application code was looked into: what uses the changed objects is not known.'];
  if (unparsed.length === 0) return [];
  const [first] = unparsed;
  return [
    `${count(unparsed.length, 'file')} of the application could not be parsed and was searched as text: ${first ?? ''}${unparsed.length > 1 ? ' and others' : ''}.`,
  ];
}

function externalSystems({ facts }: ReportContext): readonly string[] {
  if (facts.changes.length === 0) return [];
  return facts.dependencies.some(({ relation }) => relation === 'external')
    ? []
    : [
        'No external system is declared for the changed objects (`external` in migdocs.yml): who else reads the database is for a person to say.',
      ];
}

/** Findings that the author set aside without saying why. */
function unreasoned({ facts }: ReportContext): readonly string[] {
  return facts.risks.flatMap(({ id, rule, suppression }) =>
    suppression !== null && suppression.reason === null
      ? [
          `${id} (${rule}) was suppressed at ${formatLocation(suppression.source)} without a reason.`,
        ]
      : [],
  );
}
