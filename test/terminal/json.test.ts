import { expect, test } from 'vitest';
import { runChat } from './run.ts';

const chat = async (...lines: string[]) => {
  const { out } = await runChat(['--json', '--new'], lines);
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
};

test('chat --json prints one line of JSON with the documented fields per turn', async () => {
  const turns = await chat('会社のPCで0xC004F074が出ます', '{"choice":"done"}', '戻る', '');
  for (const turn of turns) {
    expect(Object.keys(turn)).toEqual(['view', 'facts', 'list', 'outcome', 'handover', 'shown']);
    const fields = ['id', 'lead', 'title', 'text', 'steps', 'headlines', 'notes', 'choices', 'form'];
    expect(Object.keys(turn.view)).toEqual(fields);
  }
  expect(turns).toHaveLength(4);
});

test('chat --json answers an unreadable line with the same question and goes on', async () => {
  const turns = await chat(
    '{"choice":',
    '{"choice":7}',
    '{"what":"ever"}',
    '{"choice":"no-such-button"}',
    '{"choice":"used"}',
  );
  expect(turns.slice(1, 5).map(({ view }) => view.id)).toEqual(Array(4).fill('question.origin'));
  for (const { view } of turns.slice(1, 5)) expect(view.lead.join()).not.toBe('');
  expect(turns.at(-1).facts.origin).toBe('used');
});

test('chat --json takes a form with any of its fields and does not print a secret in it', async () => {
  const turns = await chat(
    '会社のPCです',
    '{"choice":"human"}',
    '{"form":{"edition":"Windows 11 Pro","recent":"VK7JG-NPHTM-C97JM-9MPGT-3V66T を入力 0xC004F074","nonsense":"x"}}',
  );
  const { handover, outcome, facts } = turns.at(-1);
  expect(outcome).toBe('escalated');
  expect(handover.to).toBe('it-admin');
  expect(handover.text).toContain('Windows 11 Pro');
  expect(handover.text).not.toContain('NPHTM');
  expect(facts.errorCodes).toEqual(['0xC004F074']);
});

test('chat --json takes a number in any script as a press of that button', async () => {
  for (const two of ['2', '２', '②']) expect((await chat(two)).at(-1).facts.origin).toBe('organization');
});

test('--lang en makes the chat speak English', async () => {
  const { out } = await runChat(['--lang', 'en', '--new'], ['my work PC']);
  expect(out).toContain('What does the screen say?');
});

test('an unknown --lang ends the chat with code 2 and one line', async () => {
  const { err, code } = await runChat(['--lang', 'xx'], []);
  expect(code).toBe(2);
  expect(err.trim().split('\n')).toHaveLength(1);
});
