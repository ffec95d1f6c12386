import { expect, test } from 'vitest';
import { everyBlockDocument } from '../../testing/report-document.ts';
import { bookmarksOf } from './bookmarks.ts';

test('anchors of sections and rows have a bookmark, others have none', () => {
  const bookmarks = bookmarksOf(everyBlockDocument());
  expect(bookmarks.nameOf('summary')).toBe('m2_summary');
  expect(bookmarks.nameOf('risk-r1')).toBe('m4_risk_r1');
  expect(bookmarks.nameOf('nowhere')).toBeNull();
});

test('long anchors that begin alike keep names of their own that Word can read', () => {
  const [section] = everyBlockDocument().sections;
  if (section === undefined) throw new Error('The document has a section');
  const anchors = ['a', 'b'].map((end) => `table-${'long-'.repeat(20)}${end}`);
  const document = {
    ...everyBlockDocument(),
    sections: anchors.map((anchor) => ({ ...section, anchor, blocks: [] })),
  };
  const names = anchors.map((anchor) => bookmarksOf(document).nameOf(anchor) ?? '');
  expect(new Set(names).size).toBe(2);
  for (const name of names) expect(name).toMatch(/^[a-z]\w{0,39}$/);
});
