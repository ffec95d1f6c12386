import type { CheckFinding, CheckReport } from '../../report/check/types.ts';
import { cell, fence, html } from '../markdown/escape.ts';
import { CHARACTER_LIMIT } from '../markdown/shorten.ts';
import { template } from '../text/template.ts';
import { visible } from '../text/visible.ts';

/**
 * A comment for a pull request: always shorter than GitHub allows, with what had to be left out said
 * at its end. It begins with a marker by which the comment can be found and replaced.
 */
export function renderCheckMarkdown(report: CheckReport): string {
  const fill = template('check.md', { cell, html });
  const render = (parts: Parts) => visible(fill(viewOf(report, parts)), { colour: false });
  const whole = wholeOf(report);
  const text = render(whole);
  return text.length < CHARACTER_LIMIT ? text : render(fitting(whole, render));
}

/** How many items of each list are shown. */
interface Parts {
  readonly details: number;
  readonly suppressed: number;
  readonly reviews: number;
  readonly findings: number;
}

function wholeOf({ findings: all, suppressed, reviews }: CheckReport): Parts {
  const findings = all.length;
  return { details: findings, suppressed: suppressed.length, reviews: reviews.length, findings };
}

/** As much as fits: details go first, then reviews, suppressed findings and rows, from their ends. */
function fitting(whole: Parts, render: (parts: Parts) => string): Parts {
  const total = whole.details + whole.reviews + whole.suppressed + whole.findings;
  let tooFew = 0;
  let enough = total;
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (render(without(whole, middle)).length < CHARACTER_LIMIT) enough = middle;
    else tooFew = middle;
  }
  return without(whole, enough);
}

function without(whole: Parts, items: number): Parts {
  let remaining = items;
  const kept = (number: number): number => {
    const dropped = Math.min(remaining, number);
    remaining -= dropped;
    return number - dropped;
  };
  const details = kept(whole.details);
  const reviews = kept(whole.reviews);
  const suppressed = kept(whole.suppressed);
  return { details, reviews, suppressed, findings: kept(whole.findings) };
}

function viewOf(report: CheckReport, parts: Parts): object {
  const { findings: open, suppressed, reviews, tool } = report;
  return {
    title: report.title,
    summary: report.summary,
    review: report.review,
    verdict: report.verdict,
    findings: open.slice(0, parts.findings).map(rowOf),
    details: open.slice(0, parts.details).map(detailOf),
    suppressedTitle: `${suppressed.length} suppressed`,
    suppressed: suppressed.slice(0, parts.suppressed).map(rowOf),
    reviews: reviews.slice(0, parts.reviews),
    assumptions: report.assumptions,
    leftOut: leftOut(wholeOf(report), parts),
    footer: `${tool.name} ${tool.version}`,
  };
}

function rowOf({ severity, message, rule, where, suppression }: CheckFinding): object {
  return { severity, message, rule, where, suppression };
}

function detailOf(finding: CheckFinding): object {
  const { excerpt, instead, language } = finding;
  const lines = excerpt?.lines.map(({ text }) => text).join('\n') ?? '';
  const isCode = instead.kind === 'code';
  return {
    ...rowOf(finding),
    excerpt: lines,
    excerptFence: fence(lines),
    language,
    locks: finding.locks,
    evidence: finding.evidence,
    why: finding.why,
    sentence: isCode ? '' : instead.text,
    code: isCode ? instead.text : '',
    codeFence: fence(instead.text),
    codeLanguage: instead.language,
    reference: finding.reference,
  };
}

function leftOut(whole: Parts, parts: Parts): string {
  const names: { readonly [P in keyof Parts]: string } = {
    details: 'details',
    reviews: 'reviews',
    suppressed: 'suppressed findings',
    findings: 'findings',
  };
  const keys = ['details', 'reviews', 'suppressed', 'findings'] as const;
  return keys
    .filter((key) => parts[key] < whole[key])
    .map((key) => `${whole[key] - parts[key]} of ${whole[key]} ${names[key]}`)
    .join(', ');
}
