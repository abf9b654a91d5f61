import type { QuestionType } from '../dialog/schema.ts';
import type { Asked } from './reading.ts';

/** The evaluation's questions that hold one value, with their type and the ids of their options. */
const questions: Readonly<Record<string, { type: QuestionType; options?: readonly string[]; range?: { min: number; max: number } }>> = {
  respondent: { type: 'choice', options: ['self', 'other'] },
  language_pref: { type: 'choice', options: ['en', 'es'] },
  consent: { type: 'choice', options: ['yes', 'no'] },
  full_name: { type: 'name' },
  dob: { type: 'date' },
  age: { type: 'number', range: { min: 18, max: 120 } },
  phone: { type: 'phone' },
  email: { type: 'email' },
  contact_pref: { type: 'choice', options: ['phone', 'text', 'email'] },
  symptoms: { type: 'choices', options: ['pain', 'numbness', 'tingling', 'weakness', 'cramping', 'heaviness', 'burning', 'stiffness', 'balance_problem'] },
  locations: { type: 'choices', options: ['low_back', 'buttock', 'hip', 'groin', 'thigh', 'calf', 'shin', 'foot', 'leg'] },
  side: { type: 'choice', options: ['left', 'right', 'both'] },
  duration: { type: 'duration' },
  course: { type: 'choice', options: ['better', 'worse', 'same'] },
  pain_now: { type: 'number', range: { min: 0, max: 10 } },
  pain_worst: { type: 'number', range: { min: 0, max: 10 } },
  worse_part: { type: 'choice', options: ['back', 'leg', 'equal'] },
  walk_tolerance: { type: 'distance-or-time' },
  stand_tolerance: { type: 'distance-or-time' },
  walking_aid: { type: 'choices', options: ['cane', 'walker', 'rollator', 'wheelchair', 'scooter', 'none'] },
  imaging: { type: 'choices', options: ['mri', 'ct', 'xray', 'myelogram', 'none', 'unsure'] },
  medications: { type: 'medicines' },
  smoker: { type: 'choice', options: ['current', 'former', 'never'] },
};

const yesNoUnsure = [
  'worse_standing_walking', 'relief_sitting', 'relief_leaning', 'relief_standing_still', 'numbness_legs', 'weakness_legs', 'falls', 'rf_saddle', 'rf_bladder', 'rf_bowel', 'rf_foot_drop', 'rf_fever',
  'rf_weight_loss', 'rf_cancer', 'rf_trauma', 'rf_mood', 'diabetes', 'pacemaker_implant', 'lss_diagnosis',
];

/** A question of the evaluation as the readers are asked it; undefined for one that is none, or holds several values. */
export function askedAs(id: string): Asked | undefined {
  if (yesNoUnsure.includes(id)) return { id, type: 'yes-no-unsure', options: [] };
  const question = questions[id];
  if (!question) return undefined;
  return { id, type: question.type, options: (question.options ?? []).map((option) => ({ id: option, label: option })), ...(question.range && { range: question.range }) };
}

/** All of them that hold one value. */
export const allAsked: readonly Asked[] = [...yesNoUnsure, ...Object.keys(questions)].flatMap((id) => askedAs(id) ?? []);
