import type { Severity } from '../../model/hazard.ts';
import type { CheckFinding, CheckReport } from '../../report/check/types.ts';

/** GitHub's three kinds of annotation. */
const COMMANDS: { readonly [S in Severity]: string } = {
  danger: 'error',
  warning: 'warning',
  info: 'notice',
};

/**
 * Workflow commands, which GitHub Actions turns into annotations; then the counts, for the log.
 *
 * @see {@link https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions}
 */
export function renderCheckGithub({ findings, suppressed, summary, review }: CheckReport): string {
  return [
    ...findings.map((finding) => annotation(COMMANDS[finding.severity], finding)),
    ...suppressed.map((finding) => annotation('notice', finding)),
    summary,
    review,
    '',
  ].join('\n');
}

function annotation(command: string, finding: CheckFinding): string {
  const { path, line, column, endLine } = finding.repositoryPlace;
  const properties = [
    ['file', path],
    ['line', String(line)],
    ['endLine', String(endLine)],
    // GitHub takes columns only of a place on one line.
    ...(endLine === line ? [['col', String(column)]] : []),
    ['title', `${finding.severity}: ${finding.rule}`],
  ];
  const shown = properties.map(([name, value = '']) => `${name}=${escapedProperty(value)}`);
  return `::${command} ${shown.join(',')}::${escapedData(messageOf(finding))}`;
}

function messageOf({ message, suppression, instead, reference }: CheckFinding): string {
  const parts = [
    message,
    suppression,
    ...(suppression !== '' ? [] : [`Instead:\n${instead.text}`]),
    reference,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** As `@actions/core` escapes them, which is what the runner takes back. */
function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
