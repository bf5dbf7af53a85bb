import type { Context } from './context';

/** What a thrown error means to the user: their input to put right, or our bug. Never a stack trace. */
export function describeFailure(error: unknown, { library, lang }: Pick<Context, 'library' | 'lang'>): string {
  const { LABELS, say, describeProblems, UserError, VERSION } = library;
  if (error instanceof UserError) return describeProblems(error.problems, lang);
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `${say(LABELS.bug, lang, VERSION, message.replace(/\s+/g, ' '))}\n  → ${LABELS.bugHint[lang]}`;
}
