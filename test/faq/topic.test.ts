import { describe, expect, it } from '@jest/globals';
import { partsOf } from '../../src/faq/topic.ts';

describe("a topic's file", () => {
  it('is the part between the dashes, and the answer below as one paragraph', () => {
    expect(partsOf('---\ntitle: Cost\nkind: route\n---\nI do not have\nprices.\n')).toEqual({ front: 'title: Cost\nkind: route', answer: 'I do not have prices.' });
  });

  it('is nothing without its first part', () => {
    expect(partsOf('I do not have prices.')).toBeUndefined();
  });
});
