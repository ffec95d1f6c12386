import { diffLines } from 'diff';

/** The lines that go and come between two texts, each with `-` or `+` before it. */
export function changedLines(before: string, after: string): string {
  return diffLines(before, after)
    .filter(({ added, removed }) => added || removed)
    .flatMap(({ added, value }) =>
      value
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => `${added ? '+' : '-'}${line}\n`),
    )
    .join('');
}
