import { statement } from '../statement.ts';
import { replaceViewSql, viewSql } from '../views.ts';
import type { Writers } from './writer.ts';

export const viewWriters: Writers<'createView' | 'dropView' | 'refreshView'> = {
  createView: ({ view, replace }, { before }) =>
    replace ? replaceViewSql(view, before) : viewSql(view, before),
  dropView: ({ view, materialized, ifExists, cascade }, { dialect }) => {
    const words = [
      materialized ? 'DROP MATERIALIZED VIEW' : 'DROP VIEW',
      ifExists ? 'IF EXISTS' : '',
      dialect.quoteTable(view),
      cascade ? 'CASCADE' : '',
    ];
    return [statement(words.filter((word) => word !== '').join(' '))];
  },
  refreshView: ({ view, concurrently }, { dialect }) => [
    statement(
      `REFRESH MATERIALIZED VIEW ${concurrently ? 'CONCURRENTLY ' : ''}${dialect.quoteTable(view)}`,
    ),
  ],
};
