import type { JSX } from 'preact';
import { Icon } from './icon.tsx';
import { bootstrap, dial, word } from './words.ts';

/** A warning that can be missed by nobody: its own colour, sign and heading, and the numbers to call. */
export function Alert({ level, text }: { level: 'emergency' | 'same-day'; text: string }): JSX.Element {
  return (
    <>
      <h2><Icon of="alarm" />{word(`alert-${level}`)}</h2>
      <p class="words" dir="auto">{text}</p>
      <Numbers level={level} text={text} />
    </>
  );
}

/** The numbers come from the clinic's card, never from a text. */
function Numbers({ level, text }: { level: 'emergency' | 'same-day'; text: string }): JSX.Element {
  const { phone, emergencyNumber, crisisLine } = bootstrap.clinic;
  return (
    <p class="numbers">
      {level === 'emergency' && <Call number={emergencyNumber}>{word('call-emergency', { emergency: emergencyNumber })}</Call>}
      {text.includes(crisisLine.number) && <Call number={crisisLine.number}>{word('call-crisis', { ...crisisLine })}</Call>}
      {level === 'same-day' && <Call number={phone}>{word('call-clinic', { phone })}</Call>}
    </p>
  );
}

/** A number one tap away. */
export function Call({ number, children }: { number: string; children: string }): JSX.Element {
  return <a class="call" href={dial(number)}><Icon of="phone" />{children}</a>;
}
