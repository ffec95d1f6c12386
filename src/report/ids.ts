/**
 * The ids that all documents share. Each is a letter and the position in the proposal's own list,
 * counted from 1, so that an id means the same in every document and in `proposal.json`.
 */

export function changeId(position: number): string {
  return `C${position + 1}`;
}

export function stepId(position: number): string {
  return `S${position + 1}`;
}

export function riskId(position: number): string {
  return `R${position + 1}`;
}

export function dependencyId(position: number): string {
  return `D${position + 1}`;
}

export function rollbackId(position: number): string {
  return `RB${position + 1}`;
}

export function verificationId(position: number): string {
  return `V${position + 1}`;
}

export function migrationId(position: number): string {
  return `M${position + 1}`;
}

export function openPointId(position: number): string {
  return `O${position + 1}`;
}
