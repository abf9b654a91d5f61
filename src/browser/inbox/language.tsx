import { useEffect, useState } from 'preact/hooks';
import { languages, onSpeaking, speak, speaking, word } from './words.ts';

/** What the page speaks. Whoever asks is drawn again when that changes, with all that is below. */
export function useLanguage(): string {
  const [language, set] = useState(speaking().language);
  useEffect(() => onSpeaking(() => set(speaking().language)), []);
  return language;
}

/** The languages of the clinic, each by its own name; nothing to choose where there is one. */
export function LanguageChoice() {
  if (languages.length < 2) return null;
  return (
    <select class="language" aria-label={word('header.language')} value={speaking().language} onChange={(event) => speak(event.currentTarget.value)}>
      {languages.map(({ language, name }) => <option key={language} value={language} lang={language}>{name}</option>)}
    </select>
  );
}
