import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Choice } from '../../channels/web/wire.ts';
import { Icon } from './icon.tsx';
import type { Open } from './visit/visit.ts';
import { word } from './words.ts';

interface AnswerProps {
  readonly open: Open;
  readonly answer: (options: readonly Choice[]) => void;
}

/** The buttons under what is asked. Nothing is ever chosen beforehand. */
export function Answer({ open: { reply, options: all }, answer }: AnswerProps): JSX.Element | null {
  // On the check page every row has a Change button of its own.
  const options = all.filter(({ id }) => reply.type !== 'check' || id !== 'change');
  if (options.length === 0) return null;
  if (reply.type === 'ask' && reply.several) return <Several legend={reply.text} options={options} answer={answer} />;
  if (reply.type === 'ask' && reply.kind === 'number') return <Scale legend={reply.text} ends={reply.ends} options={options} answer={answer} />;
  return (
    <fieldset class={`options ${reply.type}`}>
      <legend class="unseen">{reply.text}</legend>
      {options.map((option) => (
        <button key={option.id} type="button" class="option" onClick={() => answer([option])}>{option.label}</button>
      ))}
    </fieldset>
  );
}

interface OptionsProps {
  readonly legend: string;
  readonly options: readonly Choice[];
  readonly answer: AnswerProps['answer'];
}

function Several({ legend, options, answer }: OptionsProps): JSX.Element {
  const [chosen, setChosen] = useState<readonly Choice[]>([]);
  const [empty, setEmpty] = useState(false);
  const hint = useId();

  function toggle(option: Choice): void {
    setEmpty(false);
    if (chosen.includes(option)) setChosen(chosen.filter((one) => one !== option));
    else setChosen(option.exclusive ? [option] : [...chosen.filter(({ exclusive }) => !exclusive), option]);
  }

  return (
    <fieldset class="options several" aria-describedby={hint}>
      <legend class="unseen">{legend}</legend>
      <p class="hint" id={hint}>{word('several-hint')}</p>
      {options.map((option) => (
        <label key={option.id} class="option">
          <input type="checkbox" checked={chosen.includes(option)} onChange={() => toggle(option)} />
          <span>{option.label}</span>
        </label>
      ))}
      <p class="hint empty" role="alert">{empty && word('several-none')}</p>
      <button type="button" class="confirm" onClick={() => (chosen.length > 0 ? answer(options.filter((option) => chosen.includes(option))) : setEmpty(true))}>
        <Icon of="check" />{word('several-send')}
      </button>
    </fieldset>
  );
}

function Scale({ legend, ends, options, answer }: OptionsProps & { readonly ends: { low: string; high: string } | undefined }): JSX.Element {
  const numbers = options.filter(({ id }) => /^\d+$/.test(id));
  const others = options.filter((option) => !numbers.includes(option));
  return (
    <fieldset class="options">
      <legend class="unseen">{legend}</legend>
      <div class="scale">
        {numbers.map((option) => (
          <button key={option.id} type="button" class="option" onClick={() => answer([option])}>{option.label}</button>
        ))}
      </div>
      {ends && (
        <p class="ends">
          <span>{numbers.at(0)?.label} = {ends.low}</span>
          <span>{numbers.at(-1)?.label} = {ends.high}</span>
        </p>
      )}
      {others.map((option) => (
        <button key={option.id} type="button" class="option" onClick={() => answer([option])}>{option.label}</button>
      ))}
    </fieldset>
  );
}
