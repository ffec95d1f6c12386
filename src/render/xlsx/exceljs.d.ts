import type { DataValidation } from 'exceljs';

declare module 'exceljs' {
  interface Worksheet {
    /** Validations by cell or range. exceljs 4.4 has it and does not declare it. */
    readonly dataValidations: { add(address: string, validation: DataValidation): void };
  }
}
