import { describe, expect, it } from '@jest/globals';
import { allAsked } from '../../../src/understanding/rows.ts';
import { readAll } from '../../../src/understanding/volunteered.ts';
import { english, spanish, today } from '../spoken.ts';

const ids = new Map([['worse_standing_walking', 'walking'], ['relief_sitting', 'sitting'], ['relief_leaning', 'leaning'], ['relief_standing_still', 'stopping']]);
const told = (text: string, language = english) => readAll(text, allAsked, language, today, 'US').flatMap(({ question, value }) => (ids.has(question) && typeof value === 'string' ? [`${ids.get(question)} ${value}`] : [])).toSorted().join(', ');

describe('what a position does', () => {
  it.each([
    ['Both legs go numb when I walk and it stops when I sit down.', 'sitting yes, walking yes'],
    ['My legs hurt when I stand or walk and ease when I sit.', 'sitting yes, walking yes'],
    ['I do fine leaning on the buggy.', 'leaning yes'],
    ['I have to sit down every block and then I can go again.', 'sitting yes, walking yes'],
    ["Stopping and standing is enough, I don't have to sit.", 'stopping yes'],
    ["It doesn't matter if I sit or stand.", 'sitting no, walking no'],
    ['I push the cart, because I can walk much better with it.', 'leaning yes'],
    ['I am fine until I walk.', 'walking yes'],
    ["I can't walk for the pain.", 'walking yes'],
    ['It hurts less when I sit.', 'sitting yes'],
    ['They quit aching when I sit down.', 'sitting yes'],
    ["They don't burn when I lean on the counter.", 'leaning yes'],
    ['I sit down when they tire, and they are fine again.', 'sitting yes'],
    ['Put me in a line at the bank and inside of ten minutes my thighs are burning.', 'walking yes'],
    ["I can't stand in my own kitchen, ten minutes and my legs burn until I sit.", 'sitting yes, walking yes'],
    ['I stand at the stove. Ten minutes and my legs are numb.', 'walking yes'],
    ['I bend over the counter. That takes care of it.', 'leaning yes'],
    ['Walking makes my legs ache, and so does sitting in the recliner.', 'sitting no, walking yes'],
    ['The first few steps are murder, then it loosens up.', 'walking no'],
    ['Bending forward is the worst.', 'leaning no'],
    ['My legs ache and I have to find a chair.', 'sitting yes, walking yes'],
    ['Sitting in the car makes it sore.', 'sitting no'],
    ["I can mow the whole yard because I'm leaning on the mower.", 'leaning yes'],
    ['By the time I have walked down and back my thighs are made of string. I drop into the pew and it eases.', 'sitting yes, walking yes'],
    ["I stop where I am and it's gone, no sitting down needed.", 'stopping yes'],
    ['I walk three miles with the dog no problem.', 'walking no'],
    ['Walking on the flat I can do for hours.', 'walking no'],
    ["I can stand all day, it's walking that gets me.", 'walking yes'],
    ["It's the same whatever I'm doing, and worse at two in the morning.", 'sitting no, walking no'],
    ['Standing still makes them ache.', 'stopping no, walking yes'],
    ['They ache when I am up and quiet down once I am sitting.', 'sitting yes, walking yes'],
    ['He used to walk for miles and now his legs give out on any walk.', 'walking yes'],
    ["I can't walk to the gate without my legs aching.", 'walking yes'],
    ["I can't walk without pain.", 'walking yes'],
    ["I can't sit without my leg burning.", 'sitting no'],
    ['The aching in my legs still goes when I sit.', 'sitting yes'],
    ['They go numb on my feet, then I sit on my stool and they come back.', 'sitting yes, walking yes'],
    ['Legs get heavy walking, I was used to that, and I sit on the seat of my walker and it eases.', 'sitting yes, walking yes'],
    ["I can't stand through a service, my legs start to burn.", 'walking yes'],
    ['Walking I need the cart to lean on.', 'leaning yes, walking yes'],
    ["I can't make it through the grocery store unless I've got a buggy to lean on.", 'leaning yes, walking yes'],
    ['The only way I get around the store is bent over the cart.', 'leaning yes, walking yes'],
    ["Nothing hurts when I'm sat in my chair.", 'sitting yes'],
    ['Standing starts a burning in my legs that only quits when I sit.', 'sitting yes, walking yes'],
    ['After a block my thighs ache and I sit on a wall. Goes right off.', 'sitting yes, walking yes'],
    ["I can't walk a block without sitting down, and then it goes away.", 'sitting yes, walking yes'],
    ['I can walk it off without sitting down, and then it goes away.', 'stopping yes'],
    ["The heaviness in my thighs leaves as soon as I'm seated.", 'sitting yes'],
    ['I walk and my legs go numb, I sit and rest them and it passes.', 'sitting yes, walking yes'],
  ])('is told by "%s"', (text, values) => {
    expect(told(text)).toBe(values);
  });

  it.each([
    ['Se me duermen los pies al estar de pie y al sentarme se me quita.', 'sitting yes, walking yes'],
    ['Me duele igual sentado que parado.', 'sitting no, walking no'],
    ['Con el carrito camino mejor.', 'leaning yes'],
    ['Antes caminaba dos cuadras con dolor en las piernas, se sentaba y se le quitaba.', 'sitting yes, walking yes'],
    ['Desde hace años cuando camina le duelen las piernas, se sienta y se le pasa.', 'sitting yes, walking yes'],
    ['Me duele al agacharme, y sentada en el sillón también.', 'sitting no'],
    ['Ya no puedo quedarme de pie. A los cinco minutos siento un ardor en las nalgas.', 'walking yes'],
    ['Si voy empujando el carrito me duele exactamente igual.', 'leaning no'],
    ['Camina hasta la esquina y las piernas ya no le dan.', 'walking yes'],
    ['Parada, sentada o acostada es lo mismo.', 'sitting no, walking no'],
    ['En plano camino todo lo que quiera sin problema.', 'walking no'],
    ['No puedo caminar sin dolor.', 'walking yes'],
    ['No puedo estar de pie sin que me duelan las piernas.', 'walking yes'],
    ['Al caminar se me entumen las piernas, luego me siento y me reviven.', 'sitting yes, walking yes'],
    ['Camino y se me duermen las piernas, me siento en el andador y se me pasa.', 'sitting yes, walking yes'],
    ['Sin el carrito no aguanto, me arden las piernas.', 'leaning yes, walking yes'],
    ['Parado en la fila me empieza un ardor en las piernas que solo se me quita si me siento.', 'sitting yes, walking yes'],
    ['No puedo caminar a la tienda sin tener que sentarme porque se me entumen las piernas.', 'sitting yes, walking yes'],
    ['Caminando necesito el carrito para apoyarme.', 'leaning yes, walking yes'],
  ])('is told in Spanish by "%s"', (text, values) => {
    expect(told(text, spanish)).toBe(values);
  });

  it.each([
    'The pain eases when I rest.',
    'I sit most of the day. My legs hurt.',
    'My back hurts when I stand up from sitting.',
    'It feels like walking on cotton wool.',
    'My sister says her legs hurt when she walks.',
    'I used to feel better when I sat down.',
    'I have to sit at work all day and it hurts.',
    'The doctor asked if it hurts when I walk.',
    'Some days sitting helps and some days it does not.',
    'Does sitting down help?',
    'Standing is just as bad.',
    'My chest hurts.',
    'By the time I have walked down and back my thighs are made of string. My wife drives me.',
    'I am on my feet all day at work.',
    'I can stand all day.',
    'I walk two blocks without trouble.',
    'Sitting helps sometimes.',
    "The legs get weaker each week no matter what I do.",
    "I sat down hard on the step and now I can't move for pain.",
    'I fell asleep in the chair and my back hurts.',
    'I sit with my friend Doris, who is 88 and has no family near, so I take her breakfast and stay till the girl comes at noon, and any afternoon is all right.',
    "I couldn't tell you whether walking or sitting changes it.",
    'Been hurting since I tumbled off the stool.',
    "I can't walk without a cane.",
    "I can't shop without my wife.",
    'My legs hurt. I sit most of the day. Better in the evening.',
    "I can't walk to the store without stopping.",
    'The aching in my legs scatters when I sit.',
    'The pain comes back when I sit.',
    'I need a cart to lean on because I am unsteady walking.',
    'I have to lean on my husband when I walk.',
  ])('is not guessed from "%s"', (text) => {
    expect(told(text)).toBe('');
  });
});
