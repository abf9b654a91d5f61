import { describe, expect, it } from '@jest/globals';
import { commandLike, readCommand } from '../../src/understanding/command.ts';
import { shipped } from '../support/content.ts';
import { english, spanish } from './spoken.ts';

describe('a command', () => {
  it('is heard in plain speech, politely and roughly spelled', () => {
    const said = {
      'why do you need to know that': 'why', 'skip this one please': 'skip', "I'd rather not say": 'skip', 'can we go back': 'back', 'I alredy told you': 'already-told',
      'let me talk to a nurse': 'person', 'I dont understand the question': 'help', 'what was the question': 'repeat', 'stop asking me': 'stop', 'can I finish this tomorrow': 'save',
      'start over': 'start-again', 'delete my answers': 'forget', 'i understand': 'acknowledge',
    };
    for (const [text, deed] of Object.entries(said)) expect([text, readCommand(text, english)?.do]).toEqual([text, deed]);
  });

  it('is heard in Spanish', () => {
    const said = { '¿por qué pregunta eso?': 'why', 'prefiero no decirlo': 'skip', 'ya se lo dije': 'already-told', 'no le entiendo': 'help', 'quiero hablar con una persona': 'person', 'luego sigo': 'save' };
    for (const [text, deed] of Object.entries(said)) expect([text, readCommand(text, spanish)?.do]).toEqual([text, deed]);
  });

  it('is not heard in an answer that holds its word', () => {
    const spoken = ['tengo que descansar un rato', 'eso es lo que dijo el doctor', 'prefiero no caminar mucho', 'una vez más me caí', 'estoy harta del dolor'];
    for (const text of spoken) expect([text, readCommand(text, spanish)]).toEqual([text, undefined]);
    const more = ['I have to go to the bathroom all the time', 'I put on weight I should have lost', 'I said to my wife it should be over by now', 'can a person walk the next day', 'I have to take a break every block', "I'm so tired of this pain", 'I need to change positions', 'I meant to lose weight', 'they already put rods in', 'stiff in the morning', 'I skip it some days'];
    for (const text of more) expect([text, readCommand(text, english)]).toEqual([text, undefined]);
    for (const text of ['my back hurts', 'I had to stop walking', 'no one can help me walk', 'it helps', 'I skip meals', 'the person I live with', 'later in the day', 'back pain', 'it came back', 'I understand it is arthritis', 'I saw a nurse last week']) {
      expect([text, readCommand(text, english)]).toEqual([text, undefined]);
    }
  });

  it('is heard in a last or first clause of its own, where the message answers nothing', () => {
    const said = { "my ride's here, got to go": 'save', 'rather not go through all that again, next': 'skip', 'too long a story, move on': 'skip', 'I have things to do, goodbye': 'stop', "come again? I don't follow": 'help' };
    for (const [text, deed] of Object.entries(said)) expect([text, readCommand(text, english)?.do]).toEqual([text, deed]);
    expect(readCommand('me hablan, ahorita vengo', spanish)?.do).toBe('save');
    expect(readCommand('two years, goodbye', english, { question: 'duration' })).toBeUndefined();
  });

  it('is heard when what was asked is put in doubt, or said to be known', () => {
    const said = {
      'what has walking got to do with my back': 'why', "I don't see why you need that": 'why', "I'd sooner not put a number on it": 'skip', 'a lady never tells': 'skip', 'could you put the question to me again': 'repeat',
      'I put diabetes no but it should be yes': 'change', 'can a nurse help me with this': 'person', 'I told you that': 'already-told', 'wait I want to fix what I put for allergies': 'change', 'let me talk to Debbie at the desk': 'person',
      "that's enough questions now": 'stop', 'I gave you that on the first page': 'already-told', "supper's ready, I'll finish this after": 'save', 'hang on, I put right side before and its the left': 'change', 'my phone number was wrong': 'change', 'go back a step': 'back',
    };
    for (const [text, deed] of Object.entries(said)) expect([text, readCommand(text, english)?.do]).toEqual([text, deed]);
    const spoken = { 'eso no lo contesto': 'skip', 'de eso no quiero hablar': 'skip', 'eso ya se lo contesté': 'already-told', 'prefiero que me llamen': 'person', 'ya basta de preguntas': 'stop', 'no hablo inglés': 'language' };
    for (const [text, deed] of Object.entries(spoken)) expect([text, readCommand(text, spanish)?.do]).toEqual([text, deed]);
  });

  it('is not heard in what only sounds like one', () => {
    const said = [
      "I don't have a phone", 'physio was a waste of time', 'they do after a minute', 'it comes back in a minute', 'my feet come back when I sit', 'I have had enough of this life', "I'm gonna do it tonight", 'same as before', 'I mixed up my pills',
      "I'm confused and my heart is racing", "I can't lift my arms over my head", 'I put the pills on the table and look at them', 'my legs refuse to move', "I don't care to live anymore", 'embarrassed to say but I messed the bed', 'I want to go back to work', 'need to rest every block', 'not today',
    ];
    for (const text of said) expect([text, readCommand(text, english)]).toEqual([text, undefined]);
    const spoken = ['ya no quiero seguir viviendo así', 'antes no era así', 'como dijo el doctor', 'regresar a la cama', 'me da pena decirlo pero me orino', 'me llaman Lupe', 'no doy ni un paso', 'otra vez la pierna', 'sería mejor no estar'];
    for (const text of spoken) expect([text, readCommand(text, spanish)]).toEqual([text, undefined]);
  });

  it('changes the language, from either one', () => {
    expect(readCommand('me puede preguntar en español please', english)).toEqual({ do: 'language', to: 'es' });
    expect(readCommand('in English please', spanish)).toEqual({ do: 'language', to: 'en' });
  });

  it('asks for a language the clinic may not speak, by its own name and by ours', () => {
    const said = {
      'français': 'fr', 'do you speak French?': 'fr', 'Deutsch': 'de', 'can you talk German': 'de', 'quiero chino': 'zh', 'Chinese please': 'zh', '中文': 'zh', 'I only speak Mandarin': 'zh', 'Tiếng Việt': 'vi', 'Vietnamese': 'vi',
      '한국어': 'ko', 'in Korean please': 'ko', 'العربية': 'ar', 'Arabic': 'ar', 'русский': 'ru', 'does anyone speak Russian': 'ru', 'português': 'pt', 'Portuguese': 'pt', 'Kreyòl': 'ht', 'Haitian Creole': 'ht', 'Tagalog': 'tl',
    };
    for (const [text, to] of Object.entries(said)) {
      expect([text, readCommand(text, english)]).toEqual([text, { do: 'language', to }]);
      expect([text, readCommand(text, spanish)]).toEqual([text, { do: 'language', to }]);
    }
    for (const [text, to] of Object.entries({ '¿habla francés?': 'fr', 'en alemán': 'de', 'solo hablo vietnamita': 'vi', 'coreano': 'ko', 'en árabe por favor': 'ar', 'quiero hablar ruso': 'ru', 'portugués': 'pt', 'criollo haitiano': 'ht', 'tagalo': 'tl' })) {
      expect([text, readCommand(text, spanish)]).toEqual([text, { do: 'language', to }]);
    }
  });

  it('is not heard in a name, or in something that comes from another country', () => {
    for (const text of ['German Example', 'Frances', 'Germán', 'French', 'I take Chinese herbs', 'my doctor speaks Russian', 'my Polish aide helps me', 'I walk to the Italian market', 'hierbas chinas', 'vivo en un barrio chino']) {
      expect([text, readCommand(text, english)]).toEqual([text, undefined]);
      expect([text, readCommand(text, spanish)]).toEqual([text, undefined]);
    }
  });

  it('names the answer to change', () => {
    expect(readCommand('change my phone number', english)).toEqual({ do: 'change', what: 'phone number' });
    expect(readCommand('I made a mistake', english)).toEqual({ do: 'change', what: '' });
  });

  it('is not heard when somebody only asks who is answering', () => {
    for (const text of ['are you a robot', 'are you a real person?', 'is this a bot or a person', 'am I talking to a real human?', 'are you a machine or what']) expect([text, readCommand(text, english)]).toEqual([text, undefined]);
    for (const text of ['¿eres un robot?', '¿eres una persona de verdad?', '¿es usted una persona o una máquina?', '¿estoy hablando con una computadora?']) expect([text, readCommand(text, spanish)]).toEqual([text, undefined]);
    for (const text of ['can I talk to a real person', 'are you a robot? I want a person', 'get me a real human']) expect([text, readCommand(text, english)?.do]).toEqual([text, 'person']);
    for (const text of ['quiero hablar con una persona de verdad', 'no quiero hablar con un robot']) expect([text, readCommand(text, spanish)?.do]).toEqual([text, 'person']);
  });

  it('names the answer to change also where the slip itself names it', () => {
    expect(readCommand('the name should be Robert Smith', english)).toEqual({ do: 'change', what: 'name should be Robert Smith' });
    expect(readCommand('that should say both legs', english)?.do).toBe('change');
  });
});

describe('what nobody put into a phrase', () => {
  const { wishes } = shipped;
  it.each([
    ["Shan't be answering that, thank you", 'skip'],
    ['put that question to me one more time, the dog barked', 'repeat'],
    ['is there a reason you ask about pacemakers?', 'why'],
    ['that wants explaining, what counts as a fall', 'help'],
    ['my soup is boiling over, will finish after', 'save'],
    ['sáltese esa pregunta por favor', 'skip'],
  ])('is heard by its likeness to what others write: %s', (text, deed) => expect(commandLike(text, wishes)?.do).toBe(deed));

  it('outranks a phrase where there is hardly a doubt', () => {
    const text = 'you have my name wrong its Delores not Doris';
    expect(readCommand(text, english)).toEqual({ do: 'already-told' });
    expect(readCommand(text, english, undefined, wishes)).toEqual({ do: 'change', what: text });
  });

  it.each(['I had to stop at the second aisle', 'my back, mostly', "I'm 81", '555-0123', '7 or 8', 'no, not that', 'they repeated the shot in May', 'my daughter helps me with my socks', 'a person at church had it done', 'what does the procedure cost', 'how long until I can drive'])(
    'is not heard in an answer or a question: %s',
    (text) => expect(commandLike(text, wishes)).toBeUndefined(),
  );

  it('is not looked for in one word, or in a page', () => {
    expect(commandLike('whatever', wishes)).toBeUndefined();
    expect(commandLike('skip this one please '.repeat(20), wishes)).toBeUndefined();
  });
});
