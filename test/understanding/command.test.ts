import { describe, expect, it } from '@jest/globals';
import { readCommand } from '../../src/understanding/command.ts';
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
    const more = ['I have to go to the bathroom all the time', 'I have to take a break every block', "I'm so tired of this pain", 'I need to change positions', 'I meant to lose weight', 'they already put rods in', 'stiff in the morning', 'I skip it some days'];
    for (const text of more) expect([text, readCommand(text, english)]).toEqual([text, undefined]);
    for (const text of ['my back hurts', 'I had to stop walking', 'no one can help me walk', 'it helps', 'I skip meals', 'the person I live with', 'later in the day', 'back pain', 'it came back', 'I understand it is arthritis', 'I saw a nurse last week']) {
      expect([text, readCommand(text, english)]).toEqual([text, undefined]);
    }
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
});
