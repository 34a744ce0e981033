import { parseArgs } from 'node:util';
import { defaultLanguage, writtenLanguages } from '../../bot/languages.ts';
import { manifest } from '../slack/install/manifest.ts';

const manifestLanguages = writtenLanguages.map(({ language }) => language);

const usage = `Usage: npm run -s slack:manifest -- https://bot.example.com [--workflow-step] [--lang ${manifestLanguages.join('|')}]
The address is https:// and the name of the server, with nothing behind it: Slack is answered at /slack/… there.
Without an address the manifest is for Socket Mode.
--lang: the language of its names and descriptions; people are spoken to in their own.
--workflow-step: workflows get a step that begins a case. This needs a paid plan, and such an app cannot be distributed publicly.`;

const { values, positionals } = argumentsGiven();
const language = manifestLanguages.find((one) => one === values.lang) ?? refuse();
const [url, ...more] = positionals;
if (more.length > 0 || (url !== undefined && !isServer(url))) refuse();
console.log(JSON.stringify(manifest({ url, step: values['workflow-step'], language }), null, 2));

function argumentsGiven() {
  try {
    return parseArgs({
      options: {
        'workflow-step': { type: 'boolean', default: false },
        lang: { type: 'string', default: defaultLanguage },
      },
      allowPositionals: true,
    });
  } catch {
    return refuse();
  }
}

function refuse(): never {
  console.error(usage);
  process.exit(2);
}

/** Returns true if an address is an https origin alone: a path in it, or anything else, would be ignored. */
function isServer(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, href, origin } = new URL(address);
  return protocol === 'https:' && href === `${origin}/`;
}
