import { createInstance, type i18n } from 'i18next';

/** A key of a file in locales/, `file:path.to.words`, or of bot.json without the file. */
export type WordKey = string;

export type Parameters = Readonly<Record<string, string | number>>;

/** Speaks one language. */
export interface Words {
  readonly language: string;
  /** The words under a key, with the parameters filled in. Throws for a key that is in no file: that is our bug. */
  t(key: WordKey, parameters?: Parameters): string;
  /** A sentence of a page with its `{{placeholders}}` filled in. */
  fill(text: string, parameters: Parameters): string;
}

/** The files of locales/: by language, then by file name without extension. */
export type Locales = Readonly<Record<string, Readonly<Record<string, object>>>>;

/** Makes a speaker for each language. A language that lacks a key answers with the first language's words. */
export function wordsFrom(locales: Locales, parameters: Parameters): ReadonlyMap<string, Words> {
  const languages = Object.keys(locales);
  const instance = createInstance({
    resources: structuredClone(locales),
    fallbackLng: languages[0] ?? 'en',
    defaultNS: 'bot',
    // Replies are plain text; every channel escapes for its own medium.
    interpolation: { escapeValue: false, defaultVariables: parameters },
    initAsync: false,
    parseMissingKeyHandler: (key) => {
      throw new Error(`No words for "${key}" in any file of locales/.`);
    },
  });
  void instance.init();
  return new Map(languages.map((language) => [language, speaker(instance, language, parameters)]));
}

function speaker(instance: i18n, language: string, always: Parameters): Words {
  return {
    language,
    t: (key, parameters) => instance.t(key, { ...parameters, lng: language }),
    fill: (text, parameters) => instance.services.interpolator.interpolate(text, { ...always, ...parameters }, language, {}),
  };
}
