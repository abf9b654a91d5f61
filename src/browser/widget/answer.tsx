import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Choice } from '../../channels/web/wire.ts';
import { Act } from './composer.tsx';
import { Icon } from './icon.tsx';
import { keepTicks, keptTicks } from './visit/keep.ts';
import type { Open } from './visit/visit.ts';
import { word } from './words.ts';

interface AnswerProps {
  readonly open: Open;
  readonly answer: (options: readonly Choice[]) => void;
  readonly say: (text: string) => unknown;
}

/** The buttons under what is asked. Nothing is ever chosen beforehand. */
export function Answer({ open, answer, say }: AnswerProps): JSX.Element {
  const { activity, reply } = open;
  const group = useRef<HTMLFieldSetElement>(null);

  useEffect(() => {
    // The button that was pressed last is gone, and took the keyboard's place with it.
    if (document.activeElement === document.body) group.current?.focus({ preventScroll: true });
  }, []);

  return (
    <fieldset ref={group} class={`options for-${reply.type}`} aria-labelledby={activity} tabIndex={-1}>
      <Options open={open} answer={answer} />
      {reply.type === 'ask' && (reply.hasWhy || reply.canSkip) && (
        <div class="acts">
          {reply.hasWhy && <Act act="why" say={say} />}
          {reply.canSkip && <Act act="skip" say={say} />}
        </div>
      )}
    </fieldset>
  );
}

function Options({ open: { reply, options, question }, answer }: Omit<AnswerProps, 'say'>): JSX.Element {
  if (reply.type === 'ask' && reply.several) return <Several options={options} question={question} answer={answer} />;
  if (reply.type === 'ask' && reply.kind === 'number') return <Scale ends={reply.ends} options={options} answer={answer} />;
  // On the check page every row has a Change button of its own.
  return <Buttons options={options.filter(({ id }) => reply.type !== 'check' || id !== 'change')} answer={answer} />;
}

interface OptionsProps {
  readonly options: readonly Choice[];
  readonly answer: AnswerProps['answer'];
}

function Buttons({ options, answer }: OptionsProps): JSX.Element {
  return (
    <>
      {options.map((option) => (
        <button key={option.id} type="button" class="option" onClick={() => answer([option])}>{option.label}</button>
      ))}
    </>
  );
}

/** What is ticked stays when the question is asked again, and after a reload. */
function Several({ options, question, answer }: OptionsProps & { readonly question: string }): JSX.Element {
  const [chosen, setChosen] = useState<readonly string[]>(() => keptTicks(question));
  const [empty, setEmpty] = useState(false);
  const hint = useId();

  function choose(ids: readonly string[]): void {
    keepTicks(question, ids);
    setChosen(ids);
  }

  function toggle(option: Choice): void {
    setEmpty(false);
    const exclusive = new Set(options.flatMap((one) => (one.exclusive ? [one.id] : [])));
    if (chosen.includes(option.id)) choose(chosen.filter((one) => one !== option.id));
    else choose(option.exclusive ? [option.id] : [...chosen.filter((one) => !exclusive.has(one)), option.id]);
  }

  function confirm(): void {
    if (chosen.length > 0) {
      keepTicks(question, []);
      answer(options.filter(({ id }) => chosen.includes(id)));
    } else setEmpty(true);
  }

  return (
    <>
      <p class="hint" id={hint}>{word('several-hint')}</p>
      {options.map((option) => (
        <label key={option.id} class="option">
          <input type="checkbox" aria-describedby={hint} checked={chosen.includes(option.id)} onChange={() => toggle(option)} />
          <span>{option.label}</span>
        </label>
      ))}
      <p class="hint empty" role="alert">{empty && word('several-none')}</p>
      <button type="button" class="confirm" onClick={confirm}><Icon of="check" />{word('several-send')}</button>
    </>
  );
}

function Scale({ ends, options, answer }: OptionsProps & { readonly ends: { low: string; high: string } | undefined }): JSX.Element {
  const numbers = options.filter(({ id }) => /^\d+$/.test(id));
  const others = options.filter((option) => !numbers.includes(option));
  return (
    <>
      <div class="scale"><Buttons options={numbers} answer={answer} /></div>
      {ends && numbers.length > 0 && (
        <p class="ends">
          <span>{numbers.at(0)?.label} = {ends.low}</span>
          <span>{numbers.at(-1)?.label} = {ends.high}</span>
        </p>
      )}
      <Buttons options={others} answer={answer} />
    </>
  );
}
