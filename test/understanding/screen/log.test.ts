import { describe, expect, test } from 'vitest';
import { isLog, readLog, readScreen, seenSchema, wordsBesideLog } from '../../../src/bot/understanding/screen/index.ts';
import { linesOf } from './lines.ts';

const kms = `Software licensing service version: 10.0.26100.1742

Name: Windows(R), Enterprise edition
Description: Windows(R) Operating System, VOLUME_KMSCLIENT channel
Activation ID: 73111121-5638-40f6-bc11-f1d7b0d64300
Product Key Channel: Volume:GVLK
Installation ID: 123456789012345678901234567890123456789012345678901234567890123
Partial Product Key: 2YT43
License Status: Notification
Notification Reason: 0xC004F074 (non-genuine).
Volume activation expiration: 259200 minute(s) (180 day(s))
Registered KMS machine name: kms01.secret-corp.example:1688`;
const oem = `名前: Windows(R), Core edition
説明: Windows(R) Operating System, OEM_DM channel
プロダクト キーの一部: 8HVX7
ライセンスの状態: ライセンスされています`;
const joined = `| Device State |
             AzureAdJoined : YES
          EnterpriseJoined : NO
              DomainJoined : NO
               Device Name : LAPTOP-TARO
           WorkplaceJoined : NO
                TenantName : Secret Corp`;

test('what slmgr prints of a volume licence is read, without its names and keys', () => {
  expect(readLog(kms)).toEqual({
    codes: ['0xC004F074'],
    unclear: false,
    page: 'output',
    facts: { message: 'org-service', edition: 'enterprise' },
    signs: ['org-service'],
    organization: true,
    license: { channel: 'kms', status: 'notification', days: 180, kms: true },
    secret: true,
    empty: false,
  });
});

test('what slmgr prints of a licence of the maker is read, in Japanese', () => {
  const seen = readLog(oem);
  expect(seen.license).toEqual({ channel: 'oem-dm', status: 'licensed', days: null, kms: null });
  expect(seen).toMatchObject({ facts: { message: 'activated', edition: 'home' }, organization: false, secret: false });
});

test('a PC that has joined an organisation is known, and one where an account is only registered is told apart', () => {
  expect(readLog(joined)).toMatchObject({ facts: { origin: 'organization' }, organization: true });
  const registered = joined.replace('YES', 'NO').replace('WorkplaceJoined : NO', 'WorkplaceJoined : YES');
  expect(readLog(registered).facts).toEqual({ account: 'work' });
  expect(readLog(joined.replace('YES', 'NO'))).toMatchObject({ facts: {}, organization: false });
});

test('the licence of Office is not taken for that of Windows', () => {
  expect(readLog('LICENSE NAME: Office 24, Office24ProPlus\nLICENSE STATUS: ---LICENSED---').facts).toEqual({
    subject: 'office',
  });
});

test('where several licences are printed, neither is taken', () => {
  expect(readLog(`${oem}\n\n${kms}`).license).toMatchObject({ channel: null, status: null });
});

test('no KMS machine is known where none is named', () => {
  expect(readLog('License Status: Licensed\nKMS machine name from DNS: not available').license.kms).toBe(false);
});

test('the same is read from a picture of it', () => {
  const picture = `プロ ダク ト キー チャ ネル : Volume:GVLK
ブロ ダク ト キー の 一 部 : 2YT43
ライ セン ス の 状態 : 通知
通知 の 理由 : OxC004F074
KMS コン ピピ ュー ター 名: kms.contoso.local:1688`;
  expect(readScreen(linesOf(picture))).toMatchObject({
    codes: ['0xC004F074'],
    page: 'output',
    license: { channel: 'kms', status: 'notification', kms: true },
  });
});

test('what was seen survives as JSON under its schema, which takes no other label', () => {
  const seen = readLog(kms);
  expect(seenSchema.parse(JSON.parse(JSON.stringify(seen)))).toEqual(seen);
  expect(seenSchema.safeParse({ ...seen, codes: ['0x12345678'] }).success).toBe(false);
  expect(seenSchema.safeParse({ ...seen, facts: { origin: 'elsewhere' } }).success).toBe(false);
  expect(seenSchema.safeParse({ ...seen, text: 'secret' }).success).toBe(false);
});

describe('a message is a log', () => {
  test.each([
    kms,
    oem.split('\n').slice(2).join('\n'),
    joined,
    'Deployment Image Servicing and Management tool\nVersion: 10.0.26100.1\nError: 0x800f081f',
  ])('%s', (text) => {
    expect(isLog(text)).toBe(true);
  });
});

describe('a message of a person is none', () => {
  test.each([
    'エラーコード: 0xC004F074\nエディション: Windows 11 Pro\n場所: 自宅',
    'License Status: Licensed と出ます',
    '会社のPCです。slmgr /dlv は何を見ればいいですか',
    'From: taro@example.com\nSubject: activation\nDate: Monday',
    '',
  ])('%s', (text) => {
    expect(isLog(text)).toBe(false);
  });
});

describe('beside the output of a program', () => {
  const headed = `Microsoft (R) Windows Script Host Version 10.0
Copyright (C) Microsoft Corporation. All rights reserved.

${kms}`;
  const run = `C:\\Windows\\System32>cscript slmgr.vbs /xpr
Windows(R), Enterprise edition:
    The machine is permanently activated.`;

  test.each([kms, oem, joined, headed, run])("what a program printed is nobody's word: %#", (text) => {
    expect(isLog(text)).toBe(true);
    expect(wordsBesideLog(text)).toBe('');
  });

  test('what a person wrote above and below it is theirs', () => {
    expect(wordsBesideLog(`What does this mean?\n${headed}\n\nIt is my work PC`)).toBe(
      'What does this mean?\nIt is my work PC',
    );
    expect(wordsBesideLog(`会社のPCです。助けてください\n\n${oem}`)).toBe('会社のPCです。助けてください');
  });
});
