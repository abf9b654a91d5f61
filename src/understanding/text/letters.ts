/** Cyrillic and Greek letters that cannot be told from a Latin one, after it; from confusables.txt of Unicode Technical Standard 39. */
const lookalikes = new Map(
  ('aаα cсϲ eеҽ iіιı jјϳ oоοσ pрρ sѕ xхχ yуүγ hһ dԁ qԛ wԝ vνѵ kк uυ lӏ AАΑ BВΒ CСϹ EЕΕ HНΗ IІΙӀ JЈ KКΚ MМΜ NΝ OОΟ PРΡ SЅ TТΤ XХΧ YΥҮ ZΖ QԚ WԜ VѴ')
    .split(' ')
    .flatMap(([latin = '', ...others]) => others.map((other): [string, string] => [other, latin])),
);

/** The text with letters of another script as the Latin ones they look like, of the same length: "mе duеle" typed on a Russian keyboard. */
export function inLatin(text: string): string {
  return text.replaceAll(/[\u0131\u0370-\u052F]/gu, (letter) => lookalikes.get(letter) ?? letter);
}
