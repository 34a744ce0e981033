import { type Flow, say } from './kit.ts';

const write = { target: '#escalated' } as const;
const backToTalk = [{ guard: 'underway', target: '#last' }, { target: '#next' }] as const;

/** The states that hand the case to a person: choose the recipient, fill in the form, write the message. */
export const handover = {
  id: 'handover',
  initial: 'gate',
  on: {
    tell: [
      { guard: 'urgent', actions: 'learn', target: '#next' },
      { actions: 'learn', target: '#handover' },
    ],
  },
  states: {
    gate: {
      always: [
        {
          guard: 'lowered',
          target: '#putback',
          actions: [{ type: 'leaveTo', params: { to: 'escalated' } }, say('put-back-then-message')],
        },
        { guard: 'addressed', target: 'form' },
        { target: 'to' },
      ],
    },
    to: {
      id: 'to',
      meta: { kind: 'recipient' },
      on: {
        address: { target: 'form', actions: 'addressee' },
        'dont-know': [
          {
            guard: 'mayBeOrganization',
            target: '#escalated',
            actions: { type: 'address', params: { to: 'it-admin' } },
          },
          { target: '#escalated', actions: { type: 'address', params: { to: 'microsoft' } } },
        ],
        back: backToTalk,
      },
    },
    form: {
      meta: { kind: 'form' },
      on: {
        submit: { ...write, actions: 'detail' },
        // What is told in free words while the form is open.
        enter: { actions: 'detail' },
        skip: write,
        done: write,
        next: write,
        yes: write,
        no: write,
        'dont-know': write,
        'other-recipient': { target: 'to' },
        back: backToTalk,
      },
    },
  },
} as const satisfies Flow;
