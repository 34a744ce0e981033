import { causeOf } from './cause.ts';
import type { Recipient, Topic } from './events.ts';
import type { Facts } from './facts.ts';
import { recipientOf } from './recipient.ts';
import { mayBeOrganization, rescueOf } from './route.ts';

/** A case in which some questions have an answer of their own. */
interface Case {
  readonly holds: (facts: Facts) => boolean;
  /** The topics that are asked about, each with the one whose answer fits then. */
  readonly answers: Partial<Record<Topic, Topic>>;
}

/** The cases, the one that outweighs the others first. */
const cases: readonly Case[] = [
  // The questions about copies: the answer says if copies may be made at all.
  {
    holds: (facts) => rescueOf(facts) === 'lost',
    answers: all(['copy-to', 'copy-what', 'backup', 'no-usb', 'may-copy'], 'rescue-now'),
  },
  // While data is to be rescued, the answers speak of the specialist, and of the PC, which is best left alone.
  {
    holds: (facts) => rescueOf(facts) !== undefined,
    answers: {
      ...all(['copy-to', 'copy-what', 'backup', 'no-usb'], 'may-copy'),
      ...all(['may-reinstall', 'need-reinstall', 'reset-erases', 'linux'], 'rescue-reset'),
      ...all(['power-off', 'will-it-stop', 'what-next', 'which-first', 'restart-pc', 'wait', 'scan'], 'rescue-now'),
      ...all(['who-to-ask', 'shop-repair'], 'rescue-who'),
      cost: 'diagnosis-cost',
      'how-long': 'recovery-time',
      'phone-number': 'specialist-hours',
    },
  },
  // A person who paid is sent to the bank first; for a refund too.
  { holds: ({ scam }) => scam === 'paid', answers: all(['who-to-ask', 'return', 'hurry', 'what-next'], 'scam-now') },
  // A person who let a stranger in wants to know whether they are still there.
  {
    holds: ({ scam }) => scam === 'installed' || scam === 'paid',
    answers: all(['see-my-pc', 'used-safe', 'previous-owner', 'need-reinstall', 'may-reinstall', 'virus'], 'scam-safe'),
  },
  {
    holds: ({ malware }) => malware === 'activator',
    answers: all(['may-fix', 'troubleshooter', 'restart-pc'], 'activator-again'),
  },
  // A person whom a stranger led to call does not call; protection stays on.
  { holds: ({ scam }) => scam !== undefined, answers: all(['phone-activation', 'phone-number'], 'scam') },
  {
    holds: ({ scam, malware }) => scam !== undefined || malware !== undefined,
    answers: all(['may-pause'], 'protection-stays'),
  },
  {
    holds: ({ protection }) => protection === 'off' || protection === 'stuck',
    answers: { 'put-back': 'put-back-now', 'what-next': 'next-protection' },
  },
  {
    holds: ({ reader }) => reader === 'administrator',
    answers: all(['who-to-ask', 'shop-repair', 'wait', 'what-next', 'work-account'], 'admin-checks'),
  },
  { holds: ({ subject }) => subject === 'office', answers: all(['sign-in', 'product-key', 'account'], 'office-apart') },
  { holds: ({ reader }) => reader === 'no-it', answers: { 'who-to-ask': 'no-it-desk', 'it-desk': 'no-it-desk' } },
  { holds: ({ license }) => license === 'subscription', answers: { wait: 'subscription-days' } },
  // Where the PC is, or may be, an organisation's, its administrator decides (G3, G4).
  {
    holds: mayBeOrganization,
    answers: {
      ...all(['must-buy', 'license-cost', 'other-than-buying', 'cheap-key', 'generic-key'], 'organization-key'),
      ...all(['reuse-key', 'old-key', 'home-to-pro', 'move-license'], 'organization-key'),
      ...all(['cost', 'who-pays'], 'organization-cost'),
      ...all(['buy-where', 'may-pause'], 'may-fix'),
      'another-network': 'organization-network',
      'shop-repair': 'ask-it',
      wait: 'organization-wait',
      'what-next': 'organization-next',
      'work-account': 'organization-account',
    },
  },
  {
    holds: (facts) =>
      !mayBeOrganization(facts) && (facts.message === 'activated' || facts.message === 'digital-license'),
    answers: all(['must-buy', 'check-activated'], 'activated-already'),
  },
  { holds: ({ license }) => license === 'none', answers: { 'must-buy': 'no-license-buys' } },
  { holds: ({ key }) => key === 'doubtful', answers: { 'must-buy': 'doubtful-buys' } },
  { holds: ({ origin }) => origin === 'used', answers: { 'must-buy': 'used-buys' } },
  { holds: (facts) => causeOf(facts) === 'server', answers: { wait: 'server-cause' } },
  // Where there are copies, or nothing to copy, on a PC that is not an organisation's.
  {
    holds: (facts) => !mayBeOrganization(facts) && (facts.data === 'backed-up' || facts.data === 'none'),
    answers: { 'may-reinstall': 'reset-saved' },
  },
];

/** Returns one answer for several topics. */
function all(topics: readonly Topic[], answer: Topic): Partial<Record<Topic, Topic>> {
  return Object.fromEntries(topics.map((topic) => [topic, answer]));
}

/** The answer to "whom do I ask", by the recipient that the case belongs to. */
const whom: Partial<Record<Recipient, Topic>> = {
  'it-admin': 'ask-it',
  microsoft: 'ask-microsoft',
  seller: 'ask-seller',
  maker: 'ask-maker',
};

/** Returns the topic whose answer fits a question in passing, as things stand. */
export function answerTo(topic: Topic, facts: Facts): Topic {
  const fitting = cases.find(({ holds, answers }) => answers[topic] !== undefined && holds(facts));
  const recipient = topic === 'who-to-ask' ? recipientOf(facts, []) : undefined;
  return fitting?.answers[topic] ?? (recipient && whom[recipient]) ?? topic;
}
