import { createInstance, type i18n } from 'i18next';

/** A key of a file in locales/, `file:path.to.words`, or of bot.json without the file. */
export type WordKey = string;

export type Parameters = Readonly<Record<string, string | number>>;

/** Speaks one language. */
export interface Words {
  readonly language: string;
  /** The language as it is written in the clinic's country: for numbers, dates and lists by `Intl`. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** The words under a key, with the parameters filled in, numbers as the language writes them. Throws for a key that is in no file: that is our bug. */
  t(key: WordKey, parameters?: Parameters): string;
  /** A sentence of a page with its `{{placeholders}}` filled in. */
  fill(text: string, parameters: Parameters): string;
}

/** The words of one language, by file and key, and what every sentence may name. */
export interface Locale {
  readonly language: string;
  /** By ISO 3166-1. */
  readonly country: string;
  readonly files: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly parameters: Parameters;
}

/** Makes a speaker for each language. A language that lacks a key answers with the words of `first`. */
export function wordsFrom(first: string, locales: readonly Locale[]): ReadonlyMap<string, Words> {
  const instance = createInstance({
    resources: Object.fromEntries(locales.map(({ language, files }) => [language, structuredClone(files)])),
    fallbackLng: first,
    defaultNS: 'bot',
    keySeparator: false,
    // Replies are plain text; every channel escapes for its own medium.
    interpolation: { escapeValue: false },
    initAsync: false,
    parseMissingKeyHandler: (key) => {
      throw new Error(`No words for "${key}" in any file of locales/.`);
    },
  });
  void instance.init();
  return new Map(locales.map(({ language, country, parameters }) => [language, speaker(instance, language, country, parameters)]));
}

function speaker(instance: i18n, language: string, country: string, always: Parameters): Words {
  const locale = new Intl.Locale(language).region === undefined ? `${language}-${country}` : language;
  const numbers = new Intl.NumberFormat(locale);
  // Every turn shows the same labels again, and looking one up takes longer than understanding an answer.
  const plain = new Map<WordKey, string>();
  const written = (parameters: Parameters = {}): Record<string, string> =>
    Object.fromEntries(Object.entries({ ...always, ...parameters }).map(([name, value]) => [name, typeof value === 'number' ? numbers.format(value) : value]));
  return {
    language,
    locale,
    direction: instance.dir(language),
    t(key, parameters) {
      const ready = parameters ? undefined : plain.get(key);
      if (ready !== undefined) return ready;
      const words = instance.t(key, { ...parameters, replace: written(parameters), lng: language });
      if (!parameters) plain.set(key, words);
      return words;
    },
    fill: (text, parameters) => instance.services.interpolator.interpolate(text, written(parameters), language, {}),
  };
}
