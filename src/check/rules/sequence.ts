import { defineRule } from '../rule.ts';

export const sequence = defineRule({
  id: 'sequence',
  title: 'Sequence and its position are dropped',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['dropSequence'],
  docs: {
    why: 'The position of the sequence is gone: created anew it starts at 1 and gives out numbers that are in use.',
    instead:
      'Write down last_value before, and set it with setval when the sequence has to come back.',
    reference: 'https://www.postgresql.org/docs/current/functions-sequence.html',
  },
  check({ sequence: name }) {
    return {
      message: `Dropping ${name} loses the number it stands at; created again it gives out numbers that are in use.`,
      instead: `Keep the result of SELECT last_value FROM ${name} for the rollback.`,
    };
  },
});
