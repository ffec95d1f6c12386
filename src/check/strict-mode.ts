import type { RuleContext } from './context.ts';
import { surveyDay } from './figures.ts';

interface StrictMode {
  /** Null when nobody said. */
  readonly isStrict: boolean | null;
  /** What says that it is not strict, a sentence without its full stop; empty otherwise. */
  readonly because: string;
}

/**
 * Whether MySQL refuses values that do not fit. Rails adds STRICT_ALL_TABLES to the session's
 * sql_mode unless database.yml says otherwise (AbstractMysqlAdapter#configure_connection, 7.1).
 */
export function strictModeOf(context: RuleContext): StrictMode {
  const { project, survey, migration } = context;
  if (project.strictSqlMode !== null) {
    return {
      isStrict: project.strictSqlMode,
      because: 'The project switches the strict mode of its sessions off',
    };
  }
  if (migration.tool === 'rails') return { isStrict: true, because: '' };
  const mode = survey?.settings.find(({ name }) => name === 'sql_mode')?.value;
  if (mode === undefined) return { isStrict: null, because: '' };
  return {
    isStrict: /\bSTRICT_(?:ALL|TRANS)_TABLES\b|\bTRADITIONAL\b/i.test(mode),
    because: `The survey of ${surveyDay(context)} found a sql_mode that is not strict`,
  };
}
