import type { JSX } from 'preact';
import { Icon } from './icon.tsx';
import { dial, speaking, word } from './words.ts';

interface AlertProps {
  readonly id: string;
  readonly level: 'emergency' | 'same-day';
  readonly text: string;
}

/** A warning that can be missed by nobody: its own colour, sign and heading, and the numbers to call before all else. */
export function Alert({ id, level, text }: AlertProps): JSX.Element {
  const { phone, emergencyNumber, crisisLine } = speaking().clinic;
  return (
    <>
      <h2><Icon of="alarm" />{word(`alert-${level}`)}</h2>
      <p class="numbers">
        {level === 'emergency' ? <Call label={word('call')} number={emergencyNumber} /> : <Call label={word('call-clinic')} number={phone} />}
        {text.includes(crisisLine.number) && <Call label={word('call-crisis', { name: crisisLine.name })} number={crisisLine.number} />}
      </p>
      <p class="words" dir="auto" id={id}>{text}</p>
    </>
  );
}

/** A number one tap away. It comes from the clinic's card, never from a text. */
export function Call({ label, number }: { label: string; number: string }): JSX.Element {
  return (
    <a class="call" href={dial(number)}>
      <Icon of="phone" /><span>{label} <span class="number">{number}</span></span>
    </a>
  );
}
