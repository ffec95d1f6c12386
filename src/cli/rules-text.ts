import type { Rule } from '../check/rule.ts';
import { ENGINE_NAMES, ENGINES, type Engine } from '../model/engine.ts';
import { SERVER_NAMES, SERVERS } from '../model/server.ts';
import { type Paint, painter } from '../render/text/colour.ts';
import { pad, wrap } from '../render/text/layout.ts';

interface TextLayout {
  readonly colour: boolean;
  /** In characters; addresses are never broken. */
  readonly width: number;
}

const GAP = '  ';

/** A line a rule: severity, id, title, and its engines where it is not of all. */
export function rulesText(rules: readonly Rule[], { colour, width }: TextLayout): string {
  const paint = painter(colour);
  const ids = Math.max(0, ...rules.map(({ id }) => id.length));
  const severities = Math.max(0, ...rules.map(({ severity }) => severity.length));
  const indent = severities + ids + 2 * GAP.length;
  const lines = rules.flatMap(({ id, severity, title, engines }) => {
    const only = engines.length === ENGINES.length ? '' : ` (${engineNames(engines)})`;
    const [first = '', ...rest] = wrap(`${title}${only}`, Math.max(30, width - indent));
    const head = [paint(severity, pad(severity, severities)), pad(id, ids), first].join(GAP);
    return [head, ...rest.map((line) => `${' '.repeat(indent)}${line}`)];
  });
  const closing = `${rules.length} rules. Explain one with: migdocs rules ID`;
  return [...lines, '', ...wrap(closing, width)].join('\n');
}

/** All that is said of a rule. */
export function ruleText(rule: Rule, { colour, width }: TextLayout): string {
  const paint = painter(colour);
  const { docs } = rule;
  return [
    `${paint('strong', rule.id)} ${paint(rule.severity, rule.severity)}: ${rule.title}`,
    paint('muted', engineNames(rule.engines)),
    ...section('Why', docs.why, paint, width),
    ...perServer(docs.onEngine).flatMap(([name, text]) => section(name, text, paint, width)),
    ...section('Instead', docs.instead, paint, width),
    ...section('Reference', docs.reference, paint, width),
    ...perServer(docs.references).flatMap(([name, address]) =>
      section(`Reference for ${name}`, address, paint, width),
    ),
  ].join('\n');
}

function section(title: string, text: string, paint: Paint, width: number): readonly string[] {
  return ['', paint('strong', title), ...wrap(text, width - 2).map((line) => `  ${line}`)];
}

function perServer(
  texts: Rule['docs']['references'],
): readonly (readonly [name: string, text: string])[] {
  return SERVERS.flatMap((server) => {
    const text = texts?.[server];
    return text === undefined ? [] : [[SERVER_NAMES[server], text] as const];
  });
}

function engineNames(engines: readonly Engine[]): string {
  return engines.map((engine) => ENGINE_NAMES[engine]).join(', ');
}
