import { z } from 'zod';
import { ClinicCard, Page, Safety } from '../dialog/schema.ts';

const described = {
  page: { title: 'A page of the intake (dialogs/intake)', schema: Page },
  safety: { title: 'The warning signs and what is said when one comes up (dialogs/safety.yaml)', schema: Safety },
  clinic: { title: 'The clinic (dialogs/clinic.yaml)', schema: ClinicCard },
} as const;

/** The JSON Schemas with which an editor completes and underlines the files of dialogs/, by their path there. */
export function schemaFiles(): { path: string; text: string }[] {
  return Object.entries(described).map(([name, { title, schema }]) => {
    const shape = z.toJSONSchema(schema, { io: 'input', reused: 'ref', target: 'draft-7' });
    return { path: `${name}.schema.json`, text: `${JSON.stringify({ title, ...shape }, null, 2)}\n` };
  });
}
