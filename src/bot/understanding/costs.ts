/**
 * How likely a reading must be before it is taken; what is less likely is asked. The costs are not equal. To miss a
 * drive that fails, a scam or protection that is off does harm, so those are taken early. An answer too many, or a step
 * further, costs little. A backup, protection that is on and an end that are not there do harm, so those are taken late.
 */
export const early = 0.35;
const light = 0.5;
const usual = 0.7;
export const late = 0.85;
/** The likelihood below which a reading is not even asked. */
export const unlikely = 0.15;
/** How likely the topic of a question must be to be answered where none is taken otherwise, and how many times as likely as the next. */
export const ahead = { least: 0.15, times: 2 };
/** The likelihood from which a topic is asked about where a question is not understood. */
export const faint = 0.03;
/** From these likelihoods on that a message speaks of another's PC, no fact of it is asked; each must be as likely as one that is taken late. */
export const perhapsOthers = 0.3;
export const doubted = 0.5;
/** The likelihood that a clause speaks of another's PC from which on an error code in it is that one's. */
export const othersCode = 0.5;

/** The labels of harm, each with the classes of words that hint at it. Such a label is asked about from a lower likelihood, and beside anything else that is said. */
export const grave: Readonly<Record<string, readonly string[]>> = {
  'drive=failing': ['freeze-word', 'unreadable', 'dying', 'noise-word'],
  'drive=noisy': ['noise-word', 'dying'],
  'scam=told': ['scam-call', 'popup-warning', 'remote-tool', 'gift-card', 'payment', 'password-given'],
  'scam=installed': ['scam-call', 'popup-warning', 'remote-tool'],
  'scam=paid': ['scam-call', 'gift-card', 'payment', 'password-given'],
  'malware=found': ['malware-word'],
  'protection=off': [],
  'protection=stuck': ['stuck-off'],
};
/** The likelihoods from which it is asked about: where such a word is told, and else. */
export const hinted = 0.03;
export const unhinted = 0.1;

const soon: readonly string[] = ['drive=failing', 'drive=noisy', 'data=lost', 'protection=off', 'protection=stuck'];
const slow: readonly string[] = [
  ...['data=backed-up', 'data=none', 'protection=on', 'drive=fine', 'drive=quiet', 'drive=steady', 'reinstall=wanted'],
  ...['solved', 'cancel', 'restart', 'bypass', 'tried-all'].map((intent) => `intent=${intent}`),
];

/** The labels and slots that cost little where they are wrong: an answer, an advice, a step forward or back, a letter that is not sent by itself, a remark. */
const cheap: readonly string[] = [
  ...['topic', 'to', 'tried', 'seller', 'sale', 'reader', 'subject', 'case', 'message'],
  ...['provenance', 'ownership', 'key'],
  // A situation is named with its advice, and a button takes it back.
  ...['license', 'machine', 'firmware', 'account', 'recent=edition', 'network=blocked'],
  ...['done', 'next', 'stuck', 'skip', 'repeat', 'steps', 'all', 'continue', 'help', 'human', 'write', 'not-yet'].map(
    (intent) => `intent=${intent}`,
  ),
  ...['sending', 'not-solved', 'thanks', 'got-it', 'greeting', 'dont-know'].map((intent) => `intent=${intent}`),
];
const isCheap = (label: string): boolean => isAmong(cheap, label);

/** Where a bare word would decide over data or over protection. */
const careful: readonly string[] = ['data', 'putback', 'rescue'];
const bare: readonly string[] = ['intent=yes', 'intent=no', 'intent=done'];

/** Where somebody does the steps of a list, or is asked whether they helped. */
const doing: readonly string[] = ['list', 'step', 'check'];

/** Where a proposal of a language model counts: it says nothing by itself of an end, of activation without a licence, or of a bare yes. */
const neverProposed: readonly string[] = [
  ...['whose', 'when', 'case', 'message=activated'],
  ...['bypass', 'yes', 'no', 'back', 'wrong'].map((intent) => `intent=${intent}`),
];
/** What rests on no proposal alone: safety, data, and what ends a case or hands it over. */
const alwaysAsked: readonly string[] = [
  ...['drive', 'data', 'protection', 'scam', 'malware', 'reinstall'],
  ...['solved', 'cancel', 'restart', 'tried-all', 'human', 'write'].map((intent) => `intent=${intent}`),
];
const isAmong = (labels: readonly string[], label: string): boolean =>
  labels.includes(label) || labels.includes(label.split('=')[0] ?? '');

/** Returns what a label may become that a language model proposes and a message bears: taken where a mistake costs little, or where the own reading finds it likely as well; asked about with a button; or nothing. `own`: its likelihood by the own reading. */
export function proposable(label: string, place: string, own: number): 'taken' | 'asked' | 'never' {
  if (isAmong(neverProposed, label)) return 'never';
  if (isAmong(alwaysAsked, label)) return 'asked';
  const needed = thresholdOf(label, place, false);
  return needed <= light || (needed <= usual && own >= unlikely) ? 'taken' : 'asked';
}

/** Labels of what people ask about more often than they tell it: that files are gone, that it is about Windows 10. */
export const feared: readonly string[] = ['data=lost', 'subject=windows-10'];

/** Returns the likelihood from which a label is taken for true at a place, in a question or not. */
export function thresholdOf(label: string, place: string, isQuestion: boolean): number {
  if (careful.includes(place) && bare.includes(label)) return late;
  // Whoever is asked for copies and tells of them need not be as sure of word as somebody who mentions them.
  if (place === 'data' && label.startsWith('data=') && !isQuestion) return usual;
  if (isQuestion && feared.includes(label)) return late;
  // During the steps, or when asked whether it helped, "gone" means that the message is gone.
  if (doing.includes(place) && label === 'intent=solved') return usual;
  if (place === 'check' && label === 'data=lost') return late;
  if (soon.includes(label) || /^(?:scam|malware)=/.test(label)) return early;
  return slow.includes(label) ? late : isCheap(label) ? light : usual;
}
