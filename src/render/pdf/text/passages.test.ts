import { expect, test } from 'vitest';
import type { FormField } from '../../../report/types.ts';
import { passagesOf } from './passages.ts';

const GROUND = { size: 8, color: '#000000', strong: false, anchors: new Set(['here']) };

/** Text of each passage; `___` for a line to write on. */
function shown(field: Partial<FormField>): readonly string[] {
  const blank = { kind: 'field', control: 'text', tag: 't', prompt: 'Ask', choices: [] } as const;
  return passagesOf([{ ...blank, value: null, ...field }], GROUND).map((passage) =>
    passage.kind === 'blank' ? '___' : passage.runs.map(({ text }) => text).join(''),
  );
}

test('an open text or date has its question over a line to write on', () => {
  expect(shown({})).toEqual(['Ask', '___']);
  expect(shown({ control: 'date' })).toEqual(['Ask (YYYY-MM-DD)', '___']);
});

test('a field that is filled shows its value only', () => {
  expect(shown({ value: 'Dana' })).toEqual(['Dana']);
});

test('choices are boxes to tick, short ones beside each other', () => {
  const words = shown({ control: 'choice', choices: ['Approve', 'Reject'], value: 'Reject' });
  expect(words).toEqual(['Ask', '☐\u00a0Approve', '☑\u00a0Reject']);
  expect(shown({ control: 'choice', choices: ['1', '2'] })).toEqual(['Ask', '☐\u00a01  ☐\u00a02']);
});

test('a checkbox is ticked when it says anything but no', () => {
  expect(shown({ control: 'checkbox', value: 'no' })).toEqual(['☐\u00a0Ask']);
  expect(shown({ control: 'checkbox', value: 'yes' })).toEqual(['☑\u00a0Ask']);
});

test('a link is kept when it goes somewhere: to an anchor of the document, or the web', () => {
  const links = ['#here', '#gone', 'https://example.org'].map((link) => {
    const [passage] = passagesOf([{ kind: 'text', text: 'x', style: 'plain', link }], GROUND);
    return passage?.kind === 'text' ? passage.runs[0]?.link : undefined;
  });
  expect(links).toEqual(['#here', null, 'https://example.org']);
});
