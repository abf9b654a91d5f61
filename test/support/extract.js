import chromium from '@sparticuz/chromium';

/** Unpacks the browser once, before the workers start: two of them unpacking at the same time spoil each other's file. */
export default async function extract() {
  await chromium.executablePath();
}
