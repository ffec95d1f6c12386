import { ENGINES, type Engine } from '../model/engine.ts';
import { InputError } from '../model/errors.ts';
import type { Survey } from '../model/survey.ts';
import { displayPath, readText, readTextIfPresent } from './files.ts';
import { readSurvey, SURVEY_NAME } from './survey-file.ts';

/** A survey as an input of a project. */
export interface LoadedSurvey {
  readonly path: string;
  readonly text: string;
  readonly survey: Survey;
  /** @throws {InputError} when it is of another engine's database. */
  readonly mustBeOf: (engine: Engine) => void;
}

/**
 * Reads the survey of a project.
 *
 * @param stated - its path from the root; null for the usual one, which need not be there.
 * @returns null when none is named and the root holds none.
 * @throws {InputError} when it is named and missing, or is no survey.
 */
export function loadSurvey(root: string, stated: string | null): LoadedSurvey | null {
  const text = stated === null ? readTextIfPresent(root, SURVEY_NAME) : readText(root, stated);
  if (text === null) return null;
  const path = displayPath(root, stated ?? SURVEY_NAME);
  const survey = readSurvey(text, path);
  return { path, text, survey, mustBeOf: (engine) => mustBeOf(engine, survey, path) };
}

function mustBeOf(engine: Engine, { server }: Survey, path: string): void {
  const surveyed = server.name === 'mariadb' ? 'mysql' : server.name;
  if (surveyed === engine) return;
  throw new InputError(`${path} is a survey of ${surveyed}, and the schema is one of ${engine}`, {
    remedy: `Name another survey with --survey, or the engine with --engine ${ENGINES.join('|')}.`,
  });
}
