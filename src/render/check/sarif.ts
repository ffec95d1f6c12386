import type { Severity } from '../../model/hazard.ts';
import type { RuleText } from '../../report/check/input.ts';
import type { CheckFinding, CheckReport } from '../../report/check/types.ts';
import { visible } from '../text/visible.ts';

const SCHEMA =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** SARIF's levels. */
const LEVELS: { readonly [S in Severity]: string } = {
  danger: 'error',
  warning: 'warning',
  info: 'note',
};

/**
 * SARIF 2.1.0, as GitHub's code scanning reads it. Paths are relative to the repository.
 *
 * @see {@link https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html}
 * @see {@link https://docs.github.com/en/code-security/reference/code-scanning/sarif-support-for-code-scanning}
 */
export function renderCheckSarif(report: CheckReport): string {
  const { tool, rules, suppressed } = report;
  const positions = new Map(rules.map(({ id }, position) => [id, position]));
  const findings = [...report.findings, ...suppressed];
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            version: tool.version,
            semanticVersion: tool.version,
            rules: rules.map(ruleOf),
          },
        },
        // Columns count UTF-16 code units.
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => resultOf(finding, positions.get(finding.rule) ?? -1)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf({ id, title, severity, why, instead, reference }: RuleText): object {
  return {
    id,
    name: id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    helpUri: reference,
    help: {
      text: `${why}\n\nInstead: ${instead}\n\n${reference}`,
      markdown: `${why}\n\n**Instead:** ${instead}\n\n[Reference](${reference})`,
    },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ['database', 'migration'], 'problem.severity': PROBLEMS[severity] },
  };
}

/** What code scanning filters by. */
const PROBLEMS: { readonly [S in Severity]: string } = {
  danger: 'error',
  warning: 'warning',
  info: 'recommendation',
};

function resultOf(finding: CheckFinding, ruleIndex: number): object {
  const { rule, severity, message, instead, locks, evidence, suppression } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: visible(message, { colour: false }) },
    locations: [{ physicalLocation: locationOf(finding) }],
    partialFingerprints: { primaryLocationLineHash: fingerprintOf(finding) },
    ...(suppression === ''
      ? {}
      : { suppressions: [{ kind: 'inSource', status: 'accepted', justification: suppression }] }),
    properties: { locks, evidence, instead: instead.text },
  };
}

function locationOf({ repositoryPlace, excerpt }: CheckFinding): object {
  const { path, line, column, endLine } = repositoryPlace;
  const snippet = excerpt?.lines.map(({ text }) => text).join('\n');
  return {
    artifactLocation: {
      uri: path.split('/').map(encodeURIComponent).join('/'),
      uriBaseId: '%SRCROOT%',
    },
    region: {
      startLine: line,
      startColumn: column,
      endLine,
      ...(snippet === undefined || excerpt?.goesOn ? {} : { snippet: { text: snippet } }),
    },
  };
}

/** GitHub's form of it: a hash, then which of its like. */
function fingerprintOf({ fingerprint }: CheckFinding): string {
  return fingerprint.includes(':') ? fingerprint : `${fingerprint}:1`;
}
