import { ends } from './machine.ts';
import { usualAlerts, type Condition, type Facts, type Page, type Question, type Safety } from './schema.ts';

/** A question, the page it stands on, and how far down it is asked, counted over all pages. */
interface Place {
  readonly page: Page;
  readonly question: Question;
  readonly order: number;
}

const yesOrNo = ['yes', 'no'];
const reserved: readonly string[] = ['each', 'any', ...ends];

/**
 * What is wrong with the pages taken together, in sentences a clinician can act on. Empty if nothing is.
 * The shape of each single page has been checked by its schema before.
 * @param watched the flags that emergency phrases raise
 */
export function problemsIn(pages: readonly Page[], safety: Safety, watched: readonly string[] = []): string[] {
  const places = pages.flatMap((page) => page.questions.map((question) => ({ page, question }))).map((place, order) => ({ ...place, order }));
  return [
    ...twice(pages.map(({ id }) => id)).map((id) => `Two pages have the id "${id}". Give one of them another.`),
    ...twice(places.map(({ question }) => question.id)).map((id) => `Two questions have the id "${id}". Give one of them another.`),
    ...problemsInOrder(places),
    ...pages.flatMap((page) => problemsInRepetition(page, places)),
    ...places.flatMap((place) => [...problemsInQuestion(place), ...problemsInConditions(place, places), ...problemsInFlags(place, safety)]),
    ...problemsInAlerts(safety),
    ...[...new Set(watched)].filter((flag) => !safety.flags[flag]).map((flag) => `emergency.yaml raises the red flag "${flag}", which safety.yaml does not name.`),
  ];
}

function problemsInOrder(places: readonly Place[]): string[] {
  const first = places[0];
  const checks = places.filter(({ question }) => question.type === 'check');
  return [
    ...(first?.question.onlyIf || first?.page.forEach ? [`${at(first)} is the very first question, so nothing can skip it. Take its condition away.`] : []),
    ...(checks.length === 1 && checks[0]?.order === places.length - 1 && checks[0].question.onlyIf === undefined
      ? []
      : ['The last question of the last page, and no other, must be of type "check" and have no condition: there the patient reads and sends the answers.']),
  ];
}

function problemsInRepetition(page: Page, places: readonly Place[]): string[] {
  if (page.forEach === undefined) return [];
  const over = places.find(({ question }) => question.id === page.forEach);
  const start = places.findIndex((place) => place.page === page);
  if (!over || over.order >= start) return [`Page "${page.id}" repeats for each answer of "${page.forEach}", which is not a question on an earlier page.`];
  return over.question.type === 'choices' ? [] : [`Page "${page.id}" repeats for each answer of "${page.forEach}", which must be of type "choices" for that.`];
}

function problemsInQuestion(place: Place): string[] {
  const { question, page } = place;
  const choosing = question.type === 'choice' || question.type === 'choices';
  const texts = [question.ask, question.askCarer ?? '', question.short, question.why ?? ''];
  return [
    ...(reserved.includes(question.id) ? [`${at(place)}: the word "${question.id}" has another meaning here. Choose another id.`] : []),
    ...(choosing && !question.options ? [`${at(place)} is of type "${question.type}" and needs options to choose from.`] : []),
    ...(!choosing && question.options ? [`${at(place)} has options, but its type "${question.type}" brings its own. Use "choice" or "choices", or take the options away.`] : []),
    ...(question.type === 'number' && !question.range ? [`${at(place)} asks for a number and needs a range with min and max.`] : []),
    ...twice(question.options?.map(({ id }) => id) ?? []).map((id) => `${at(place)} has two options with the id "${id}".`),
    ...(page.forEach === undefined && texts.some((text) => text.includes('{{each}}')) ? [`${at(place)} says {{each}}, but its page does not repeat.`] : []),
  ];
}

function problemsInConditions(place: Place, places: readonly Place[]): string[] {
  const { onlyIf, stopIf, redFlags = [] } = place.question;
  return [
    ...(onlyIf ? problemsInCondition('onlyIf', onlyIf, place, places, false) : []),
    ...(stopIf ? problemsInCondition('stopIf', stopIf.when, place, places, true) : []),
    ...redFlags.flatMap(({ flag, when }) => problemsInCondition(`the red flag "${flag}"`, when, place, places, true)),
  ];
}

function problemsInCondition(where: string, condition: Condition, place: Place, places: readonly Place[], mayNameItself: boolean): string[] {
  return condition.flatMap((facts) =>
    Object.entries(facts).flatMap(([id, wanted]) => {
      const named = id === 'each' ? places.find(({ question }) => question.id === place.page.forEach) : places.find(({ question }) => question.id === id);
      if (!named) return [`${at(place)}: ${where} speaks of "${id}", which is not a question.`];
      if (named.order > place.order || (named.order === place.order && !mayNameItself)) {
        return [`${at(place)}: ${where} speaks of "${id}", which is asked ${named === place ? 'here' : 'later'}. It can only look at questions asked before.`];
      }
      if (id !== 'each' && named.page.forEach !== undefined && named.page !== place.page) {
        return [`${at(place)}: ${where} speaks of "${id}", which is asked several times, once for each "${named.page.forEach}". Name that question instead.`];
      }
      return problemsInFact(where, id, wanted, place, named.question);
    }),
  );
}

function problemsInFact(where: string, id: string, wanted: Facts[string], place: Place, named: Question): string[] {
  const isRange = typeof wanted === 'object' && !Array.isArray(wanted);
  if (named.type === 'number' || isRange || typeof wanted === 'number') {
    const unsure = wanted === 'unsure' && named.unsure === true;
    return named.type === 'number' && (isRange || typeof wanted === 'number' || unsure)
      ? []
      : [`${at(place)}: ${where} compares "${id}" with a number, or a number with words. Use { min: …, max: … } for a number and an option for the rest.`];
  }
  const known = answersOf(named);
  return [wanted].flat().filter((answer) => known !== null && !known.includes(answer)).map((answer) => `${at(place)}: ${where} waits for "${id}" to be "${answer}", which is none of its answers (${known?.join(', ')}).`);
}

/** The answers a condition may wait for, or null where any words can be given. */
function answersOf({ type, options, unsure }: Question): string[] | null {
  const more = unsure ? ['unsure'] : [];
  switch (type) {
    case 'yes-no': return [...yesOrNo, ...more];
    case 'yes-no-unsure': return [...yesOrNo, 'unsure'];
    case 'choice':
    case 'choices': return [...(options ?? []).map(({ id }) => id), ...more];
    case 'check': return ['send'];
    case 'number':
    case 'duration':
    case 'distance-or-time':
    case 'date':
    case 'month':
    case 'text':
    case 'name':
    case 'phone':
    case 'email':
    case 'medicines': return null;
    default: return type satisfies never;
  }
}

function problemsInFlags(place: Place, { flags }: Safety): string[] {
  return (place.question.redFlags ?? [])
    .filter(({ flag }) => !flags[flag])
    .map(({ flag }) => `${at(place)} raises the red flag "${flag}", which safety.yaml does not name.`);
}

function problemsInAlerts({ flags, alerts }: Safety): string[] {
  const usual = Object.values(usualAlerts).filter((id) => !alerts[id]).map((id) => `safety.yaml lacks the alert "${id}", which every flag falls back on.`);
  const named = Object.entries(flags).flatMap(([flag, { alert }]) => Object.values(alert).flatMap((id) => (id === undefined ? [] : [{ flag, id }])));
  return [...usual, ...named.filter(({ id }) => !alerts[id]).map(({ flag, id }) => `safety.yaml: the flag "${flag}" names the alert "${id}", which is not there.`)];
}

function at({ page, question }: Place): string {
  return `Page "${page.id}", question "${question.id}"`;
}

function twice(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
