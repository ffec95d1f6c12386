import { relative } from 'node:path';
import { stringify } from 'yaml';
import { formatRailsVersion } from '../model/engine.ts';
import type { Severity } from '../model/hazard.ts';
import { MIGRATION_TOOL_NAMES, type MigrationTool } from '../model/migration-tool.ts';
import type { Proposal } from '../model/proposal.ts';
import { formatLocation } from '../model/source.ts';
import type { OutputFile } from '../project/outputs.ts';
import { byRule, idRanges } from '../report/by-rule.ts';
import { engineWords } from '../report/describe/engine.ts';
import { riskId } from '../report/ids.ts';
import { describeChange } from '../report/words/index.ts';
import { equalLinesOnce } from './equal-lines.ts';
import type { Terminal } from './terminal.ts';

/** What `propose` has to tell when it is done. */
export interface SummaryInput {
  readonly proposal: Proposal;
  readonly files: readonly OutputFile[];
  readonly folder: string;
  readonly kept: readonly string[];
  readonly root: string;
}

/** For a person on a terminal; YAML for a pipe. */
export function summaryOf(input: SummaryInput, terminal: Terminal): string {
  return terminal.interactive
    ? forPeople(input, terminal)
    : stringify(asData(input), { lineWidth: 0 });
}

/** Findings that are listed on the terminal; the documents hold all. */
const LISTED = 12;

function forPeople(
  { proposal, files, folder, kept, root }: SummaryInput,
  terminal: Terminal,
): string {
  const { migrations, steps, hazards, opaque, drift } = proposal;
  const rows: [label: string, lines: readonly string[]][] = [
    ['Schema', [`${proposal.schemaFile.path}, ${counted(proposal.before.tables.length, 'table')}`]],
    ['Engine', [decidedEngine(proposal)]],
    runBy(proposal),
    ['Base', [proposal.base.description]],
    [
      'Migrations',
      migrations.map(
        ({ path, operations }) => `${path}  ${counted(operations.length, 'operation')}`,
      ),
    ],
    ['Changes', limited(proposal.changes.map(describeChange))],
    ['Risk', riskLines(proposal, terminal)],
    ['Rollback', [rollbackLine(proposal)]],
    [
      'Not known',
      opaque.map(
        ({ source, reason }) => `${formatLocation(source)}: not understood, because ${reason}`,
      ),
    ],
    ['Drift', drift === null ? [] : driftLines(proposal)],
    ['Assumed', proposal.assumptions],
    ['Kept', kept.map((name) => `${name}: edited since it was written, so it was kept`)],
    [
      'Files',
      [
        `${shown(root, folder)}/`,
        ...files.map(({ name, content }) => `  ${name}  ${size(content)}`),
      ],
    ],
  ];
  const title = terminal.style('bold', proposal.title);
  const total = `${counted(steps.length, 'operation')}, ${counted(hazards.length, 'finding')}`;
  const body = rows
    .filter(([, lines]) => lines.length > 0)
    .map(([label, lines]) => block(label, lines, terminal));
  return [`${title}  ${terminal.style('dim', total)}`, '', ...body].join('\n');
}

function decidedEngine({ engine }: Proposal): string {
  return `${engineWords(engine)}, because ${engine.decidedBy}`;
}

function block(label: string, lines: readonly string[], terminal: Terminal): string {
  const [first, ...others] = lines;
  const head = `${terminal.style('dim', label.padEnd(11))} ${first}`;
  return [head, ...others.map((line) => `${' '.repeat(11)} ${line}`)].join('\n');
}

function limited(lines: readonly string[]): readonly string[] {
  if (lines.length <= LISTED) return lines.length === 0 ? ['none'] : lines;
  return [...lines.slice(0, LISTED), `… and ${lines.length - LISTED} more in the documents`];
}

const SEVERITY_STYLES: { readonly [S in Severity]: 'red' | 'yellow' | 'cyan' } = {
  danger: 'red',
  warning: 'yellow',
  info: 'cyan',
};

/** The verdict, then a line a rule: the findings of a rule differ in names only. */
function riskLines({ hazards, severity, review }: Proposal, terminal: Terminal): readonly string[] {
  const verdict = `${severity ?? 'no findings'}; review: ${review}`;
  const identified = hazards.map((hazard, index) => ({ ...hazard, id: riskId(index) }));
  const findings = byRule(identified).map(({ first, all }) => {
    const level = terminal.style(SEVERITY_STYLES[first.severity], first.severity);
    const others = idRanges(all.slice(1).map(({ id }) => id));
    return `${first.id} ${level}  ${first.message}${others && ` Likewise ${others}.`}`;
  });
  return [verdict, ...(findings.length === 0 ? [] : limited(findings))];
}

function rollbackLine({ rollback, steps }: Proposal): string {
  const lossy = rollback.steps.filter(({ fidelity }) => fidelity !== 'exact').length;
  const human = rollback.steps.filter((step) => step.class === 'humanOnly').length;
  const count = counted(rollback.steps.length, 'step');
  if (lossy === 0 && human === 0) return `${count}, everything comes back`;
  const point = rollback.pointOfNoReturn === null ? null : steps[rollback.pointOfNoReturn];
  const where = point ? `; point of no return: ${formatLocation(point.operation.source)}` : '';
  return `${count}, ${lossy} that cannot bring everything back, ${human} for people only${where}`;
}

function driftLines({ drift, schemaFile }: Proposal): readonly string[] {
  if (drift === null) return [];
  if (drift.length === 0) return [`none: ${schemaFile.path} holds what was predicted`];
  return [
    `${schemaFile.path} differs from what was predicted:`,
    ...limited(drift.map(describeChange)),
  ];
}

/** What runs the migrations; null when there are none. */
function toolOf({ migrations }: Proposal): MigrationTool | null {
  return migrations[0]?.tool ?? null;
}

function runBy(proposal: Proposal): [label: string, lines: readonly string[]] {
  const tool = toolOf(proposal);
  if (tool !== null && tool !== 'rails') return ['Run by', [MIGRATION_TOOL_NAMES[tool]]];
  return ['Rails', [proposal.rails ? formatRailsVersion(proposal.rails) : 'not known']];
}

function asData({ proposal, files, folder, kept, root }: SummaryInput): object {
  const { hazards, rollback, opaque, drift } = proposal;
  return {
    title: proposal.title,
    schema: proposal.schemaFile.path,
    engine: proposal.engine.engine,
    engine_decided_by: proposal.engine.decidedBy,
    rails: proposal.rails ? formatRailsVersion(proposal.rails) : null,
    tool: toolOf(proposal),
    base: proposal.base.description,
    migrations: proposal.migrations.map(({ path }) => path),
    changes: proposal.changes.map(describeChange),
    severity: proposal.severity,
    review: proposal.review,
    findings: hazards.map(({ rule, severity, message, source }) => ({
      rule,
      severity,
      message,
      place: source ? formatLocation(source) : null,
    })),
    rollback_steps: rollback.steps.length,
    rollback_exact: rollback.steps.every(({ fidelity }) => fidelity === 'exact'),
    not_understood: equalLinesOnce(
      opaque.map(({ source, reason }) => `${formatLocation(source)}: ${reason}`),
    ),
    drift: drift === null ? null : drift.map(describeChange),
    assumed: proposal.assumptions,
    kept,
    folder: shown(root, folder),
    files: files.map(({ name }) => name),
  };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function shown(root: string, folder: string): string {
  const path = relative(root, folder);
  return path.startsWith('..') ? folder : path;
}

function size(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength;
  return bytes < 1024 ? `${bytes} B` : `${Math.round(bytes / 1024)} KB`;
}
