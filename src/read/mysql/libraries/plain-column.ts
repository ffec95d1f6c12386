import type { StatedColumn } from '../stated/stated.ts';

/** A column that says nothing but its name and type. */
export function plainColumn(name: string, type: string): StatedColumn {
  return {
    name,
    type,
    charset: null,
    collation: null,
    nullable: null,
    default: null,
    onUpdate: null,
    autoIncrement: false,
    generated: null,
    comment: null,
    key: null,
    checks: [],
    references: null,
    attributes: [],
  };
}
