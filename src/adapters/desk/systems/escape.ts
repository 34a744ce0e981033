/** A character that is not seen, and breaks up what would be markup: https://www.unicode.org/reports/tr14/#ZW */
const gap = '\u200b';

/** Returns a text without the wiki markup of Jira that leads elsewhere or hides words: links, mentions, images, attachments and macros. A backslash makes a character ordinary, but not after another backslash: https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=miscellaneous */
export const inWiki = (text: string): string =>
  text.replace(/\\(?=[!-/:-@[-`{-~])|[[\]{}!]/g, (one) => (one === '\\' ? `\\${gap}` : `\\${one}`));

/** Returns a text without tags that a journal field of ServiceNow renders: what stands between [code] and [/code] is HTML to it (https://www.servicenow.com/docs/r/washingtondc/platform-administration/c_JournalFields.html), `@[name]` a mention. */
export const inJournal = (text: string): string => text.replaceAll('[', `[${gap}`);

/** Returns a text as HTML without tags, in which Zendesk finds no Markdown (https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/#bodies) and no placeholders. */
export const inHtml = (text: string): string =>
  withoutPlaceholders(text).replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);

/** Returns a text without placeholders, which Zendesk fills in, also in titles: https://support.zendesk.com/hc/en-us/articles/4408886858138 */
export const withoutPlaceholders = (text: string): string => text.replace(/\{(?=[{%])/g, `{${gap}`);

/** Returns a text without links, images, HTML, macros and blocks in either notation of Backlog, of which each project has one: Markdown (https://support-ja.backlog.com/hc/ja/articles/360036145833) and its own (https://support-ja.backlog.com/hc/ja/articles/360035641594). A plain address stays whole. */
export const inBacklog = (text: string): string =>
  text.replace(/https?:\/\/(?:(?!&#?\w+;)[^\s<>[\]{}()`])+|[[\]<&#{`]|\(/g, (one) =>
    one === '(' ? `${gap}(` : one.length === 1 ? `${one}${gap}` : one,
  );
