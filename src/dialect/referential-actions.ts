import type { ReferentialAction } from '../model/schema.ts';

/** The words behind ON DELETE and ON UPDATE; empty for NO ACTION, which goes without saying. */
export const REFERENTIAL_ACTIONS: { readonly [A in ReferentialAction]: string } = {
  noAction: '',
  restrict: 'RESTRICT',
  cascade: 'CASCADE',
  setNull: 'SET NULL',
  setDefault: 'SET DEFAULT',
};
