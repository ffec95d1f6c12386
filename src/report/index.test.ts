import { describe, expect, test } from 'vitest';
import { sampleProposal, unchangedProposal } from '../testing/proposal.ts';
import { buildReport } from './index.ts';
import type { CellContent, ReportBlock, ReportDocument } from './types.ts';
import { describeWhatHappens } from './words/index.ts';

const report = buildReport(sampleProposal());
const unchanged = buildReport(unchangedProposal());

const documents: readonly (readonly [string, ReportDocument])[] = [
  ['schema document', report.schemaDocument],
  ['sign-off document', report.signOffDocument],
  ['schema document without a change', unchanged.schemaDocument],
  ['sign-off document without a change', unchanged.signOffDocument],
];

/** True when the id stands somewhere in the document as a word of its own. */
function names(document: object, id: string): boolean {
  return new RegExp(`\\b${id}\\b`).test(JSON.stringify(document));
}

const EMPTY: readonly CellContent[] = [];

function contentsOfBlock(block: ReportBlock): readonly CellContent[] {
  switch (block.kind) {
    case 'paragraph':
    case 'callout':
      return block.content;
    case 'list':
      return block.items.flat();
    case 'facts':
      return block.facts.flatMap((fact) => fact.value);
    case 'table':
      return block.rows.flatMap((row) => row.cells.flat());
    default:
      return EMPTY;
  }
}

function blocksOf(document: ReportDocument): readonly ReportBlock[] {
  return document.sections.flatMap((section) => section.blocks);
}

function contentsOf(document: ReportDocument): readonly CellContent[] {
  return [
    ...document.cover.flatMap((fact) => fact.value),
    ...blocksOf(document).flatMap(contentsOfBlock),
  ];
}

function anchorsOf(document: ReportDocument): readonly string[] {
  const rows = blocksOf(document).flatMap((block) => (block.kind === 'table' ? block.rows : []));
  return [
    ...document.sections.map((section) => section.anchor),
    ...rows.flatMap((row) => (row.anchor === null ? [] : [row.anchor])),
  ];
}

function linksOf(document: ReportDocument): readonly string[] {
  const boxes = blocksOf(document).flatMap((block) =>
    block.kind === 'diagram' ? block.diagram.boxes.map((box) => box.link) : [],
  );
  const inlines = contentsOf(document).map((one) => (one.kind === 'text' ? one.link : null));
  return [...boxes, ...inlines].filter((link) => link !== null);
}

describe.each(documents)('the %s', (_, document) => {
  test('has anchors that are unique and plain', () => {
    const anchors = anchorsOf(document);
    expect(anchors.length).toBeGreaterThan(10);
    expect(new Set(anchors).size).toBe(anchors.length);
    expect(anchors.filter((anchor) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(anchor))).toEqual([]);
  });

  test('has links that lead somewhere', () => {
    const anchors = new Set(anchorsOf(document));
    const links = linksOf(document);
    const dead = links.filter((link) => link.startsWith('#') && !anchors.has(link.slice(1)));
    expect(dead).toEqual([]);
    expect(links.filter((link) => !/^(#|https?:)/.test(link))).toEqual([]);
  });

  test('has as many cells in each row as columns', () => {
    const tables = blocksOf(document).flatMap((block) => (block.kind === 'table' ? [block] : []));
    expect(tables.length).toBeGreaterThan(3);
    const uneven = tables.flatMap((table) =>
      table.rows.filter((row) => row.cells.length !== table.columns.length),
    );
    expect(uneven).toEqual([]);
  });

  test('has fields with tags of their own, choices where one is to be chosen', () => {
    const fields = contentsOf(document).flatMap((one) => (one.kind === 'field' ? [one] : []));
    const tags = fields.map((field) => field.tag);
    expect(new Set(tags).size).toBe(tags.length);
    for (const field of fields) {
      expect(field.choices.length > 0, field.tag).toBe(field.control === 'choice');
      expect(field.prompt, field.tag).not.toBe('');
    }
  });

  test('says no value of the program', () => {
    const texts = contentsOf(document).map((one) => (one.kind === 'text' ? one.text : ''));
    expect(texts.filter((text) => /\b(undefined|NaN|\[object Object\])/.test(text))).toEqual([]);
  });

  test('has diagrams with ids of their own, whose edges join boxes', () => {
    const diagrams = blocksOf(document).flatMap((block) =>
      block.kind === 'diagram' ? [block.diagram] : [],
    );
    expect(new Set(diagrams.map((one) => one.id)).size).toBe(diagrams.length);
    for (const { boxes, edges } of diagrams) {
      const names = boxes.map((box) => box.table);
      for (const edge of edges) {
        expect(names).toContain(edge.from.table);
        expect(names).toContain(edge.to.table);
      }
    }
  });
});

describe('all documents', () => {
  test('carry the same ids', () => {
    const { facts, tracker, signOffDocument, schemaDocument } = report;
    const shown = [...facts.changes, ...facts.risks];
    const all = [
      shown,
      facts.steps,
      facts.dependencies,
      facts.rollback,
      facts.verifications,
    ].flat();
    expect(shown.filter(({ id }) => !names(schemaDocument, id))).toEqual([]);
    expect(all.filter(({ id }) => !names(signOffDocument, id))).toEqual([]);
    expect(all.filter(({ id }) => !names(tracker, id))).toEqual([]);
    expect(all.length).toBe(9 + 6 + 11 + 3 + 11 + 5);
  });

  test('say each change in the same words', () => {
    const holds = (document: unknown, words: string) =>
      expect(JSON.stringify(document).includes(JSON.stringify(words).slice(1, -1)), words).toBe(
        true,
      );
    for (const change of report.facts.changes) {
      for (const document of [report.signOffDocument, report.tracker])
        holds(document, change.words);
      // Its table of changes has the object in a column of its own.
      holds(report.schemaDocument, describeWhatHappens(change));
    }
  });

  test('are the same for the same proposal', () => {
    const again = JSON.stringify(buildReport(sampleProposal()));
    expect(again === JSON.stringify(report)).toBe(true);
  });

  test('carry the document id and the digest', () => {
    const { digest } = sampleProposal();
    expect(report.identity.documentId).toBe(`migdocs-${digest.slice(0, 12)}`);
    for (const document of [report.schemaDocument, report.signOffDocument, report.tracker]) {
      expect(JSON.stringify(document).includes(digest)).toBe(true);
    }
  });
});
