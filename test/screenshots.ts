import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { aBrowser, aNurse, aPatient, desktop, phone } from './support/browser.ts';
import { optionsOf } from '../src/conversation/answer.ts';
import { voiceOf } from '../src/conversation/content.ts';
import { shipped } from './support/content.ts';
import { aDataFolder, aProcess } from './support/server.ts';

// `npm run screenshots`: the pictures of the README, made from a visit of an invented patient. Nothing in them is anybody's.
// Another folder can be named, to try them without renewing the README's.
const folder = process.argv[2] ?? join(import.meta.dirname, '../docs/pictures');
mkdirSync(folder, { recursive: true });
const data = aDataFolder();
const server = await aProcess(data.folder);
const browser = await aBrowser();

const patient = await aPatient(await browser.newContext(phone), server.address);
await patient.tap('It is about me');
await patient.tap('Yes');
for (let list = 1; list <= 4; list++) await patient.tap('None of these');
await patient.tap('Low back', 'Thigh', 'Calf');
await patient.tap('Both sides');
await patient.tap('Pain', 'Numbness');
await patient.tap('Numb in both legs');
await patient.tap('The legs or buttocks');
await patient.write('going on three years');
await patient.tap('Yes');
await patient.page.screenshot({ path: join(folder, 'chat.png') });

const alarmed = await aPatient(await browser.newContext(phone), server.address);
await alarmed.tap('It is about me');
await alarmed.tap('Yes');
await alarmed.tap('None of these');
await alarmed.tap('Hard to start or stop passing urine, or can not feel it pass');
await alarmed.write('yes, since yesterday');
await alarmed.page.screenshot({ path: join(folder, 'emergency.png') });
await alarmed.tap('I understand');

const nurse = await aNurse(await browser.newContext(desktop), server.setupLink ?? '');
await patient.write('I would like to talk to a person');
await nurse.getByRole('link', { name: /Emergency/ }).click();
await nurse.getByText('Acknowledged in the chat').waitFor();
await nurse.screenshot({ path: join(folder, 'inbox.png') });

// The same chat on the phone of somebody who reads Spanish, and her case on the desk of a nurse who does.
const spanish = voiceOf(shipped, 'es');
const page = await (await browser.newContext({ ...phone, locale: 'es-MX' })).newPage();
await page.goto(`${server.address}/widget`);
for (const [question, option] of [['respondent', 'self'], ['consent', 'yes']] as const) {
  const item = shipped.dialog.byId.get(question);
  const label = item && optionsOf(item, spanish).find(({ id }) => id === option)?.label;
  await page.getByRole('button', { name: label ?? '', exact: true }).click();
}
await page.getByRole('checkbox').first().waitFor();
await page.screenshot({ path: join(folder, 'chat-es.png') });
await page.getByRole('textbox').fill('no puedo orinar desde ayer y tengo dormido entre las piernas');
await page.getByRole('button', { name: spanish.t('widget:send'), exact: true }).click();
await page.locator('.message.alert').waitFor();
await page.screenshot({ path: join(folder, 'emergency-es.png') });
await nurse.locator('header select').selectOption('es');
await nurse.getByRole('link', { name: new RegExp(spanish.t('staff:urgency.emergency'), 'i') }).first().click();
await nurse.getByText(spanish.t('staff:actions.claim')).first().waitFor();
await nurse.screenshot({ path: join(folder, 'inbox-es.png') });

await browser.close();
await server.kill();
data.remove();
