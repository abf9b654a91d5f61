import type { Hit, Hits } from './lexicon.ts';
import { around, covers, overlap, spanOf } from './stretch.ts';

type About = Readonly<Record<'emergency' | 'anybody' | 'recent' | 'over' | 'past' | 'lasts' | 'now' | 'dead', boolean>>;

/** The people of a message: whom a set of hits is said of. */
export type People = {
  /**
   * Whether it is said of somebody who is not the patient, and need not be heard. A husband or mother is the patient if somebody
   * says so ("I am filling this in for him") or it is known that another person answers, if it is an emergency and nobody says that
   * they are the patient themselves, or, where nobody says "I", if it has just happened. An emergency is heard of other relatives, and
   * of friends and neighbors only where somebody answers for another, unless it is told as `past` or as what `lasts`, and not as of
   * `now`. Of relatives, some signs are heard of `anybody`, though past.
   * Somebody who has died is never the patient, nor are people in general.
   */
  other(found: readonly Hit[], about: About): boolean;
};

const named = ['kin', 'relatives', 'acquaintances', 'strangers'];

/**
 * Reads who is named, in order, from the lists of stance.yaml; "my" in "my wife" is not the patient.
 * @param carer whether somebody else answers for the patient
 */
export function peopleIn(hits: Hits, sentence: readonly number[], carer: boolean): People {
  const of = (list: string) => hits.get(list) ?? [];
  const persons = inOrder(named.flatMap(of));
  const clear = persons.filter((person) => !around(persons, person.from, 4).some((wider) => wider !== person && covers(wider, person) && wider.to - wider.from > person.to - person.from));
  const spoken = [...of('self'), ...of('third')].filter((hit) => !around(persons, hit.from, 4).some((person) => overlap(person, hit)));
  const people = inOrder([...spoken, ...clear]);
  const answering = carer || of('answering_for').length > 0;
  const ownAccount = of('own_account').length > 0;
  const alone = !spoken.some(({ list }) => list === 'self');

  function who(found: readonly Hit[]): Hit | undefined {
    const { from, to } = spanOf(found);
    // "Everyone" in "everyone would be better off without me" is not whom it is said of.
    const inside = (person: Hit) => person.list === 'strangers' && found.some((hit) => covers(hit, person));
    const near = around(people, to, 8).filter((person) => person.from < to && sentence[person.from] === sentence[from] && !inside(person));
    return (
      near.findLast((person) => person.from >= from && person.list === 'self') ??
      near.findLast((person) => person.from <= from) ??
      near.find(({ list }) => list === 'third')
    );
  }

  function meant(person: Hit): Hit | undefined {
    return person.list === 'third' ? clear.findLast(({ from }) => from < person.from) : person;
  }

  return {
    other(found, { emergency, anybody, recent, over, past, lasts, now, dead }) {
      const person = who(found);
      if (!person || person.list === 'self') return false;
      const list = meant(person)?.list;
      if (list === undefined) return false;
      if (list === 'strangers' || dead) return true;
      if (answering && list !== 'acquaintances') return false;
      if (!answering && list === 'acquaintances') return true;
      if (list !== 'kin') return !emergency || (!now && (lasts || (past && !(anybody && list === 'relatives'))));
      if (over && !recent && !now) return true;
      return !(emergency ? !ownAccount : alone && recent);
    },
  };
}

function inOrder(hits: readonly Hit[]): Hit[] {
  return hits.toSorted((one, two) => one.from - two.from);
}
