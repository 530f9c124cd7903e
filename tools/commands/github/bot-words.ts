/** Reads what the bot says in the workspace's language. */
import { readText } from '../../io/files.ts';
import { type BotWords, parseBotWords } from '../../review/comment-words.ts';
import { languageFolder, readWorkspace } from '../workspace.ts';

/**
 * The workspace's own, else those that come with pgdoc for its language; undefined for a language without.
 *
 * @throws Failure(2) for a file that is wrong
 */
export function readBotWords(root: string, toolRoot: string): BotWords | undefined {
  const file = `${languageFolder(readWorkspace(root).project)}/bot.yml`;
  return parseBotWords(readText(root, file) ?? readText(toolRoot, file), file);
}
