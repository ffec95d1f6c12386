import { expect, test } from 'vitest';
import { createTerminal } from './terminal.ts';

function stream(more: { readonly isTTY?: boolean; readonly columns?: number } = {}) {
  const written: string[] = [];
  return { written, write: (text: string) => written.push(text), ...more };
}

test('an escape sequence of the project does not reach a terminal, and a pipe gets every byte', () => {
  const [screen, pipe] = [stream({ isTTY: true }), stream()];
  createTerminal(screen, stream(), {}).print('a\u001b[2Jb');
  createTerminal(pipe, stream(), {}).print('a\u001b[2Jb');
  expect(screen.written).toEqual(['a\\e[2Jb\n']);
  expect(pipe.written).toEqual(['a\u001b[2Jb\n']);
});

test('messages name a file with an escape sequence in its name without obeying it', () => {
  const stderr = stream();
  const terminal = createTerminal(stream(), stderr, {});
  terminal.note('db/\u001b[31m.rb');
  terminal.error('db/\u001b[31m.rb');
  expect(stderr.written).toEqual(['db/\\e[31m.rb\n', 'error: db/\\e[31m.rb\n']);
});

test('a terminal that does not tell its width is taken to be 100 columns wide', () => {
  expect(createTerminal(stream({ isTTY: true, columns: 0 }), stream(), {}).width).toBe(100);
  expect(createTerminal(stream({ isTTY: true, columns: 72 }), stream(), {}).width).toBe(72);
});

test('own colours reach a terminal', () => {
  const screen = stream({ isTTY: true });
  const terminal = createTerminal(screen, stream(), { TERM: 'xterm' });
  terminal.print(terminal.style('bold', 'title'));
  expect(screen.written).toEqual(['\u001b[1mtitle\u001b[22m\n']);
});
