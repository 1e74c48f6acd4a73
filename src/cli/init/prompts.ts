import type { Questioner } from './questions';

/** Puts the questions on the terminal. */
export async function terminalQuestioner(): Promise<Questioner> {
  const { confirm, isCancel, text } = await import('@clack/prompts');
  return {
    text: async (message, initialValue) => {
      const given = await text({ message, initialValue, defaultValue: initialValue });
      return isCancel(given) ? undefined : given;
    },
    confirm: async (message, initialValue) => {
      const given = await confirm({ message, initialValue });
      return isCancel(given) ? undefined : given;
    },
  };
}
