import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aBrowser } from './support/browser.ts';

// `npm run teams:icons`: draws the icons of the Teams app from manifest/mark.svg. Another folder can be named, to try a drawing first.
const manifest = join(import.meta.dirname, '../manifest');
const folder = process.argv[2] ?? manifest;
const mark = readFileSync(join(manifest, 'mark.svg'), 'utf8');

// Teams rounds the colour icon's corners itself, and asks for a margin around what is drawn; the outline fills its square.
const icons = [
  { file: 'color.png', size: 192, ground: '#0b5d5b', drawn: 120 },
  { file: 'outline.png', size: 32, ground: 'transparent', drawn: 32 },
] as const;

const browser = await aBrowser();
for (const { file, size, ground, drawn } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<body style="margin:0;height:100vh;display:grid;place-items:center;background:${ground}"><div style="width:${drawn}px;height:${drawn}px">${mark}</div>`);
  await page.screenshot({ path: join(folder, file), omitBackground: true });
}
await browser.close();
